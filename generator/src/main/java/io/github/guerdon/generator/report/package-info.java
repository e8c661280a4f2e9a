/**
 * What a search comes to and how sure that is: statistics over fresh seeds, comparison with the
 * baselines, the summary. Nothing here trains.
 */
@NullMarked
package io.github.guerdon.generator.report;

import org.jspecify.annotations.NullMarked;
