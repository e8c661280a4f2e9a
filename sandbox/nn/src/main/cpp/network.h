// Both networks: parameters, working memory, forward and backward passes.
//
// Parameters are kept in panels of 16 columns, [columns / 16][rows][16], so that a tile reads its weights one after
// another. A mini-batch is worked through in chunks of rows that stay in the first cache; gradients add up over them.
#ifndef GUERDON_NN_NETWORK_H
#define GUERDON_NN_NETWORK_H

#include <stdint.h>

#include <cstring>
#include <memory>
#include <vector>

#include "arithmetic.h"
#include "companion.h"
#include "kernel.h"

namespace nn {

constexpr int CHUNK = 64;

struct Matrix {
  int rows, columns;
  long offset;  // in floats, into each of the parameter-shaped arrays
  long size() const { return rows * padded(columns, PANEL); }
  long index(int i, int j) const { return offset + static_cast<long>(j / PANEL) * PANEL * rows + i * PANEL + j % PANEL; }
};

struct Layer {
  Matrix weight, bias;
  long stride;        // of an output row
  float* output;      // [CHUNK][stride]
  float* transposed;  // weights [out][in] in panels
};

struct Network final : nn_network {
  int observations, actions, relu;
  std::vector<Layer> nets[2];  // policy, value
  Matrix log_std;
  std::vector<Matrix> matrices;
  long size;                    // floats of one parameter-shaped array
  float *states[3], *gradient;  // states: parameters, first and second moment
  float *input, *delta[2][2], *inverse_std;  // delta: of the policy, of the value network
  long input_stride, delta_stride;
  std::vector<float> advantages;
  void* memory;
  int64_t bytes, steps;
  nn_settings settings;
  std::unique_ptr<Companion> companion;

