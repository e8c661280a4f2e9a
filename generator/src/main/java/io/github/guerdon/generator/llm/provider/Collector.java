package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import org.jspecify.annotations.Nullable;

/** Waits for a stream's end; its parts are of no interest. */
final class Collector implements StreamingChatResponseHandler {

  private @Nullable ChatResponse response;
  private @Nullable Throwable error;

  @Override
  public void onCompleteResponse(ChatResponse complete) {
    response = complete;
  }

  @Override
  public void onError(Throwable cause) {
    if (error == null) {
      error = cause;
    }
  }

  /**
   * Returns the whole answer.
   *
   * @throws Exception what LangChain4j reported, or that there was no end
   */
  ChatResponse response() throws Exception {
    if (error instanceof Exception exception) {
      throw exception;
    }
    if (error instanceof Error fatal) {
      throw fatal;
    }
    if (response == null) {
      throw new IllegalStateException("the stream ended before the answer did");
    }
    return response;
  }
}
