package io.github.guerdon.mujoco.render;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes an animated GIF that repeats for ever, a frame at a time; each frame has 256 colours of
 * its own.
 *
 * <p>The blocks are those of https://www.w3.org/Graphics/GIF/spec-gif89a.txt, and Netscape's one
 * for repetition.
 */
public final class GifWriter implements Closeable {

  /** Browsers take a shorter delay for a tenth of a second. */
  public static final int SHORTEST_DELAY = 2;

  private static final int LONGEST_DELAY = 0xffff;
  private static final byte[] FOR_EVER = {1, 0, 0};

  private final int delay;
  private final ImageWriter writer;
  private final ImageOutputStream out;
  private boolean closed;

  private GifWriter(int delay, ImageWriter writer, ImageOutputStream out) {
    this.delay = delay;
    this.writer = writer;
    this.out = out;
  }

  /**
   * Opens a file, replacing what is there.
   *
   * @param file where to write
   * @param delay hundredths of a second for which a frame is shown, at least {@value
   *     #SHORTEST_DELAY}
   */
  public static GifWriter open(Path file, int delay) throws IOException {
    if (delay < SHORTEST_DELAY || delay > LONGEST_DELAY) {
      throw new IllegalArgumentException(
          "delay is %d hundredths of a second, must be %d to %d"
              .formatted(delay, SHORTEST_DELAY, LONGEST_DELAY));
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ImageOutputStream out = new MemoryCacheImageOutputStream(Files.newOutputStream(file));
    writer.setOutput(out);
    writer.prepareWriteSequence(null);
    return new GifWriter(delay, writer, out);
  }

  /** Adds a frame, of the size of those before. */
  public void add(BufferedImage frame) throws IOException {
    if (closed) {
      throw new IllegalStateException("the GIF is closed; open another one");
    }
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    root.appendChild(timing(root));
    root.appendChild(repetition());
    metadata.setFromTree(format, root);
    writer.writeToSequence(new IIOImage(frame, null, metadata), null);
  }

  private IIOMetadataNode timing(IIOMetadataNode root) {
    String name = "GraphicControlExtension";
    IIOMetadataNode node = (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    if (node == null) {
      node = new IIOMetadataNode(name);
    }
    node.setAttribute("disposalMethod", "none");
    node.setAttribute("userInputFlag", "FALSE");
    node.setAttribute("transparentColorFlag", "FALSE");
    node.setAttribute("transparentColorIndex", "0");
    node.setAttribute("delayTime", Integer.toString(delay));
    return node;
  }

  private static IIOMetadataNode repetition() {
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(FOR_EVER.clone());
    IIOMetadataNode all = new IIOMetadataNode("ApplicationExtensions");
    all.appendChild(extension);
    return all;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try {
        writer.endWriteSequence();
      } finally {
        writer.dispose();
        out.close();
      }
    }
  }
}
