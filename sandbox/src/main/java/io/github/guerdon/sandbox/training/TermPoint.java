package io.github.guerdon.sandbox.training;

/**
 * One term over one stretch of a training.
 *
 * @param mean mean of a step's value
 * @param sd standard deviation of a step's value
 * @param share its mean absolute value over the sum of all terms' mean absolute values; 0 if all
 *     are 0
 */
public record TermPoint(double mean, double sd, double share) {}
