package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.nn.DirectBuffers;
import io.github.guerdon.sandbox.nn.PolicyValueNetwork;
import java.io.IOException;
import java.nio.FloatBuffer;

/** Passes a network's parameters and Adam's moments. */
final class NetworkState {

  private NetworkState() {}

  static void pass(Tape tape, PolicyValueNetwork network) throws IOException {
    int size = network.spec().parameterCount();
    FloatBuffer parameters = DirectBuffers.floats(size);
    FloatBuffer first = DirectBuffers.floats(size);
    FloatBuffer second = DirectBuffers.floats(size);
    network.readParameters(parameters);
    network.readMoments(first, second);
    tape.buffer(parameters);
    tape.buffer(first);
    tape.buffer(second);
    long adamSteps = tape.whole(network.adamSteps());
    if (tape.replays()) {
      network.writeParameters(parameters);
      network.writeMoments(first, second, adamSteps);
    }
  }
}
