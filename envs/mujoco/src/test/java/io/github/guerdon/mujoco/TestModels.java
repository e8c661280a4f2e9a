package io.github.guerdon.mujoco;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.SplittableRandom;

/** Holds the models and helpers that the tests share. */
final class TestModels {

  /** A one-legged hopper with a mocap target, a tendon, a site and sensors of all three stages. */
  static final String HOPPER =
      """
      <mujoco model="hopper-like">
        <option timestep="0.002" integrator="RK4"/>
        <default>
          <joint armature="1" damping="1"/>
          <geom friction="2 0.1 0.1" condim="3" margin="0.001"/>
        </default>
        <worldbody>
          <geom name="floor" type="plane" size="20 20 0.1"/>
          <body name="goal" mocap="true" pos="1 0 1"/>
          <body name="torso" pos="0 0 1.25">
            <joint name="rootx" type="slide" axis="1 0 0" armature="0" damping="0"/>
            <joint name="rootz" type="slide" axis="0 0 1" armature="0" damping="0"/>
            <joint name="rooty" type="hinge" axis="0 1 0" armature="0" damping="0"/>
            <geom name="torso" type="capsule" fromto="0 0 0.2 0 0 -0.2" size="0.05"/>
            <site name="head" pos="0.02 0 0.2" euler="0 30 0"/>
            <body name="thigh" pos="0 0 -0.2">
              <joint name="thigh" type="hinge" axis="0 -1 0" range="-150 0" limited="true"/>
              <geom name="thigh" type="capsule" fromto="0 0 0 0 0 -0.45" size="0.05"/>
              <body name="leg" pos="0 0 -0.45">
                <joint name="leg" type="hinge" axis="0 -1 0" range="-150 0" limited="true"/>
                <geom name="leg" type="capsule" fromto="0 0 0 0 0 -0.5" size="0.04"/>
                <body name="foot" pos="0 0 -0.5">
                  <joint name="foot" type="hinge" axis="0 -1 0" range="-45 45" limited="true"/>
                  <geom name="foot" type="capsule" fromto="-0.13 0 0.03 0.26 0 0.03" size="0.06"/>
                  <site name="sole" pos="0 0 -0.03" size="0.3"/>
                </body>
              </body>
            </body>
          </body>
        </worldbody>
        <tendon>
          <fixed name="bend"><joint joint="thigh" coef="1"/><joint joint="leg" coef="-0.5"/></fixed>
        </tendon>
        <actuator>
          <motor name="hip" joint="thigh" gear="200" ctrlrange="-1 1" ctrllimited="true"/>
          <motor joint="leg" gear="200" ctrlrange="-1 1" ctrllimited="true"/>
          <motor name="pull" tendon="bend" gear="50"/>
        </actuator>
        <sensor>
          <framepos name="height" objtype="site" objname="head"/>
          <velocimeter name="speed" site="head"/>
          <touch name="touch" site="sole"/>
        </sensor>
        <custom><numeric name="weights" data="1 2.5"/></custom>
        <keyframe><key name="stand" qpos="0 0.1 0 -0.1 -0.2 0.1" ctrl="0.1 0.2 0.3"/></keyframe>
      </mujoco>
      """;

  private TestModels() {}

  static Model hopper() {
    Model model = Model.parse(HOPPER);
    model.autoReset(false);
    return model;
  }

  /** Writes reproducible controls of at most a size into all worlds. */
  static void drive(Batch batch, SplittableRandom random, double size) {
    DoubleBuffer states = batch.states();
    for (int world = 0; world < batch.worlds(); world++) {
      int start = world * batch.stateSize() + batch.offset(StateComponent.CTRL);
      for (int i = 0; i < batch.size(StateComponent.CTRL); i++) {
        states.put(start + i, random.nextDouble(-size, size));
      }
    }
  }

  static DoubleBuffer direct(int size) {
    return ByteBuffer.allocateDirect(size * Double.BYTES)
        .order(ByteOrder.nativeOrder())
        .asDoubleBuffer();
  }
}
