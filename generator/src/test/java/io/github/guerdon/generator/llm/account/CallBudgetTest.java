package io.github.guerdon.generator.llm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.llm.AttemptBudget.Reservation;
import io.github.guerdon.generator.llm.TokenUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class CallBudgetTest {

  private static final Optional<Price> DOLLAR_AND_TEN =
      Optional.of(
          new Price(
              new BigDecimal("1"),
              new BigDecimal("0.1"),
              new BigDecimal("10"),
              "test",
              LocalDate.of(2026, 1, 1)));

  @Test
  void callsInFlightCountAgainstTheCapOnCalls() throws Exception {
    CallBudget budget = CallBudget.open(CallCaps.none().withCalls(2), Optional.empty());
    assertThat(budget.reserve(1, 1)).isPresent();
    assertThat(budget.reserve(1, 1)).isPresent();
    assertThat(budget.reserve(1, 1)).isEmpty();
    assertThat(budget.left()).contains("calls 2 of 2").contains("raise a cap");
  }

  @Test
  void tokensAreSetAsideAtTheirMost() throws Exception {
    CallBudget budget = CallBudget.open(CallCaps.none().withTokens(100), Optional.empty());
    Reservation call = budget.reserve(40, 50).orElseThrow();
    assertThat(budget.reserve(1, 10)).isEmpty();
    call.settle(new TokenUsage(30, 10, 20, 5));
    assertThat(budget.reserve(1, 50)).isEmpty();
    assertThat(budget.reserve(1, 49)).isPresent();
  }

  @Test
  void moneyIsSetAsideAtItsMost() throws Exception {
    CallBudget budget =
        CallBudget.open(CallCaps.none().withMoney(new BigDecimal("0.01")), DOLLAR_AND_TEN);
    Reservation call = budget.reserve(1_000, 900).orElseThrow();
    assertThat(budget.reserve(0, 1)).isEmpty();
    assertThat(budget.left()).contains("money 0.01 USD of 0.01 USD");
    call.settle(new TokenUsage(1_000, 1_000, 0, 0));
    assertThat(budget.spent().money())
        .hasValueSatisfying(m -> assertThat(m).isEqualByComparingTo("0.0001"));
    assertThat(budget.reserve(0, 990)).isPresent();
  }

  @Test
  void capOnMoneyNeedsAPrice() {
    assertThatThrownBy(
            () -> CallBudget.open(CallCaps.none().withMoney(BigDecimal.TEN), Optional.empty()))
        .isInstanceOf(PriceException.class)
        .hasMessageContaining("10.00 USD")
        .hasMessageContaining("--prices FILE");
  }

  @Test
  void freeCallStaysCountedAndCostsNothing() throws Exception {
    CallBudget budget =
        CallBudget.open(CallCaps.none().withCalls(1).withTokens(100), DOLLAR_AND_TEN);
    budget.reserve(50, 50).orElseThrow().free();
    assertThat(budget.spent())
        .isEqualTo(new Spend(1, TokenUsage.none(), 0, budget.spent().money()));
    assertThat(budget.spent().money().orElseThrow()).isEqualByComparingTo("0");
    assertThat(budget.reserve(1, 1)).isEmpty();
  }

  @Test
  void unknownCallIsBookedAtItsMost() throws Exception {
    CallBudget budget = CallBudget.open(CallCaps.none(), Optional.empty());
    budget.reserve(50, 60).orElseThrow().unknown();
    assertThat(budget.spent())
        .isEqualTo(new Spend(1, new TokenUsage(50, 0, 60, 0), 1, Optional.empty()));
  }

  @Test
  void whatIsInFlightIsNotSpentButAtMost() throws Exception {
    CallBudget budget = CallBudget.open(CallCaps.none(), Optional.empty());
    Reservation call = budget.reserve(5, 6).orElseThrow();
    assertThat(budget.spent().calls()).isZero();
    assertThat(budget.most())
        .isEqualTo(new Spend(1, new TokenUsage(5, 0, 6, 0), 1, Optional.empty()));
    call.free();
    assertThat(budget.most().usage()).isEqualTo(TokenUsage.none());
  }

  @Test
  void providerThatBillsMoreIsBookedAsItBilled() throws Exception {
    CallBudget budget = CallBudget.open(CallCaps.none().withTokens(100), Optional.empty());
    budget.reserve(10, 10).orElseThrow().settle(new TokenUsage(100, 0, 100, 0));
    assertThat(budget.spent().usage().total()).isEqualTo(200);
    assertThat(budget.reserve(0, 1)).isEmpty();
  }

  @Test
  void resumedRunBeginsWithWhatItSpent() throws Exception {
    Spend already = new Spend(3, new TokenUsage(40, 0, 50, 0), 1, Optional.empty());
    CallBudget budget =
        CallBudget.open(CallCaps.none().withTokens(100), DOLLAR_AND_TEN, already, SpendLog.none());
    assertThat(budget.spent()).isEqualTo(already.at(DOLLAR_AND_TEN));
    assertThat(budget.reserve(1, 10)).isEmpty();
    assertThat(budget.reserve(0, 10)).isPresent();
  }

  @Test
  void callIsBookedOnce() throws Exception {
    CallBudget budget = CallBudget.open(CallCaps.none(), Optional.empty());
    Reservation call = budget.reserve(1, 1).orElseThrow();
    call.free();
    assertThatThrownBy(call::unknown).isInstanceOf(IllegalStateException.class);
    assertThat(budget.spent().usage()).isEqualTo(TokenUsage.none());
  }

  @Test
  void negativeEstimateIsRefused() throws Exception {
    CallBudget budget = CallBudget.open(CallCaps.none(), Optional.empty());
    assertThatThrownBy(() -> budget.reserve(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void logHearsOfACallBeforeItIsSentAndAfterItCameBack() throws Exception {
    List<Spend> kept = new ArrayList<>();
    CallBudget budget = CallBudget.open(CallCaps.none(), Optional.empty(), Spend.none(), kept::add);
    Reservation call = budget.reserve(5, 6).orElseThrow();
    call.settle(new TokenUsage(4, 0, 2, 0));
    assertThat(kept)
        .containsExactly(
            new Spend(1, new TokenUsage(5, 0, 6, 0), 1, Optional.empty()),
            new Spend(1, new TokenUsage(4, 0, 2, 0), 0, Optional.empty()));
  }

  @Test
  void logThatFailsStopsTheCall() throws Exception {
    CallBudget budget =
        CallBudget.open(
            CallCaps.none(),
            Optional.empty(),
            Spend.none(),
            most -> {
              throw new UncheckedIOException(new IOException("disk full"));
            });
    assertThatThrownBy(() -> budget.reserve(1, 1)).isInstanceOf(UncheckedIOException.class);
    assertThat(budget.most()).isEqualTo(Spend.none().at(Optional.empty()));
  }

  @Test
  void manyThreadsNeverGoBeyondTheCaps() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom caps = new SplittableRandom(seed);
      long tokens = caps.nextLong(1_000, 50_000);
      long calls = caps.nextLong(20, 400);
      BigDecimal money = BigDecimal.valueOf(caps.nextLong(1_000, 300_000), 6);
      manyThreads(CallCaps.none().withTokens(tokens).withCalls(calls).withMoney(money), seed);
    }
  }

  private static void manyThreads(CallCaps caps, int seed) throws Exception {
    ConcurrentLinkedQueue<Spend> kept = new ConcurrentLinkedQueue<>();
    CallBudget budget = CallBudget.open(caps, DOLLAR_AND_TEN, Spend.none(), kept::add);
    ConcurrentLinkedQueue<TokenUsage> billed = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Integer> sent = new ConcurrentLinkedQueue<>();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Future<?>> threads = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      SplittableRandom random = new SplittableRandom(31L * seed + thread);
      threads.add(
          pool.submit(
              () -> {
                for (int i = 0; i < 60; i++) {
                  int input = random.nextInt(500);
                  int output = random.nextInt(1, 300);
                  Optional<Reservation> call = budget.reserve(input, output);
                  if (call.isPresent()) {
                    sent.add(1);
                    billed.add(book(call.get(), input, output, random));
                  }
                }
              }));
    }
    for (Future<?> thread : threads) {
      thread.get();
    }
    pool.shutdown();
    TokenUsage total = billed.stream().reduce(TokenUsage.none(), TokenUsage::plus);
    assertThat(budget.spent()).isEqualTo(budget.most());
    assertThat(budget.spent().usage()).isEqualTo(total);
    assertThat(budget.spent().calls()).isEqualTo(sent.size());
    assertThat(kept)
        .isNotEmpty()
        .allSatisfy(
            most -> {
              assertThat(most.calls()).isLessThanOrEqualTo(caps.calls());
              assertThat(most.usage().total()).isLessThanOrEqualTo(caps.tokens());
              assertThat(most.money().orElseThrow())
                  .isLessThanOrEqualTo(caps.money().orElseThrow());
            });
  }

  private static TokenUsage book(Reservation call, int input, int output, SplittableRandom random) {
    switch (random.nextInt(3)) {
      case 0 -> {
        call.free();
        return TokenUsage.none();
      }
      case 1 -> {
        call.unknown();
        return new TokenUsage(input, 0, output, 0);
      }
      default -> {
        int read = random.nextInt(input + 1);
        TokenUsage usage =
            new TokenUsage(read, random.nextInt(read + 1), random.nextInt(output + 1), 0);
        call.settle(usage);
        return usage;
      }
    }
  }
}
