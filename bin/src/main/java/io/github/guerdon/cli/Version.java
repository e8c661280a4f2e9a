package io.github.guerdon.cli;

import io.github.guerdon.mujoco.Model;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "guerdon " + Versions.guerdon(),
      "MuJoCo " + Model.version(),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")",
      System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", " + Versions.cpu()
    };
  }
}
