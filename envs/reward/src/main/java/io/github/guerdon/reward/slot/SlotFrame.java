package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Body;
import io.github.guerdon.reward.Geom;
import io.github.guerdon.reward.Quaternion;
import io.github.guerdon.reward.Site;
import io.github.guerdon.reward.Vector3;

/** An element with a frame of its own (body, site or geom) over a state's row. */
public final class SlotFrame implements Body, Site, Geom {

  private final SlotState state;
  private final Offsets offsets;
  private final int position;
  private final int orientation;
  private final int velocity;
  private final int angularVelocity;
  private final int contactForce;
  private final int airTime;
  private final int contactTime;

  SlotFrame(SlotState state, Offsets offsets) {
    this.state = state;
    this.offsets = offsets;
    position = offsets.find(Quantity.POSITION);
    orientation = offsets.find(Quantity.ORIENTATION);
    velocity = offsets.find(Quantity.VELOCITY);
    angularVelocity = offsets.find(Quantity.ANGULAR_VELOCITY);
    contactForce = offsets.find(Quantity.CONTACT_FORCE);
    airTime = offsets.find(Quantity.AIR_TIME);
    contactTime = offsets.find(Quantity.CONTACT_TIME);
  }

  @Override
  public Vector3 position() {
    return state.vector(offsets.require(position, Quantity.POSITION));
  }

  @Override
  public Quaternion orientation() {
    return state.quaternion(offsets.require(orientation, Quantity.ORIENTATION));
  }

  @Override
  public Vector3 velocity() {
    return state.vector(offsets.require(velocity, Quantity.VELOCITY));
  }

  @Override
  public Vector3 angularVelocity() {
    return state.vector(offsets.require(angularVelocity, Quantity.ANGULAR_VELOCITY));
  }

  @Override
  public Vector3 up() {
    return orientation().up();
  }

  @Override
  public double contactForce() {
    return state.at(offsets.require(contactForce, Quantity.CONTACT_FORCE));
  }

  @Override
  public double airTime() {
    return state.at(offsets.require(airTime, Quantity.AIR_TIME));
  }

  @Override
  public double contactTime() {
    return state.at(offsets.require(contactTime, Quantity.CONTACT_TIME));
  }
}
