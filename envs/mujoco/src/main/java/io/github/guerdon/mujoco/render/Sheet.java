package io.github.guerdon.mujoco.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Puts frames side by side, in rows, and writes pictures as PNG. */
public final class Sheet {

  private Sheet() {}

  /**
   * Lays frames out in reading order; places that are left over stay black.
   *
   * @param frames at least one, all of one size
   * @param columns frames in a row, at least 1
   */
  public static BufferedImage of(List<BufferedImage> frames, int columns) {
    if (frames.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          "a sheet has "
              + frames.size()
              + " frames in "
              + columns
              + " columns, must have at least one of each");
    }
    int width = frames.get(0).getWidth();
    int height = frames.get(0).getHeight();
    int across = Math.min(columns, frames.size());
    int rows = (frames.size() + across - 1) / across;
    BufferedImage sheet =
        new BufferedImage(across * width, rows * height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < frames.size(); i++) {
      int[] colours = frames.get(i).getRGB(0, 0, width, height, null, 0, width);
      sheet.setRGB(i % across * width, i / across * height, width, height, colours, 0, width);
    }
    return sheet;
  }

  /** Writes a picture, replacing what is there. */
  public static void png(Path file, BufferedImage picture) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(picture, "png", out)) {
        throw new IOException(file + ": Java has no writer for PNG; use a JDK with java.desktop");
      }
    }
  }
}
