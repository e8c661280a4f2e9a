package io.github.guerdon.env.step;

import io.github.guerdon.env.Draw;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Parameter;
import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.Tape;
import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws the parameters of all worlds' episodes, writes them into rows and into the simulation. */
final class Goals {

  /** Sets these draws apart from those of an episode's start. */
  private static final long PURPOSE = 0x60A15;

  private final List<Parameter> parameters;
  private final List<Place> places = new ArrayList<>();
  private final int[] first;
  private final int[] periods;
  private final double[] values;
  private final int width;
  private final Seeds[] random;
  private final Slot[] slots;
  private final int[] offsets;
  private final int rowWidth;

  /** Training steps that schedules are at; without training they are at their end. */
  private long trained = Long.MAX_VALUE;

  Goals(Task task, SlotLayout layout, int worlds) {
    parameters = task.description().parameters();
    first = new int[parameters.size()];
    periods = new int[parameters.size()];
    int next = 0;
    for (int i = 0; i < first.length; i++) {
      Parameter parameter = parameters.get(i);
      first[i] = next;
      periods[i] =
          (int)
              Math.min(
                  Integer.MAX_VALUE,
                  Math.max(1, Math.round(parameter.every().orElse(0) / task.vocabulary().dt())));
      addPlaces(parameter, next, task);
      next += parameter.width();
    }
    width = next;
    values = new double[worlds * width];
    random = new Seeds[worlds];
    slots =
        layout.slots().stream().filter(s -> s.source() == Source.PARAMETER).toArray(Slot[]::new);
    offsets = new int[slots.length];
    for (int i = 0; i < slots.length; i++) {
      offsets[i] = layout.offset(slots[i]);
    }
    rowWidth = layout.width();
  }

  private void addPlaces(Parameter parameter, int from, Task task) {
    switch (parameter.sets()) {
      case NOTHING -> {}
      case MOCAP ->
          places.add(
              new Place(
                  Place.Part.MOCAP_POSITION,
                  3 * task.facts().mocapRow(parameter.element().get(0)),
                  from,
                  parameter.width()));
      case JOINT -> {
        for (int i = 0; i < parameter.width(); i++) {
          Element joint =
              task.vocabulary().find(Kind.JOINT, parameter.element().get(i)).orElseThrow();
          places.add(new Place(Place.Part.POSITIONS, joint.address(), from + i, 1));
        }
      }
    }
  }

  /** Says how many steps a training has taken, for ranges that follow a schedule. */
  void trained(long steps) {
    trained = steps;
  }

  /** Begins a world's episode: draws from a stream of its own. */
  void begin(int world, long episodeSeed) {
    random[world] = new Seeds(Seeds.derive(episodeSeed, PURPOSE));
  }

  /** Draws all parameters of a world's episode. */
  void draw(int world) {
    for (int i = 0; i < first.length; i++) {
      draw(world, i);
    }
  }

  private void draw(int world, int parameter) {
    Parameter.Range range = parameters.get(parameter).ranges().get(0);
    for (Parameter.Range later : parameters.get(parameter).ranges()) {
      range = later.from() <= trained ? later : range;
    }
    int at = world * width + first[parameter];
    for (Draw draw : range.draws()) {
      if (draw.width() == 1) {
        values[at] = draw.sample(0, random[world]);
      } else {
        values[at] = 0;
        values[at + 1] = 0;
        draw.samplePair(random[world], values, at, at + 1);
      }
      at += draw.width();
    }
  }

  /** Draws what is due after so many steps of a world's episode. */
  void step(int world, int steps, Physics physics) {
    boolean drawn = false;
    for (int i = 0; i < first.length; i++) {
      if (parameters.get(i).every().isPresent() && steps % periods[i] == 0) {
        draw(world, i);
        drawn = true;
      }
    }
    if (drawn) {
      place(world, physics);
    }
  }

  /** Writes a world's parameters into its simulation. */
  void place(int world, Physics physics) {
    for (Place place : places) {
      physics.place(world, place, values, world * width);
    }
  }

  /** Writes a world's parameters into its row. */
  void write(double[] rows, int world) {
    for (int i = 0; i < slots.length; i++) {
      rows[world * rowWidth + offsets[i]] = values[world * width + slots[i].element()];
    }
  }

  void pass(Tape tape) throws IOException {
    trained = tape.whole(trained);
    tape.array(values);
    for (int world = 0; world < random.length; world++) {
      random[world] = tape.replays() ? new Seeds(0) : random[world];
      random[world].pass(tape);
    }
  }
}
