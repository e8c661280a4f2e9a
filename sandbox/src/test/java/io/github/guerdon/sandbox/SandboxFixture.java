package io.github.guerdon.sandbox;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Jobs on the cart-pole, and a listener that keeps what it hears. */
final class SandboxFixture {

  static final Task CARTPOLE = JavacPrograms.task("cartpole-swingup");
  static final String GOOD = "terms.add(\"up\", Math.cos(after.joint(\"hinge\").position()));";

  private SandboxFixture() {}

  static Job job(Path root, String id, String body, long steps) {
    return job(root, id, body, steps, Duration.ofMinutes(1));
  }

  static Job job(Path root, String id, String body, long steps, Duration deadline) {
    RewardProgram program = JavacPrograms.reward(CARTPOLE, body);
    return new Job(
        id,
        CARTPOLE,
        program,
        1,
        TestSettings.normalised(steps, 8, 128),
        root.resolve(id),
        deadline);
  }

  static class Heard implements TrainingListener {
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Progress> progress = new ArrayList<>();
    final List<Thread> threads = new ArrayList<>();

    @Override
    public void progress(Progress heard) {
      progress.add(heard);
      threads.add(Thread.currentThread());
    }

    @Override
    public void finished(Outcome outcome) {
      outcomes.add(outcome);
      threads.add(Thread.currentThread());
    }

    OptionalDouble lastReturn() {
      return progress.get(progress.size() - 1).ownReturn();
    }
  }
}
