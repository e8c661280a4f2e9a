package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One candidate in a process of its own. For one thread at a time; {@link #close} may come from
 * any.
 */
public final class Cell implements AutoCloseable {

  private final EmptyCell cell;
  private final Dialogue dialogue;
  private final Frame frame;
  private int asked; // worlds of the frame that is, or was last, under way

  /** Takes over a cell that has proven its seal and has held no candidate. */
  Cell(EmptyCell cell, FrameShape shape) {
    this.cell = cell;
    dialogue = cell.dialogue();
    frame = new Frame(shape);
  }

  /** Sends the candidate and waits until it is loaded. */
  void load(RewardProgram program, CellSpec spec) throws CellFailure {
    ByteBuffer message;
    try {
      message =
          Link.message(
              out -> {
                program.write(out);
                spec.write(out);
              });
    } catch (IOException e) {
      throw new IllegalArgumentException("the program cannot be sent: " + e.getMessage(), e);
    }
    dialogue.exchange(message, Link.LOAD, Link.READY, dialogue.settings().loadDeadline());
  }

  /** Returns a frame of this cell's shape: the cell's own, always the same. */
  public Frame frame() {
    return frame;
  }

  /**
   * Evaluates a filled frame; its terms are in the frame afterwards, whatever their values.
   *
   * @param worlds the number of worlds that the frame was filled with
   * @throws CellFailure if the candidate failed; the cell has ended then and throws the same again
   */
  public void evaluate(int worlds, Frame frame) throws CellFailure {
    ask(worlds, frame);
    await(frame);
  }

  /**
   * Sends a filled frame, so that the candidate works while the caller does other things, such as
   * filling the frame again; {@link #await} takes the answer, before the next frame is sent.
   *
   * @param worlds the number of worlds that the frame was filled with
   * @throws CellFailure if the cell has ended
   */
  public void ask(int worlds, Frame frame) throws CellFailure {
    if (!frame.shape().equals(this.frame.shape())) {
      throw new IllegalArgumentException(
          "frame has shape " + frame.shape() + "; this cell's is " + this.frame.shape());
    }
    if (worlds < 1 || worlds != frame.worlds()) {
      throw new IllegalArgumentException(
          "worlds is " + worlds + ", but the frame is filled with " + frame.worlds());
    }
    asked = worlds;
    dialogue.ask(frame.message(), Link.STEP, dialogue.settings().frameDeadline());
  }

  /**
   * Waits for the answer to the frame that was asked; its terms are in the frame afterwards.
   *
   * @throws CellFailure if the candidate failed; the cell has ended then and throws the same again
   */
  public void await(Frame frame) throws CellFailure {
    ByteBuffer terms = dialogue.answer(Link.TERMS, dialogue.settings().frameDeadline());
    try {
      frame.accept(terms, asked);
    } catch (WireException e) {
      throw dialogue.fail(new CellFailure.Protocol(), -1, e.getMessage());
    }
  }

  /** Returns the process's id: the outermost one's, whose end is the cell's. */
  public long pid() {
    return dialogue.process().pid();
  }

  /** Returns how strongly the process is sealed, as it has proven, from 0 to 3. */
  public int sandboxLevel() {
    return cell.level();
  }

  /** Returns what the cell proved of itself when it started, a phrase each. */
  public List<String> limits() {
    return cell.greeting().phrases();
  }

  /** Ends the process and waits until it is gone. */
  @Override
  public void close() {
    dialogue.close();
  }
}
