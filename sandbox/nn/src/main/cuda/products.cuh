// The matrix products of one chunk, by all threads of a block. Every thread sums a tile in registers.
#ifndef GUERDON_NN_PRODUCTS_CUH
#define GUERDON_NN_PRODUCTS_CUH

#include "plan.h"

namespace nn::cuda {

__device__ inline float4& four(float* p) { return *reinterpret_cast<float4*>(p); }
__device__ inline float4 four(const float* p) { return *reinterpret_cast<const float4*>(p); }

__device__ inline void add(float4& sum, float factor, float4 x) {
  sum.x += factor * x.x;
  sum.y += factor * x.y;
  sum.z += factor * x.z;
  sum.w += factor * x.w;
}

__device__ inline float dot(float4 a, float4 b, float sum) {
  return fmaf(a.w, b.w, fmaf(a.z, b.z, fmaf(a.y, b.y, fmaf(a.x, b.x, sum))));
}

// The CPU kernel's own fit. A NaN passes through.
__device__ inline float hyperbolic_tangent(float x) {
  x = x > 7.9f ? 7.9f : x;
  x = x < -7.9f ? -7.9f : x;
  const float t = x * x;
  const float p = (((1.5428176e-8f * t + 2.202339e-5f) * t + 0.003579001f) * t + 0.13450629f) * t + 1.0f;
  const float q = (((8.5988626e-7f * t + 0.0003423665f) * t + 0.026192272f) * t + 0.46783957f) * t + 1.0f;
  return x * p / q;
}

enum class Act { NONE, TANH, RELU };

__device__ inline float activated(float x, Act act) {
  if (act == Act::TANH) return hyperbolic_tangent(x);
  if (act == Act::RELU) return x < 0 ? 0 : x;
  return x;
}

__device__ inline float slope(float y, Act act) {
  if (act == Act::TANH) return 1 - y * y;
  return y > 0 ? 1.0f : 0.0f;
}

__device__ inline int whole_warps(int tiles) { return (tiles + 31) / 32 * 32; }

// Eight groups of the fast index by four of the slow one in a warp: 128 bytes of the one, a broadcast of the other.
struct Tile {
  int fast, slow;
};

__device__ inline Tile tile_of(int t, int fast_groups) {
  const int blocks = (fast_groups + 7) / 8;
  const int warp = t / 32, lane = t % 32;
  return {warp % blocks * 8 + lane % 8, warp / blocks * 4 + lane / 8};
}

__device__ inline int tiles_of(int fast_groups, int slow_groups) {
  return (fast_groups + 7) / 8 * 8 * ((slow_groups + 3) / 4 * 4);
}

// out[j][r] = act(bias[j] + sum over k of in[k][r] w[k][j]); T rows and four columns a thread.
template <int T>
__device__ void forward_tiles(const Place& p, const float* parameters, const float* in, float* out, Act act) {
  const float* bias = parameters + p.bias;
  const int row_groups = ROWS / T;
  for (int t = threadIdx.x; t < tiles_of(row_groups, p.columns / 4); t += blockDim.x) {
    const Tile tile = tile_of(t, row_groups);
    if (tile.slow >= p.columns / 4) continue;
    const int r = tile.fast * T, j = tile.slow * 4;
    const float* w = parameters + p.weight + j;
    float4 sum[T];
#pragma unroll
    for (int i = 0; i < T; i++) sum[i] = four(bias + j);
#pragma unroll 4
    for (int k = 0; k < p.rows; k++) {
      const float4 column = four(w + k * p.stride);
      float x[T];
      if constexpr (T == 4) {
        const float4 rows = four(in + k * ROW_STRIDE + r);
        x[0] = rows.x, x[1] = rows.y, x[2] = rows.z, x[3] = rows.w;
      } else {
        for (int i = 0; i < T; i++) x[i] = in[k * ROW_STRIDE + r + i];
      }
#pragma unroll
      for (int i = 0; i < T; i++) add(sum[i], x[i], column);
    }
#pragma unroll
    for (int i = 0; i < T; i++) {
      float* to = out + j * ROW_STRIDE + r + i;
      to[0] = activated(sum[i].x, act);
      to[ROW_STRIDE] = activated(sum[i].y, act);
      to[2 * ROW_STRIDE] = activated(sum[i].z, act);
      to[3 * ROW_STRIDE] = activated(sum[i].w, act);
    }
  }
}

__device__ inline void forward_layer(const Place& p, const float* parameters, const float* in, float* out, Act act) {
  if (p.columns > 32) {
    forward_tiles<4>(p, parameters, in, out, act);
  } else {
    forward_tiles<1>(p, parameters, in, out, act);
  }
}

// gradient[i][j] (+)= sum over r of in[i][r] delta[j][r]; T rows i, four columns j a thread.
template <int T>
__device__ void gradient_tile(const Place& p, const float* in, const float* delta, float* gradient, bool add_up,
                              int t) {
  const int row_groups = p.rows / T, column_groups = p.columns / 4;
  const Tile tile = tile_of(t, row_groups);
  if (tile.fast >= row_groups || tile.slow >= column_groups) return;
  float sum[T][4] = {};
#pragma unroll 2
  for (int r = 0; r < ROWS; r += 4) {
    float4 a[T], b[4];
#pragma unroll
    for (int i = 0; i < T; i++) a[i] = four(in + (tile.fast + i * row_groups) * ROW_STRIDE + r);
#pragma unroll
    for (int j = 0; j < 4; j++) b[j] = four(delta + (tile.slow + j * column_groups) * ROW_STRIDE + r);
#pragma unroll
    for (int i = 0; i < T; i++) {
#pragma unroll
      for (int j = 0; j < 4; j++) sum[i][j] = dot(a[i], b[j], sum[i][j]);
    }
  }
#pragma unroll
  for (int i = 0; i < T; i++) {
#pragma unroll
    for (int j = 0; j < 4; j++) {
      float& g = gradient[p.weight + (tile.fast + i * row_groups) * p.stride + tile.slow + j * column_groups];
      g = add_up ? g + sum[i][j] : sum[i][j];
    }
  }
}

// out[i][r] = slope(in[i][r]) * sum over j of w[i][j] delta[j][r]; four rows i, four samples r a thread.
__device__ inline void delta_tile(const Place& p, const float* parameters, const float* in, const float* delta,
                                  float* out, Act act, int t) {
  const int row_groups = p.rows / 4;
  const Tile tile = tile_of(t, ROWS / 4);
  if (tile.slow >= row_groups) return;
  const int r = tile.fast * 4;
  const float* w = parameters + p.weight;
  float4 sum[4] = {};
#pragma unroll 2
  for (int j = 0; j < p.columns; j += 4) {
    float4 d[4];
#pragma unroll
    for (int k = 0; k < 4; k++) d[k] = four(delta + (j + k) * ROW_STRIDE + r);
#pragma unroll
    for (int i = 0; i < 4; i++) {
      const float4 row = four(w + (tile.slow + i * row_groups) * p.stride + j);
      add(sum[i], row.x, d[0]);
      add(sum[i], row.y, d[1]);
      add(sum[i], row.z, d[2]);
      add(sum[i], row.w, d[3]);
    }
  }
#pragma unroll
  for (int i = 0; i < 4; i++) {
    const int unit = tile.slow + i * row_groups;
    const float4 y = four(in + unit * ROW_STRIDE + r);
    float4 s = sum[i];
    s.x *= slope(y.x, act);
    s.y *= slope(y.y, act);
    s.z *= slope(y.z, act);
    s.w *= slope(y.w, act);
    four(out + unit * ROW_STRIDE + r) = s;
  }
}

// target[j] (+)= sum over r of rows[j][r], by the block's last threads, which have the least other work.
__device__ inline void sum_rows(const float* rows, int count, float* target, bool add_up) {
  for (int j = blockDim.x - 1 - threadIdx.x; j < count; j += blockDim.x) {
    float4 sum = {};
#pragma unroll 4
    for (int r = 0; r < ROWS; r += 4) add(sum, 1, four(rows + j * ROW_STRIDE + r));
    const float total = (sum.x + sum.z) + (sum.y + sum.w);
    target[j] = add_up ? target[j] + total : total;
  }
}

// All that follows from one layer's delta: its gradients, and the delta before it unless it is the first.
__device__ inline void backward_layer(const Place& p, const float* parameters, const float* in, const float* delta,
                                      float* gradient, float* before, Act act, bool add_up) {
  const bool large = p.rows * p.columns >= 2048;
  const int of_gradient = whole_warps(tiles_of(large ? p.rows / 4 : p.rows, p.columns / 4));
  const int of_delta = before ? tiles_of(ROWS / 4, p.rows / 4) : 0;
  for (int t = threadIdx.x; t < of_gradient + of_delta; t += blockDim.x) {
    if (t >= of_gradient) {
      delta_tile(p, parameters, in, delta, before, act, t - of_gradient);
    } else if (large) {
      gradient_tile<4>(p, in, delta, gradient, add_up, t);
    } else {
      gradient_tile<1>(p, in, delta, gradient, add_up, t);
    }
  }
  sum_rows(delta, p.columns, gradient + p.bias, add_up);
}

}  // namespace nn::cuda

#endif
