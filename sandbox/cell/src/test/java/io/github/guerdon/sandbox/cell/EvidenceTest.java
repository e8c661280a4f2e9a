package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The level is what was proven. */
final class EvidenceTest {

  private static final int EACCES = 13;
  private static final int ECONNREFUSED = 111;

  private static final List<Trial> OPEN = outside(0, 0, 0, 0);
  private static final List<Trial> LANDLOCKED = outside(EACCES, EACCES, EACCES, Errno.EPERM);
  private static final List<Trial> ABSENT =
      outside(Errno.ENOENT, Errno.ENOENT, ECONNREFUSED, Errno.ESRCH);

  @Test
  void eachWallProvesItsLevel() {
    assertThat(evidence(ABSENT).level()).isEqualTo(3);
    assertThat(evidence(LANDLOCKED).level()).isEqualTo(2);
    assertThat(evidence(OPEN).level()).isEqualTo(1);
  }

  @Test
  void anOldLandlockThatLetsConnectionsAndSignalsThroughIsStillOne() {
    assertThat(evidence(outside(EACCES, EACCES, 0, 0)).level()).isEqualTo(2);
  }

  @Test
  void filesWithoutNetworkMakeNoNamespaces() {
    assertThat(evidence(outside(Errno.ENOENT, Errno.ENOENT, 0, Errno.ESRCH)).level()).isEqualTo(2);
    assertThat(evidence(outside(Errno.ENOENT, 0, ECONNREFUSED, Errno.ESRCH)).level()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void oneThingThatASealedCellCanDoMakesItPlain(Attempt attempt) {
    List<Trial> sealed =
        Stream.of(Attempt.values())
            .map(a -> new Trial(a, a == attempt ? Errno.NONE : Errno.EPERM))
            .toList();
    assertThat(new Evidence(ABSENT, sealed, 2, "").level()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptThatFailsByChanceIsNoProof(Attempt attempt) {
    List<Trial> sealed =
        Stream.of(Attempt.values())
            .map(a -> new Trial(a, a == attempt ? Errno.ENOENT : Errno.EPERM))
            .toList();
    assertThat(new Evidence(ABSENT, sealed, 2, "").level()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptNotMadeIsNoProof(Attempt attempt) {
    List<Trial> sealed = refused().stream().filter(t -> t.attempt() != attempt).toList();
    assertThat(new Evidence(ABSENT, sealed, 2, "").level()).isZero();
  }

  @Test
  void refusalsWithoutAFilterAreNoProof() {
    assertThat(new Evidence(ABSENT, refused(), 0, "").level()).isZero();
    assertThat(new Evidence(ABSENT, List.of(), 0, "no filter").level()).isZero();
  }

  @Test
  void evidenceArrivesAsItWasSent() throws IOException {
    Evidence evidence = new Evidence(LANDLOCKED, refused(), 2, "none");
    ByteBuffer message = Link.message(evidence::write).flip().position(Link.HEADER);
    assertThat(Evidence.read(Link.fields(message))).isEqualTo(evidence);
    assertThat(evidence.phrases())
        .contains("sealed: " + String.join(", ", refused().stream().map(Trial::toString).toList()));
  }

  @Test
  void anUnknownAttemptIsABadFrame() throws IOException {
    ByteBuffer message =
        Link.message(
            out -> {
              out.writeInt(1);
              out.writeUTF("TELEPATHY");
            });
    assertThatThrownBy(() -> Evidence.read(Link.fields(message.flip().position(Link.HEADER))))
        .isInstanceOf(WireException.class)
        .hasMessage("bad frame: unknown attempt TELEPATHY");
  }

  private static Evidence evidence(List<Trial> outside) {
    return new Evidence(outside, refused(), 2, "");
  }

  private static List<Trial> refused() {
    return Stream.of(Attempt.values()).map(a -> new Trial(a, Errno.EPERM)).toList();
  }

  private static List<Trial> outside(int file, int environment, int tcp, int signal) {
    return List.of(
        new Trial(Attempt.READ_FILE, file),
        new Trial(Attempt.READ_ENVIRONMENT, environment),
        new Trial(Attempt.CONNECT_TCP, tcp),
        new Trial(Attempt.SIGNAL_PARENT, signal));
  }
}
