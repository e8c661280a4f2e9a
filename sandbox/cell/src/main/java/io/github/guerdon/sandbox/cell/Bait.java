package io.github.guerdon.sandbox.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a cell tries to reach to prove that it cannot; all of it exists and is in reach of any plain
 * process of this user.
 *
 * @param file a file that only this user may read
 * @param tcpPort a port of this machine on which somebody listens
 * @param udpPort one that takes datagrams
 * @param parent the launcher's process id
 */
record Bait(String file, int tcpPort, int udpPort, long parent) {

  void write(DataOutput out) throws IOException {
    out.writeUTF(file);
    out.writeInt(tcpPort);
    out.writeInt(udpPort);
    out.writeLong(parent);
  }

  static Bait read(DataInput in) throws IOException {
    return new Bait(in.readUTF(), in.readInt(), in.readInt(), in.readLong());
  }
}
