/**
 * A task file as text: YAML with places, problems that say where and what to write instead,
 * expressions before anybody compiles them.
 */
@NullMarked
package io.github.guerdon.env.file;

import org.jspecify.annotations.NullMarked;
