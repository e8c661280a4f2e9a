package io.github.guerdon.mujoco.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GifWriterTest {

  @TempDir Path folder;

  private static BufferedImage filled(int colour) {
    BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 48; i++) {
      image.setRGB(i % 8, i / 8, colour);
    }
    return image;
  }

  @Test
  void framesComeBackInOrderWithTheirDelay() throws IOException {
    Path file = folder.resolve("film.gif");
    int[] colours = {0xff0000, 0x00ff00, 0x0000ff};
    try (GifWriter gif = GifWriter.open(file, 4)) {
      for (int colour : colours) {
        gif.add(filled(colour));
      }
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(Files.newInputStream(file))) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      for (int i = 0; i < 3; i++) {
        assertThat(reader.getWidth(i)).isEqualTo(8);
        assertThat(reader.read(i).getRGB(7, 5) & 0xffffff).isEqualTo(colours[i]);
        IIOMetadataNode root =
            (IIOMetadataNode)
                reader
                    .getImageMetadata(i)
                    .getAsTree(reader.getImageMetadata(i).getNativeMetadataFormatName());
        IIOMetadataNode timing =
            (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
        assertThat(timing.getAttribute("delayTime")).isEqualTo("4");
      }
    } finally {
      reader.dispose();
    }
  }

  @Test
  void filmRepeatsForEver() throws IOException {
    Path file = folder.resolve("film.gif");
    try (GifWriter gif = GifWriter.open(file, 4)) {
      gif.add(filled(0));
    }
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .startsWith("GIF89a")
        .contains("NETSCAPE2.0\u0003\u0001\u0000\u0000\u0000");
  }

  @Test
  void delayThatBrowsersIgnoreIsRefused() {
    assertThatThrownBy(() -> GifWriter.open(folder.resolve("film.gif"), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("delay is 1 hundredths of a second, must be 2 to 65535");
  }

  @Test
  void frameAfterTheEndIsRefused() throws IOException {
    GifWriter gif = GifWriter.open(folder.resolve("film.gif"), 4);
    gif.add(filled(0));
    gif.close();
    gif.close();
    assertThatThrownBy(() -> gif.add(filled(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
