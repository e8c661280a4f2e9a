package io.github.guerdon.generator.llm.stub;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.stub.StubServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The wire format of each provider: what its server would send. */
public enum Wire {
  OPENAI(Provider.OPENAI, "/v1") {
    @Override
    public String whole(Canned canned) {
      String thinking =
          canned.thinking().isEmpty() ? "" : ",\"reasoning_content\":" + q(canned.thinking());
      return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":"
          + q(canned.model())
          + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
          + q(canned.text())
          + thinking
          + "},\"finish_reason\":"
          + q(stop(canned))
          + "}],\"usage\":"
          + usage(canned)
          + "}";
    }

    @Override
    public List<String> stream(Canned canned) {
      String head = "data: {\"id\":\"c1\",\"created\":1,\"model\":" + q(canned.model());
      List<String> parts = new ArrayList<>();
      parts.add(": keep alive\n\n");
      if (!canned.thinking().isEmpty()) {
        parts.add(
            head
                + ",\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":"
                + q(canned.thinking())
                + "}}]}\n\n");
      }
      for (String piece : pieces(canned.text())) {
        parts.add(
            head + ",\"choices\":[{\"index\":0,\"delta\":{\"content\":" + q(piece) + "}}]}\n\n");
      }
      parts.add(
          head
              + ",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":"
              + q(stop(canned))
              + "}]}\n\n");
      parts.add(head + ",\"choices\":[],\"usage\":" + usage(canned) + "}\n\n");
      parts.add("data: [DONE]\n\n");
      return parts;
    }

    private String usage(Canned canned) {
      return "{\"prompt_tokens\":"
          + canned.usage().input()
          + ",\"completion_tokens\":"
          + canned.usage().output()
          + ",\"total_tokens\":"
          + canned.usage().total()
          + ",\"prompt_tokens_details\":{\"cached_tokens\":"
          + canned.usage().cachedInput()
          + "},\"completion_tokens_details\":{\"reasoning_tokens\":"
          + canned.usage().thinking()
          + "}}";
    }

    private String stop(Canned canned) {
      return stop(canned, "stop", "length", "content_filter");
    }
  },

  ANTHROPIC(Provider.ANTHROPIC, "/v1") {
    @Override
    public String whole(Canned canned) {
      String thinking =
          canned.thinking().isEmpty()
              ? ""
              : "{\"type\":\"thinking\",\"thinking\":"
                  + q(canned.thinking())
                  + ",\"signature\":\"s\"},";
      return "{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":"
          + q(canned.model())
          + ",\"content\":["
          + thinking
          + "{\"type\":\"text\",\"text\":"
          + q(canned.text())
          + "}],\"stop_reason\":"
          + q(stop(canned))
          + ",\"stop_sequence\":null,\"usage\":"
          + usage(canned)
          + "}";
    }

    @Override
    public List<String> stream(Canned canned) {
      List<String> parts = new ArrayList<>();
      parts.add(
          event(
              "message_start",
              ",\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":"
                  + q(canned.model())
                  + ",\"content\":[],\"usage\":"
                  + usage(canned)
                  + "}"));
      int index = 0;
      if (!canned.thinking().isEmpty()) {
        parts.add(block("content_block_start", index, "content_block", "thinking", ""));
        parts.add(block("content_block_delta", index, "delta", "thinking", canned.thinking()));
        parts.add(event("content_block_stop", ",\"index\":" + index));
        index++;
      }
      parts.add(block("content_block_start", index, "content_block", "text", ""));
      for (String piece : pieces(canned.text())) {
        parts.add(block("content_block_delta", index, "delta", "text", piece));
      }
      parts.add(event("content_block_stop", ",\"index\":" + index));
      parts.add(
          event(
              "message_delta",
              ",\"delta\":{\"stop_reason\":"
                  + q(stop(canned))
                  + "},\"usage\":{\"output_tokens\":"
                  + canned.usage().output()
                  + "}"));
      parts.add(event("message_stop", ""));
      return parts;
    }

    private String event(String name, String fields) {
      return "event: " + name + "\ndata: {\"type\":" + q(name) + fields + "}\n\n";
    }

    private String block(String event, int index, String field, String type, String text) {
      String suffix = field.equals("delta") ? "_delta" : "";
      return event(
          event,
          ",\"index\":"
              + index
              + ","
              + q(field)
              + ":{\"type\":"
              + q(type + suffix)
              + ","
              + q(type)
              + ":"
              + q(text)
              + "}");
    }

    /** Its input leaves out what came from the cache or went there. */
    private String usage(Canned canned) {
      long written = 4;
      return "{\"input_tokens\":"
          + (canned.usage().input() - canned.usage().cachedInput() - written)
          + ",\"cache_creation_input_tokens\":"
          + written
          + ",\"cache_read_input_tokens\":"
          + canned.usage().cachedInput()
          + ",\"output_tokens\":"
          + canned.usage().output()
          + "}";
    }

    private String stop(Canned canned) {
      return stop(canned, "end_turn", "max_tokens", "refusal");
    }

    @Override
    public String error(int status, String code, String message) {
      return "{\"type\":\"error\",\"error\":{\"type\":"
          + q(code)
          + ",\"message\":"
          + q(message)
          + "}}";
    }
  },

