// Vectors of eight floats: elementary functions and the matrix product, with the same bits on every machine of one
// baseline: no -ffast-math, no dispatch on CPU features, own tanh and exp.
#ifndef GUERDON_NN_ARITHMETIC_H
#define GUERDON_NN_ARITHMETIC_H

#include <stdint.h>

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace nn {

typedef float v8 __attribute__((vector_size(32), may_alias));

constexpr int PANEL = 16;

inline long padded(long n, long to) { return (n + to - 1) / to * to; }

// Decaying moments of dead units become subnormal, which costs a hundred cycles each: they count as zero here.
class FlushSubnormals {
#if defined(__x86_64__)
  unsigned saved = _mm_getcsr();

 public:
  FlushSubnormals() { _mm_setcsr(saved | 0x8040); }
  ~FlushSubnormals() { _mm_setcsr(saved); }
#elif defined(__aarch64__)
  uint64_t saved;

 public:
  FlushSubnormals() {
    __asm__ volatile("mrs %0, fpcr" : "=r"(saved));
    __asm__ volatile("msr fpcr, %0" : : "r"(saved | (1ull << 24)));
  }
  ~FlushSubnormals() { __asm__ volatile("msr fpcr, %0" : : "r"(saved)); }
#else
 public:
  FlushSubnormals() {}
  ~FlushSubnormals() {}
#endif
};
// ---- elementary functions

// Rational minimax fit on [-7.9, 7.9], relative error below 4e-7. A NaN passes through.
inline v8 tanh8(v8 x) {
  const v8 limit = x * 0 + 7.9f;
  x = x > limit ? limit : x;
  x = x < -limit ? -limit : x;
  const v8 t = x * x;
  const v8 p = (((1.5428176e-8f * t + 2.202339e-5f) * t + 0.003579001f) * t + 0.13450629f) * t + 1.0f;
  const v8 q = (((8.5988626e-7f * t + 0.0003423665f) * t + 0.026192272f) * t + 0.46783957f) * t + 1.0f;
  return x * p / q;
}

// exp(x) for |x| <= 80, limited to that range outside. A NaN passes through.
inline double exponential(double x) {
  x = x > 80.0 ? 80.0 : x;
  x = x < -80.0 ? -80.0 : x;
  if (x != x) return x;
  const double k = __builtin_floor(x * 1.4426950408889634 + 0.5);
  const double r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
  // Taylor's series; |r| < 0.35, so twelve terms reach 1e-14.
  static constexpr double inverse_factorial[] = {
      1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720,
      1.0 / 120,      1.0 / 24,      1.0 / 6,      0.5,         1.0,        1.0};
  double sum = 0;
  for (double coefficient : inverse_factorial) sum = sum * r + coefficient;
  const int64_t bits = (static_cast<int64_t>(k) + 1023) << 52;
  double scale;
  std::memcpy(&scale, &bits, sizeof scale);
  return sum * scale;
}

inline double power(double base, int64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent >>= 1, base *= base) {
    if (exponent & 1) result *= base;
  }
  return result;
}

inline float total(v8 x) {
  return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

inline v8& at(float* p) { return *reinterpret_cast<v8*>(p); }
inline const v8& at(const float* p) { return *reinterpret_cast<const v8*>(p); }

// ---- matrix product
//
// C[M x N] += A[M x K] B[K x N] in tiles of 6 rows x 16 columns that live in twelve vector registers.

enum Start { ZERO, BIAS, ADD };

// A strided operand: element (i, j) of a row-major matrix or of a matrix in panels.
struct Operand {
  float* data;
  long row;    // from a row to the next
  long panel;  // from a column to the next, for columns that are multiples of 16
};

template <int R, int V, Start S>
inline __attribute__((always_inline)) void tile(int depth, const float* a, long a_row, long a_step, const float* b,
                                                long b_row, float* c, long c_row, const float* bias) {
  v8 sum[R][V];
#pragma GCC unroll 6
  for (int r = 0; r < R; r++) {
#pragma GCC unroll 2
    for (int v = 0; v < V; v++) {
      if (S == ZERO) sum[r][v] = v8{};
      if (S == BIAS) sum[r][v] = at(bias + 8 * v);
      if (S == ADD) sum[r][v] = at(c + r * c_row + 8 * v);
    }
  }
  for (int k = 0; k < depth; k++) {
    v8 column[V];
#pragma GCC unroll 2
    for (int v = 0; v < V; v++) column[v] = at(b + 8 * v);
#pragma GCC unroll 6
    for (int r = 0; r < R; r++) {
      const float factor = a[r * a_row];
#pragma GCC unroll 2
      for (int v = 0; v < V; v++) sum[r][v] += factor * column[v];
    }
    a += a_step;
    b += b_row;
  }
#pragma GCC unroll 6
  for (int r = 0; r < R; r++) {
#pragma GCC unroll 2
    for (int v = 0; v < V; v++) at(c + r * c_row + 8 * v) = sum[r][v];
  }
}

template <int V, Start S>
inline void column(int m, int depth, const float* a, long a_row, long a_step, const float* b, long b_row, float* c,
            long c_row, const float* bias) {
  int i = 0;
  for (; i + 6 <= m; i += 6) tile<6, V, S>(depth, a + i * a_row, a_row, a_step, b, b_row, c + i * c_row, c_row, bias);
  a += i * a_row;
  c += i * c_row;
  switch (m - i) {
    case 5: return tile<5, V, S>(depth, a, a_row, a_step, b, b_row, c, c_row, bias);
    case 4: return tile<4, V, S>(depth, a, a_row, a_step, b, b_row, c, c_row, bias);
    case 3: return tile<3, V, S>(depth, a, a_row, a_step, b, b_row, c, c_row, bias);
    case 2: return tile<2, V, S>(depth, a, a_row, a_step, b, b_row, c, c_row, bias);
    case 1: return tile<1, V, S>(depth, a, a_row, a_step, b, b_row, c, c_row, bias);
    default: return;
  }
}

// c[m][n] = start + a[m][depth] b[depth][n]; a's rows are a_row apart, its columns a_step.
template <Start S>
void multiply(int m, int n, int depth, const float* a, long a_row, long a_step, Operand b, Operand c,
              const float* bias = nullptr) {
  for (int j = 0; j < n; j += PANEL) {
    const float* from = b.data + j * b.panel;
    float* to = c.data + j * c.panel;
    if (n - j > 8) {
      column<2, S>(m, depth, a, a_row, a_step, from, b.row, to, c.row, bias + j);
    } else {
      column<1, S>(m, depth, a, a_row, a_step, from, b.row, to, c.row, bias + j);
    }
  }
}
}  // namespace nn

#endif
