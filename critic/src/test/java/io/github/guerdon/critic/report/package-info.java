/** Tests of reports in other tools' formats. */
@NullMarked
package io.github.guerdon.critic.report;

import org.jspecify.annotations.NullMarked;
