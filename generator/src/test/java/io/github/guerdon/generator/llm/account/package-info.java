@NullMarked
package io.github.guerdon.generator.llm.account;

import org.jspecify.annotations.NullMarked;
