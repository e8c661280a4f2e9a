package io.github.guerdon.mujoco.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SheetTest {

  @TempDir Path folder;

  /** Returns frames of 2 × 1 pixels, all of one colour: its number from 1 on. */
  private static List<BufferedImage> frames(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> {
              BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
              image.setRGB(0, 0, i);
              image.setRGB(1, 0, i);
              return image;
            })
        .toList();
  }

  @Test
  void framesStandInReadingOrder() {
    BufferedImage sheet = Sheet.of(frames(3), 2);
    assertThat(sheet.getWidth()).isEqualTo(4);
    assertThat(sheet.getHeight()).isEqualTo(2);
    int[] colours = sheet.getRGB(0, 0, 4, 2, null, 0, 4);
    assertThat(IntStream.of(colours).map(c -> c & 0xffffff))
        .containsExactly(1, 1, 2, 2, 3, 3, 0, 0);
  }

  @Test
  void aSheetIsNoWiderThanItsFrames() {
    assertThat(Sheet.of(frames(1), 5).getWidth()).isEqualTo(2);
  }

  @Test
  void aPngReadsBackAsItWas() throws IOException {
    Path file = folder.resolve("sheet.png");
    Sheet.png(file, Sheet.of(frames(3), 3));
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(IntStream.range(0, 6).map(x -> read.getRGB(x, 0) & 0xffffff))
        .containsExactly(1, 1, 2, 2, 3, 3);
  }

  @Test
  void aSheetOfNothingIsRefused() {
    assertThatThrownBy(() -> Sheet.of(List.of(), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 frames");
  }
}
