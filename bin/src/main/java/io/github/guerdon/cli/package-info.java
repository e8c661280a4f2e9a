/**
 * The command line: {@link io.github.guerdon.cli.Main} and one class a command. The only place that
 * prints, reads environment variables and sets exit codes.
 */
@NullMarked
package io.github.guerdon.cli;

import org.jspecify.annotations.NullMarked;
