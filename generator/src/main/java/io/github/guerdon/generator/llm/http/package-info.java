/**
 * The one way to the network: {@link io.github.guerdon.generator.llm.http.Connections} makes an
 * {@link io.github.guerdon.generator.llm.http.Exchange} for each attempt, which LangChain4j takes
 * for its HTTP client.
 */
@NullMarked
package io.github.guerdon.generator.llm.http;

import org.jspecify.annotations.NullMarked;
