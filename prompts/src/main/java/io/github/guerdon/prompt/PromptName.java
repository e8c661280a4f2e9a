package io.github.guerdon.prompt;

import java.util.Arrays;
import java.util.List;

/** The texts that there are, each a file of its own that a folder of the user's can replace. */
public enum PromptName {
  /** What stays the same for all requests of a run. */
  SYSTEM("system.md"),
  /** Asks for a first reward. */
  FIRST("first.md"),
  /** Asks for a better reward than those shown. */
  REFINE("refine.md"),
  /** Asks for one term to be changed. */
  MUTATE("mutate.md"),
  /** Asks for terms of two rewards in one. */
  CROSSOVER("crossover.md"),
  /** Asks for a reward unlike those shown. */
  EXPLORE("explore.md"),
  /** Asks for a refused reward to be put right. */
  REPAIR("repair.md"),
  /** Asks for lessons from what was tried. */
  REFLECT("reflect.md"),
  /** Asks what is unclear in the task. */
  ASK("ask.md"),
  /** Part: the task: goal, episode, fitness, observation, learner. */
  TASK("task.md"),
  /** Part: what a reward can read of this model. */
  READS("reads.md"),
  /** Part: the reward's class and its helpers. */
  API("api.md"),
  /** Part: the Java that is allowed. */
  RULES("rules.md"),
  /** Part: what makes a reward train well. */
  ADVICE("advice.md"),
  /** Part: a worked example from another task. */
  EXAMPLE("example.md"),
  /** Part: the reward of the worked example. */
  EXAMPLE_REWARD("example/Reward.java"),
  /** Part: candidates, failures, history and lessons. */
  FEEDBACK("feedback.md"),
  /** Part: the form of an answer with a reward. */
  ANSWER("answer.md");

  private final String file;

  PromptName(String file) {
    this.file = file;
  }

  /** Returns the name of the file that holds the text. */
  public String file() {
    return file;
  }

  static List<String> files() {
    return Arrays.stream(values()).map(PromptName::file).toList();
  }
}
