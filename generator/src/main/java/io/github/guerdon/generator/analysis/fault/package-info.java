/**
 * Names what is wrong with a reward: {@link io.github.guerdon.generator.analysis.fault.Diagnosis}
 * puts one record of {@link io.github.guerdon.generator.analysis.fault.Evidence} before each
 * detector, a class a fault.
 */
@NullMarked
package io.github.guerdon.generator.analysis.fault;

import org.jspecify.annotations.NullMarked;
