package io.github.guerdon.generator.llm.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands LangChain4j an exchange where it wants to build a client; its own limits stay. */
final class ExchangeBuilder implements HttpClientBuilder {

  private final Exchange exchange;
  private final Duration deadline;

  ExchangeBuilder(Exchange exchange, Duration deadline) {
    this.exchange = exchange;
    this.deadline = deadline;
  }

  @Override
  public Duration connectTimeout() {
    return deadline;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return deadline;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }

  @Override
  public HttpClient build() {
    return exchange;
  }
}