  GEMINI(Provider.GEMINI, "/v1beta") {
    @Override
    public String whole(Canned canned) {
      return "{\"candidates\":[{\"index\":0,\"content\":{\"role\":\"model\",\"parts\":["
          + thought(canned)
          + "{\"text\":"
          + q(canned.text())
          + "}]},\"finishReason\":"
          + q(stop(canned))
          + "}],"
          + tail(canned);
    }

    @Override
    public List<String> stream(Canned canned) {
      List<String> parts = new ArrayList<>();
      for (String piece : pieces(canned.text())) {
        String thought = parts.isEmpty() ? thought(canned) : "";
        parts.add(
            "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":["
                + thought
                + "{\"text\":"
                + q(piece)
                + "}]}}],"
                + tail(canned)
                + "\r\n\r\n");
      }
      parts.add(
          "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"\"}]},"
              + "\"finishReason\":"
              + q(stop(canned))
              + "}],"
              + tail(canned)
              + "\r\n\r\n");
      return parts;
    }

    private String thought(Canned canned) {
      return canned.thinking().isEmpty()
          ? ""
          : "{\"text\":" + q(canned.thinking()) + ",\"thought\":true},";
    }

    /** Its output leaves out the thoughts. */
    private String tail(Canned canned) {
      return "\"usageMetadata\":{\"promptTokenCount\":"
          + canned.usage().input()
          + ",\"cachedContentTokenCount\":"
          + canned.usage().cachedInput()
          + ",\"candidatesTokenCount\":"
          + (canned.usage().output() - canned.usage().thinking())
          + ",\"thoughtsTokenCount\":"
          + canned.usage().thinking()
          + ",\"totalTokenCount\":"
          + canned.usage().total()
          + "},\"modelVersion\":"
          + q(canned.model())
          + ",\"responseId\":\"r1\"}";
    }

    private String stop(Canned canned) {
      return stop(canned, "STOP", "MAX_TOKENS", "SAFETY");
    }

    @Override
    public String error(int status, String code, String message) {
      return "{\"error\":{\"code\":"
          + status
          + ",\"message\":"
          + q(message)
          + ",\"status\":"
          + q(code.toUpperCase(Locale.ROOT))
          + "}}";
    }
  },

  OLLAMA(Provider.OLLAMA, "") {
    @Override
    public String whole(Canned canned) {
      return line(canned, canned.text(), canned.thinking(), true);
    }

    @Override
    public List<String> stream(Canned canned) {
      List<String> parts = new ArrayList<>();
      if (!canned.thinking().isEmpty()) {
        parts.add(line(canned, "", canned.thinking(), false) + "\n");
      }
      for (String piece : pieces(canned.text())) {
        parts.add(line(canned, piece, "", false) + "\n");
      }
      parts.add(line(canned, "", "", true) + "\n");
      return parts;
    }

    private String line(Canned canned, String text, String thinking, boolean done) {
      String thought = thinking.isEmpty() ? "" : ",\"thinking\":" + q(thinking);
      String end =
          done
              ? ",\"done_reason\":"
                  + q(stop(canned, "stop", "length", "content_filter"))
                  + ",\"prompt_eval_count\":"
                  + canned.usage().input()
                  + ",\"eval_count\":"
                  + canned.usage().output()
              : "";
      return "{\"model\":"
          + q(canned.model())
          + ",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
          + "\"content\":"
          + q(text)
          + thought
          + "},\"done\":"
          + done
          + end
          + "}";
    }

    @Override
    public String streamType() {
      return "application/x-ndjson";
    }

    @Override
    public String error(int status, String code, String message) {
      return "{\"error\":" + q(message) + "}";
    }
  },

  MISTRAL(Provider.MISTRAL, "/v1") {
    @Override
    public String whole(Canned canned) {
      return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":"
          + q(canned.model())
          + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
          + content(canned.text(), canned.thinking())
          + "},\"finish_reason\":"
          + q(stop(canned, "stop", "length", "content_filter"))
          + "}],"
          + usage(canned)
          + "}";
    }

    @Override
    public List<String> stream(Canned canned) {
      String head = "data: {\"id\":\"c1\",\"created\":1,\"model\":" + q(canned.model());
      List<String> parts = new ArrayList<>();
      for (String piece : pieces(canned.text())) {
        String thinking = parts.isEmpty() ? canned.thinking() : "";
        parts.add(
            head
                + ",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                + content(piece, thinking)
                + "}}]}\n\n");
      }
      parts.add(
          head
              + ",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":"
              + q(stop(canned, "stop", "length", "content_filter"))
              + "}],"
              + usage(canned)
              + "}\n\n");
      parts.add("data: [DONE]\n\n");
      return parts;
    }

    private String content(String text, String thinking) {
      return thinking.isEmpty()
          ? q(text)
          : "[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":"
              + q(thinking)
              + "}]},{\"type\":\"text\",\"text\":"
              + q(text)
              + "}]";
    }

    private String usage(Canned canned) {
      return "\"usage\":{\"prompt_tokens\":"
          + canned.usage().input()
          + ",\"completion_tokens\":"
          + canned.usage().output()
          + ",\"total_tokens\":"
          + canned.usage().total()
          + "}";
    }

    @Override
    public String error(int status, String code, String message) {
      return "{\"object\":\"error\",\"message\":"
          + q(message)
          + ",\"type\":"
          + q(code)
          + ",\"code\":\"1\"}";
    }
  };

  private final Provider provider;
  private final String path;

  Wire(Provider provider, String path) {
    this.provider = provider;
    this.path = path;
  }

  /** Returns whose format it is. */
  public Provider provider() {
    return provider;
  }

  /** Returns the path of its base URL. */
  public String path() {
    return path;
  }

  /** Returns the body of an answer in one piece. */
  public abstract String whole(Canned canned);

  /** Returns the parts of a streamed answer. */
  public abstract List<String> stream(Canned canned);

  /** Returns the content type of a stream. */
  public String streamType() {
    return "text/event-stream";
  }

  /** Returns the body of an error. */
  public String error(int status, String code, String message) {
    return "{\"error\":{\"message\":"
        + q(message)
        + ",\"type\":"
        + q(code)
        + ",\"code\":"
        + q(code)
        + "}}";
  }

  /** Returns an answer of a server, in one piece or streamed. */
  public Answer answer(Canned canned, boolean streamed) {
    return streamed ? Answers.stream(streamType(), stream(canned)) : Answers.json(whole(canned));
  }

  /** Returns a text as JSON. */
  static String q(String text) {
    return TextNode.valueOf(text).toString();
  }

  /** Cuts a text into a few pieces, at least one. */
  static List<String> pieces(String text) {
    int third = text.length() / 3;
    return List.of(text.substring(0, third), text.substring(third));
  }

  static String stop(Canned canned, String complete, String cut, String filtered) {
    return canned.ending() == Ending.COMPLETE
        ? complete
        : canned.ending() == Ending.CUT_OFF ? cut : filtered;
  }
}
