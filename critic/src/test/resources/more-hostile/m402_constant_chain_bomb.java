import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  static final double A0 = 1e-9;
  static final double A1 = A0 + A0;
  static final double A2 = A1 + A1;
  static final double A3 = A2 + A2;
  static final double A4 = A3 + A3;
  static final double A5 = A4 + A4;
  static final double A6 = A5 + A5;
  static final double A7 = A6 + A6;
  static final double A8 = A7 + A7;
  static final double A9 = A8 + A8;
  static final double A10 = A9 + A9;
  static final double A11 = A10 + A10;
  static final double A12 = A11 + A11;
  static final double A13 = A12 + A12;
  static final double A14 = A13 + A13;
  static final double A15 = A14 + A14;
  static final double A16 = A15 + A15;
  static final double A17 = A16 + A16;
  static final double A18 = A17 + A17;
  static final double A19 = A18 + A18;
  static final double A20 = A19 + A19;
  static final double A21 = A20 + A20;
  static final double A22 = A21 + A21;
  static final double A23 = A22 + A22;
  static final double A24 = A23 + A23;
  static final double A25 = A24 + A24;
  static final double A26 = A25 + A25;
  static final double A27 = A26 + A26;
  static final double A28 = A27 + A27;
  static final double A29 = A28 + A28;
  static final double A30 = A29 + A29;
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", after.time() * A30);
  }
}
