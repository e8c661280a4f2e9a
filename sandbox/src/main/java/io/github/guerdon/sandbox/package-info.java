/**
 * Training policies with candidate rewards: {@link io.github.guerdon.sandbox.Sandbox} takes jobs
 * and gives back one typed {@link io.github.guerdon.sandbox.training.Outcome} for each.
 */
@NullMarked
package io.github.guerdon.sandbox;

import org.jspecify.annotations.NullMarked;
