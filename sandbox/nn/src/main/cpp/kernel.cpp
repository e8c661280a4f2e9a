// PPO's gradient step and Adam over the two networks, on the CPU.
#include "kernel.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>
#include <system_error>
#include <vector>

#include "arithmetic.h"
#include "network.h"

namespace nn {

std::atomic<int64_t> live_bytes(0);

struct Batch : nn_samples {
  const int* rows;
  int count;
};

struct Sums {
  double policy_loss, value_loss, entropy, kl, clipped, norm;
};

constexpr double HALF_LOG_TWO_PI = 0.91893853320467274178;

void normalise(float* advantages, int count) {
  double mean = 0, squares = 0;
  for (int i = 0; i < count; i++) mean += advantages[i];
  mean /= count;
  for (int i = 0; i < count; i++) squares += (advantages[i] - mean) * (advantages[i] - mean);
  const double scale = 1 / (__builtin_sqrt(squares / (count - 1)) + 1e-8);
  for (int i = 0; i < count; i++) advantages[i] = static_cast<float>((advantages[i] - mean) * scale);
}

// Clipped surrogate of `rows` samples; writes its derivative by the means to delta[0][0] and adds that by log-std.
void policy_loss(Network& net, const Batch& batch, int first, int rows, double sum_log_std, Sums& sums) {
  const Layer& head = net.nets[0].back();
  const int width = static_cast<int>(padded(net.actions, 8));
  const float share = 1.0f / batch.count;
  float* log_std_gradient = net.gradient + net.log_std.offset;
  for (int r = 0; r < rows; r++) {
    const int row = batch.rows[first + r];
    const float* action = batch.actions + static_cast<long>(row) * net.actions;
    float* delta = net.delta[0][0] + r * net.delta_stride;
    std::memcpy(delta, action, net.actions * sizeof(float));
    for (int j = net.actions; j < width; j++) delta[j] = 0;
    v8 squares{};
    for (int j = 0; j < width; j += 8) {
      const v8 z = (at(delta + j) - at(head.output + r * head.stride + j)) * at(net.inverse_std + j);
      at(delta + j) = z;
      squares += z * z;
    }
    const double log_probability = -0.5 * total(squares) - sum_log_std - HALF_LOG_TWO_PI * net.actions;
    const double log_ratio = log_probability - batch.log_probabilities[row];
    const double ratio = exponential(log_ratio);
    const double advantage = net.advantages[first + r];
    const double low = 1 - net.settings.clip_range, high = 1 + net.settings.clip_range;
    const double bounded = ratio < low ? low : ratio > high ? high : ratio;
    const bool limited = bounded * advantage < ratio * advantage;
    sums.policy_loss -= (limited ? bounded : ratio) * advantage;
    sums.kl += (ratio - 1) - log_ratio;
    sums.clipped += bounded != ratio;
    const float slope = limited ? 0.0f : static_cast<float>(-advantage * ratio) * share;
    for (int j = 0; j < width; j += 8) {
      const v8 z = at(delta + j);
      at(log_std_gradient + j) += slope * (z * z - 1);
      at(delta + j) = slope * z * at(net.inverse_std + j);
    }
  }
}

void value_loss(Network& net, const Batch& batch, int first, int rows, Sums& sums) {
  const Layer& head = net.nets[1].back();
  const float share = net.settings.value_coefficient / batch.count;
  for (int r = 0; r < rows; r++) {
    const int row = batch.rows[first + r];
    const float value = head.output[r * head.stride];
    float error = value - batch.returns[row];
    float slope = error;
    if (net.settings.clip_values) {
      const float old = batch.values[row];
      const float moved = value - old;
      const float range = net.settings.clip_range;
      const float kept = moved < -range ? -range : moved > range ? range : moved;
      const float clipped = old + kept - batch.returns[row];
      if (clipped * clipped > error * error) {
        error = clipped;
        slope = kept == moved ? clipped : 0;
      }
    }
    sums.value_loss += 0.5 * error * error;
    float* delta = net.delta[1][0] + r * net.delta_stride;
    at(delta) = v8{};
    delta[0] = slope * share;
  }
}

void gather(Network& net, const Batch& batch, int first, int rows) {
  for (int r = 0; r < rows; r++) {
    std::memcpy(net.input + r * net.input_stride,
                batch.observations + static_cast<long>(batch.rows[first + r]) * net.observations,
                net.observations * sizeof(float));
  }
}

double prepare_std(Network& net) {
  const float* log_std = net.states[0] + net.log_std.offset;
  double sum = 0;
  for (int j = 0; j < net.actions; j++) {
    sum += log_std[j];
    net.inverse_std[j] = static_cast<float>(exponential(-static_cast<double>(log_std[j])));
  }
  return sum;
}

double gradient_norm(const Network& net) {
  double sum = 0;
  for (const Matrix& m : net.matrices) {
    v8 squares{};
    for (long i = m.offset; i < m.offset + m.size(); i += 8) squares += at(net.gradient + i) * at(net.gradient + i);
    sum += total(squares);
  }
  return __builtin_sqrt(sum);
}

// Does two things that touch nothing in common, side by side where there is a companion.
template <typename First, typename Second>
void both(Network& net, const First& first, Second& second) {
  if (!net.companion) {
    first();
    second();
    return;
  }
  net.companion->start(second);
  first();
  net.companion->join();
}

Sums gradients(Network& net, const Batch& batch) {
  Sums sums = {};
  net.advantages.resize(batch.count);
  for (int i = 0; i < batch.count; i++) net.advantages[i] = batch.advantages[batch.rows[i]];
  if (net.settings.normalise_advantages && batch.count > 1) normalise(net.advantages.data(), batch.count);
  const double sum_log_std = prepare_std(net);
  float* log_std_gradient = net.gradient + net.log_std.offset;
  for (int j = 0; j < padded(net.actions, PANEL); j++) log_std_gradient[j] = 0;
  for (int first = 0; first < batch.count; first += CHUNK) {
    const int rows = batch.count - first < CHUNK ? batch.count - first : CHUNK;
    gather(net, batch, first, rows);
    const auto policy = [&] {
      if (first == 0) transpose(net, 0);
      forward(net, 0, rows);
      policy_loss(net, batch, first, rows, sum_log_std, sums);
      first == 0 ? backward<ZERO>(net, 0, rows) : backward<ADD>(net, 0, rows);
    };
    auto value = [&] {
      if (first == 0) transpose(net, 1);
      forward(net, 1, rows);
      value_loss(net, batch, first, rows, sums);
      first == 0 ? backward<ZERO>(net, 1, rows) : backward<ADD>(net, 1, rows);
    };
    both(net, policy, value);
  }
  for (int j = 0; j < net.actions; j++) log_std_gradient[j] -= net.settings.entropy_coefficient;
  for (int j = net.actions; j < padded(net.actions, PANEL); j++) log_std_gradient[j] = 0;
  sums.policy_loss /= batch.count;
  sums.value_loss /= batch.count;
  sums.entropy = sum_log_std + net.actions * (0.5 + HALF_LOG_TWO_PI);
  sums.kl /= batch.count;
  sums.clipped /= batch.count;
  sums.norm = gradient_norm(net);
  return sums;
}

struct Adam {
  float scale, rate, inverse, beta1, beta2, epsilon;
};

void adam(const Adam& by, long count, const float* __restrict gradient, float* __restrict p, float* __restrict m,
          float* __restrict v) {
  for (long i = 0; i < count; i++) {
    const float g = gradient[i] * by.scale;
    m[i] = by.beta1 * m[i] + (1 - by.beta1) * g;
    v[i] = by.beta2 * v[i] + (1 - by.beta2) * (g * g);
    p[i] -= by.rate * m[i] / (__builtin_sqrtf(v[i]) * by.inverse + by.epsilon);
  }
}

void adam(Network& net, double norm, float learning_rate) {
  net.steps++;
  const double clip = net.settings.max_gradient_norm / (norm + 1e-6);
  const Adam by = {clip < 1 ? static_cast<float>(clip) : 1.0f,
                   static_cast<float>(learning_rate / (1 - power(net.settings.adam_beta1, net.steps))),
                   static_cast<float>(1 / __builtin_sqrt(1 - power(net.settings.adam_beta2, net.steps))),
                   net.settings.adam_beta1, net.settings.adam_beta2, net.settings.adam_epsilon};
  const auto move = [&](long from, long to) {
    adam(by, to - from, net.gradient + from, net.states[0] + from, net.states[1] + from, net.states[2] + from);
  };
  const long middle = net.size / (2 * PANEL) * PANEL;
  auto rest = [&] { move(middle, net.size); };
  both(net, [&] { move(0, middle); }, rest);
}

bool finite(double x) { return x - x == 0; }

void Network::set_threads(int threads) {
  if (threads < 2) {
    companion.reset();
  } else if (!companion) {
    try {
      companion.reset(new Companion());
    } catch (const std::system_error&) {
      // One thread does the same.
    }
  }
}

Network::~Network() {
  live_bytes -= bytes;
  std::free(memory);
}

void Network::read(int state, float* target) {
  for (const Matrix& m : matrices) {
    for (int i = 0; i < m.rows; i++) {
      for (int j = 0; j < m.columns; j++) *target++ = states[state][m.index(i, j)];
    }
  }
}

void Network::write(int state, const float* source) {
  for (const Matrix& m : matrices) {
    for (int i = 0; i < m.rows; i++) {
      for (int j = 0; j < m.columns; j++) states[state][m.index(i, j)] = *source++;
    }
  }
}

void Network::read_log_std(float* target) {
  std::memcpy(target, states[0] + log_std.offset, actions * sizeof(float));
}

void Network::forward(const float* given, int rows, float* means, float* values) {
  FlushSubnormals guard;
  for (int first = 0; first < rows; first += CHUNK) {
    const int count = rows - first < CHUNK ? rows - first : CHUNK;
    take(*this, given + static_cast<long>(first) * observations, count);
    give(*this, 0, count, means + static_cast<long>(first) * actions, actions);
    give(*this, 1, count, values + first, 1);
  }
}

void Network::values(const float* given, int rows, float* values) {
  FlushSubnormals guard;
  for (int first = 0; first < rows; first += CHUNK) {
    const int count = rows - first < CHUNK ? rows - first : CHUNK;
    take(*this, given + static_cast<long>(first) * observations, count);
    give(*this, 1, count, values + first, 1);
  }
}

int Network::update(const nn_samples& samples, const int* rows, int count, int mini_batch, float learning_rate,
                    float* statistics) {
  FlushSubnormals guard;
  for (int i = 0; i < count; i++) {
    if (rows[i] < 0 || rows[i] >= samples.capacity) return -1;
  }
  if (companion) companion->wake();
  double sum[6] = {};
  int seen = 0, applied = 0;
  for (int first = 0; first < count && applied == seen; first += mini_batch, seen++) {
    const Sums s =
        gradients(*this, {samples, rows + first, count - first < mini_batch ? count - first : mini_batch});
    const double each[6] = {s.policy_loss, s.value_loss, s.entropy, s.kl, s.clipped, s.norm};
    bool good = true;
    for (int i = 0; i < 6; i++) {
      sum[i] += each[i];
      good = good && finite(each[i]);
    }
    if (!good) continue;
    adam(*this, s.norm, learning_rate);
    applied++;
  }
  if (companion) companion->rest();
  for (int i = 0; i < 6; i++) statistics[i] = static_cast<float>(sum[i] / seen);
  return applied;
}
}  // namespace nn

nn_network* nn_cpu_create(int observations, int actions, const int* widths, int layers, int relu) {
  nn::Network* net = new (std::nothrow) nn::Network();
  if (!net) return nullptr;
  net->observations = observations;
  net->actions = actions;
  net->relu = relu;
  nn::describe(*net, widths, layers);
  const int64_t bytes = nn::lay_out(*net, nullptr);
  net->memory = std::aligned_alloc(64, bytes);
  if (!net->memory) {
    delete net;
    return nullptr;
  }
  net->bytes = bytes;
  std::memset(net->memory, 0, bytes);
  nn::lay_out(*net, static_cast<char*>(net->memory));
  nn::live_bytes += bytes;
  return net;
}

int64_t nn_cpu_live_bytes() { return nn::live_bytes; }
