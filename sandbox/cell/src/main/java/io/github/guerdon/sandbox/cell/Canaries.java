package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** The launcher's side of a {@link Bait}: it hears when a cell gets at one of its ports. */
final class Canaries implements AutoCloseable {

  private final Path file;
  private final ServerSocketChannel tcp = ServerSocketChannel.open();
  private final DatagramChannel udp = DatagramChannel.open();

  /**
   * Opens ports on the loopback interface.
   *
   * @param file one that exists
   */
  Canaries(Path file) throws IOException {
    this.file = file;
    boolean opened = false;
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0);
      tcp.bind(any);
      tcp.configureBlocking(false);
      udp.bind(any);
      udp.configureBlocking(false);
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  /** The version-4 address that the C side of an attempt uses. */
  static final byte[] LOOPBACK = {127, 0, 0, 1};

  Bait bait() throws IOException {
    return new Bait(
        file.toString(),
        ((InetSocketAddress) tcp.getLocalAddress()).getPort(),
        ((InetSocketAddress) udp.getLocalAddress()).getPort(),
        ProcessHandle.current().pid());
  }

  /** Counts connections that nobody counted yet. */
  int connections() throws IOException {
    int count = 0;
    for (SocketChannel peer = tcp.accept(); peer != null; peer = tcp.accept()) {
      peer.close();
      count++;
    }
    return count;
  }

  /** Returns whether a datagram came that was not seen yet. */
  boolean datagram() throws IOException {
    return udp.receive(ByteBuffer.allocate(1)) != null;
  }

  @Override
  public void close() throws IOException {
    tcp.close();
    udp.close();
  }
}
