@NullMarked
package io.github.guerdon.generator.llm.record;

import org.jspecify.annotations.NullMarked;
