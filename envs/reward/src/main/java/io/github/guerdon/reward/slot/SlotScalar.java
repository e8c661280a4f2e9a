package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Actuator;
import io.github.guerdon.reward.Joint;
import io.github.guerdon.reward.Tendon;

/**
 * An element whose quantities are single numbers (joint, actuator or tendon) over a state's row.
 */
public final class SlotScalar implements Joint, Actuator, Tendon {

  private final SlotState state;
  private final Offsets offsets;
  private final int position;
  private final int velocity;
  private final int force;
  private final int length;

  SlotScalar(SlotState state, Offsets offsets) {
    this.state = state;
    this.offsets = offsets;
    position = offsets.find(Quantity.POSITION);
    velocity = offsets.find(Quantity.VELOCITY);
    force = offsets.find(Quantity.FORCE);
    length = offsets.find(Quantity.LENGTH);
  }

  @Override
  public double position() {
    return state.at(offsets.require(position, Quantity.POSITION));
  }

  @Override
  public double velocity() {
    return state.at(offsets.require(velocity, Quantity.VELOCITY));
  }

  @Override
  public double force() {
    return state.at(offsets.require(force, Quantity.FORCE));
  }

  @Override
  public double length() {
    return state.at(offsets.require(length, Quantity.LENGTH));
  }
}
