/**
 * The learner: {@link io.github.guerdon.sandbox.ppo.Ppo}, read from top to bottom, and what it
 * keeps account of. It knows nothing of where rewards come from.
 */
@NullMarked
package io.github.guerdon.sandbox.ppo;

import org.jspecify.annotations.NullMarked;
