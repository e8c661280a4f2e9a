/** Tests of lowering, gate and instrumentation. */
@NullMarked
package io.github.guerdon.critic.compile;

import org.jspecify.annotations.NullMarked;
