/**
 * Tasks: what a task file says ({@link io.github.guerdon.env.TaskDescription}), the names of its
 * model ({@link io.github.guerdon.env.Vocabulary}), both held against each other ({@link
 * io.github.guerdon.env.Task}), and what makes a policy a good one ({@link
 * io.github.guerdon.env.Fitness}).
 */
@NullMarked
package io.github.guerdon.env;

import org.jspecify.annotations.NullMarked;
