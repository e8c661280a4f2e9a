/** The client's parts on their own. */
@NullMarked
package io.github.guerdon.generator.llm.http;

import org.jspecify.annotations.NullMarked;
