package io.github.guerdon.generator.llm;

import io.github.guerdon.generator.llm.ModelReply.Ending;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers by a script and remembers what it was asked; for several threads. */
public final class ScriptedModel implements LanguageModel {

  private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  private final String name;
  private final Function<ModelRequest, ModelOutcome> script;

  /** Makes one that answers each request by a function. */
  public ScriptedModel(Function<ModelRequest, ModelOutcome> script) {
    this("scripted", script);
  }

  /** Makes one with a name that answers each request by a function. */
  public ScriptedModel(String name, Function<ModelRequest, ModelOutcome> script) {
    this.name = name;
    this.script = script;
  }

  /** Makes one that answers by label; what has none fails as not recorded. */
  public static ScriptedModel byLabel(Map<String, ModelOutcome> answers) {
    Map<String, ModelOutcome> copy = Map.copyOf(answers);
    return new ScriptedModel(
        request ->
            copy.getOrDefault(
                request.label(), failed(CallFailure.Kind.NOT_RECORDED, "no answer in the script")));
  }

  /** Returns a complete answer. */
  public static ModelOutcome answered(String text) {
    return answered(text, Ending.COMPLETE);
  }

  /** Returns an answer with its ending. */
  public static ModelOutcome answered(String text, Ending ending) {
    return new ModelOutcome.Answered(
        new ModelReply(text, "", ending, TokenUsage.none(), "scripted-1", 0.5, 1));
  }

  /** Returns a failure. */
  public static ModelOutcome failed(CallFailure.Kind kind, String message) {
    return new ModelOutcome.Failed(new CallFailure(kind, message, 1));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ModelOutcome ask(ModelRequest request) {
    requests.add(request);
    return script.apply(request);
  }

  /** Returns all requests so far, in the order they came. */
  public List<ModelRequest> requests() {
    return List.copyOf(requests);
  }

  /** Returns the request of a label; there must be exactly one. */
  public ModelRequest request(String label) {
    List<ModelRequest> found = requests.stream().filter(r -> r.label().equals(label)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " requests of label " + label + " among " + labels());
    }
    return found.get(0);
  }

  /** Returns the last words of the user in the request of a label. */
  public String prompt(String label) {
    List<Turn> turns = request(label).turns();
    return turns.get(turns.size() - 1).text();
  }

  /** Returns the labels of all requests, sorted. */
  public List<String> labels() {
    return requests.stream().map(ModelRequest::label).sorted().toList();
  }
}