  ~Network() override;
  const char* failure() const override { return nullptr; }
  void read(int state, float* target) override;
  void write(int state, const float* source) override;
  int64_t adam_steps() const override { return steps; }
  void set_adam_steps(int64_t value) override { steps = value; }
  void read_log_std(float* target) override;
  void forward(const float* observations, int rows, float* means, float* values) override;
  void values(const float* observations, int rows, float* values) override;
  void set_threads(int threads) override;
  void configure(const nn_settings& value) override { settings = value; }
  int update(const nn_samples& samples, const int* rows, int count, int mini_batch, float learning_rate,
             float* statistics) override;
};

// One panel more than needed: with the usual widths, powers of two, the rows of a tile would share cache sets.
inline long stride_of(int width) { return padded(width, PANEL) + PANEL; }

inline Operand panels(float* base, const Matrix& m) { return {base + m.offset, PANEL, m.rows}; }

inline void activate(const Network& net, float* rows, int count, long stride, int width) {
  for (int r = 0; r < count; r++, rows += stride) {
    if (net.relu) {
      for (int j = 0; j < width; j += 8) at(rows + j) = at(rows + j) < 0 ? v8{} : at(rows + j);
    } else {
      for (int j = 0; j < width; j += 8) at(rows + j) = tanh8(at(rows + j));
    }
  }
}

inline void forward(Network& net, int which, int rows) {
  const float* input = net.input;
  long stride = net.input_stride;
  std::vector<Layer>& layers = net.nets[which];
  for (size_t l = 0; l < layers.size(); l++) {
    Layer& layer = layers[l];
    const int width = static_cast<int>(padded(layer.weight.columns, 8));
    multiply<BIAS>(rows, width, layer.weight.rows, input, stride, 1, panels(net.states[0], layer.weight),
                   {layer.output, layer.stride, 1}, net.states[0] + layer.bias.offset);
    if (l + 1 < layers.size()) activate(net, layer.output, rows, layer.stride, width);
    input = layer.output;
    stride = layer.stride;
  }
}

inline void take(Network& net, const float* observations, int rows) {
  for (int r = 0; r < rows; r++, observations += net.observations) {
    std::memcpy(net.input + r * net.input_stride, observations, net.observations * sizeof(float));
  }
}

inline void give(Network& net, int which, int rows, float* target, int width) {
  forward(net, which, rows);
  const Layer& head = net.nets[which].back();
  for (int r = 0; r < rows; r++, target += width) {
    std::memcpy(target, head.output + r * head.stride, width * sizeof(float));
  }
}

inline void transpose(Network& net, int which) {
  std::vector<Layer>& layers = net.nets[which];
  for (size_t l = 1; l < layers.size(); l++) {
    const Matrix& w = layers[l].weight;
    const Matrix target = {w.columns, w.rows, 0};
    for (int i = 0; i < w.rows; i++) {
      for (int j = 0; j < w.columns; j++) layers[l].transposed[target.index(j, i)] = net.states[0][w.index(i, j)];
    }
  }
}

// From the loss by the last layer's output, in delta[which][0], to all gradients of one network.
template <Start S>
void backward(Network& net, int which, int rows) {
  std::vector<Layer>& layers = net.nets[which];
  float* delta = net.delta[which][0];
  float* next = net.delta[which][1];
  const long stride = net.delta_stride;
  for (size_t l = layers.size(); l-- > 0;) {
    Layer& layer = layers[l];
    const int width = static_cast<int>(padded(layer.weight.columns, 8));
    const float* input = l == 0 ? net.input : layers[l - 1].output;
    const long input_stride = l == 0 ? net.input_stride : layers[l - 1].stride;
    multiply<S>(layer.weight.rows, width, rows, input, 1, input_stride, {delta, stride, 1},
                panels(net.gradient, layer.weight));
    float* bias = net.gradient + layer.bias.offset;
    for (int j = 0; j < width; j += 8) {
      v8 sum = S == ADD ? at(bias + j) : v8{};
      for (int r = 0; r < rows; r++) sum += at(delta + r * stride + j);
      at(bias + j) = sum;
    }
    if (l == 0) return;
    const int in = static_cast<int>(padded(layer.weight.rows, 8));
    multiply<ZERO>(rows, in, layer.weight.columns, delta, stride, 1, {layer.transposed, PANEL, layer.weight.columns},
                   {next, stride, 1});
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < in; j += 8) {
        const v8 y = at(input + r * input_stride + j);
        v8& d = at(next + r * stride + j);
        d = net.relu ? (y > 0 ? d : d * 0) : d * (1 - y * y);
      }
    }
    float* swap = delta;
    delta = next;
    next = swap;
  }
}
// Lays out every array; with memory == nullptr it only measures.
inline int64_t lay_out(Network& net, char* memory) {
  int64_t used = 0;
  auto floats = [&](long count) {
    float* p = memory ? reinterpret_cast<float*>(memory + used) : nullptr;
    used += padded(count * sizeof(float), 64);
    return p;
  };
  for (float*& s : net.states) s = floats(net.size);
  net.gradient = floats(net.size);
  net.input = floats(CHUNK * net.input_stride);
  for (auto& deltas : net.delta) {
    for (float*& d : deltas) d = floats(CHUNK * net.delta_stride);
  }
  net.inverse_std = floats(padded(net.actions, PANEL));
  for (std::vector<Layer>& layers : net.nets) {
    for (Layer& layer : layers) {
      layer.output = floats(CHUNK * layer.stride);
      layer.transposed = floats(layer.weight.columns * padded(layer.weight.rows, PANEL));
    }
  }
  return used;
}

inline void describe(Network& net, const int* widths, int layers) {
  const auto add = [&net](int rows, int columns) {
    net.matrices.push_back({rows, columns, net.size});
    net.size += net.matrices.back().size();
    return net.matrices.back();
  };
  net.input_stride = stride_of(net.observations);
  for (int n = 0; n < 2; n++) {
    int in = net.observations;
    for (int l = 0; l <= layers; l++) {
      const int out = l < layers ? widths[l] : n == 0 ? net.actions : 1;
      const Matrix weight = add(in, out), bias = add(1, out);
      net.nets[n].push_back({weight, bias, stride_of(out), nullptr, nullptr});
      if (stride_of(out) > net.delta_stride) net.delta_stride = stride_of(out);
      in = out;
    }
  }
  net.log_std = add(1, net.actions);
}
}  // namespace nn

#endif
