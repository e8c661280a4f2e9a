// A whole update in one launch: a cluster of two blocks a job, one block a network. Parameters, gradients and Adam's
// moments stay on the chip as far as they fit; the blocks exchange the norm and the losses once a mini-batch.
#ifndef GUERDON_NN_UPDATE_CUH
#define GUERDON_NN_UPDATE_CUH

#include <cooperative_groups.h>

#include "products.cuh"

namespace nn::cuda {

constexpr double HALF_LOG_TWO_PI = 0.91893853320467274178;
constexpr int WARPS = THREADS / 32;

// What a mini-batch comes to in one network.
struct Sums {
  double squares;  // of the gradient
  double loss, kl, clipped, entropy;
};

// What all threads need of a mini-batch before its loss.
struct Prepared {
  double mean, scale;  // of the advantages
  double sum_log_std;
  float rate, inverse;  // Adam's corrections for the moments' start at 0
};

// What the threads of a block tell each other, at the start of the chip's memory.
struct Board {
  Sums partial[WARPS], exchanged[2];
  Prepared prepared;
};

constexpr int BOARD_FLOATS = (sizeof(Board) + 15) / 16 * 4;

struct Chip {
  float *parameters, *gradient, *first, *second;
  float *input, *output[LARGEST_DEPTH + 1], *delta[2], *log_std_terms, *inverse_std;
};

#ifdef __CUDACC__
__device__ inline float* on_chip() {
  extern __shared__ float4 memory[];
  return reinterpret_cast<float*>(memory);
}
#else
float* on_chip();  // of the tests' emulation
#endif

__device__ inline double warp_sum(double x) {
  for (int step = 16; step > 0; step /= 2) x += __shfl_xor_sync(0xffffffffu, x, step);
  return x;
}

__device__ inline double power(double base, int64_t exponent) {
  double result = 1;
  for (; exponent > 0; exponent >>= 1, base *= base) {
    if (exponent & 1) result *= base;
  }
  return result;
}

__device__ inline bool finite(double x) { return x - x == 0; }

__device__ inline int padded4(int n) { return (n + 3) / 4 * 4; }

__device__ inline void copy(float* to, const float* from, int count) {
  for (int i = 4 * threadIdx.x; i < count; i += 4 * blockDim.x) four(to + i) = four(from + i);
}

// Lays the activations out; the host counts the same floats.
__device__ inline void place(const NetPlan& net, float* p, Chip& chip) {
  const auto rows = [&p](int units) {
    float* at = p;
    p += units * ROW_STRIDE;
    return at;
  };
  int widest = 0;
  chip.input = rows(net.layer[0].rows);
  for (int l = 0; l < net.depth; l++) {
    chip.output[l] = rows(net.layer[l].columns);
    widest = max(widest, net.layer[l].columns);
  }
  chip.delta[0] = rows(widest);
  chip.delta[1] = rows(widest);
  chip.log_std_terms = rows(net.layer[net.depth - 1].columns);
  chip.inverse_std = p;
}

// input[k][r] = observations[rows[r]][k]; zeros where there is no sample.
__device__ inline void gather(const Plan& plan, const Place& p, const float* observations, const int* rows, int count,
                              float* input) {
  for (int e = threadIdx.x; e < ROWS * p.rows; e += blockDim.x) {
    const int r = e / p.rows, k = e % p.rows;
    const bool is = r < count && k < plan.observations;
    input[k * ROW_STRIDE + r] = is ? observations[static_cast<int64_t>(rows ? rows[r] : r) * plan.observations + k] : 0;
  }
}

__device__ inline void forward(const Plan& plan, const NetPlan& net, const Chip& chip) {
  const float* in = chip.input;
  const Act act = plan.relu ? Act::RELU : Act::TANH;
  for (int l = 0; l < net.depth; l++) {
    forward_layer(net.layer[l], chip.parameters, in, chip.output[l], l + 1 < net.depth ? act : Act::NONE);
    in = chip.output[l];
    __syncthreads();
  }
}

__device__ inline void backward(const Plan& plan, const NetPlan& net, const Chip& chip, bool add_up) {
  const Act act = plan.relu ? Act::RELU : Act::TANH;
  float* delta = chip.delta[0];
  float* before = chip.delta[1];
  for (int l = net.depth - 1; l >= 0; l--) {
    const float* in = l == 0 ? chip.input : chip.output[l - 1];
    backward_layer(net.layer[l], chip.parameters, in, delta, chip.gradient, l == 0 ? nullptr : before, act, add_up);
    __syncthreads();
    float* swap = delta;
    delta = before;
    before = swap;
  }
}

// One warp each: the advantages' scale, the deviations, Adam's corrections.
__device__ inline void prepare(const Plan& plan, const Settings& s, const NetPlan& net, const Chip& chip, bool policy,
                               const float* advantages, const int* rows, int count, int64_t step, float learning_rate,
                               Prepared& out) {
  const int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
  if (policy && warp == WARPS - 1) {
    double sum = 0, squares = 0;
    if (s.normalise && count > 1) {
      for (int i = lane; i < count; i += 32) sum += advantages[rows[i]];
      const double mean = warp_sum(sum) / count;
      for (int i = lane; i < count; i += 32) squares += (advantages[rows[i]] - mean) * (advantages[rows[i]] - mean);
      const double scale = 1 / (sqrt(warp_sum(squares) / (count - 1)) + 1e-8);
      if (lane == 0) out.mean = mean, out.scale = scale;
    } else if (lane == 0) {
      out.mean = 0, out.scale = 1;
    }
  }
  if (policy && warp == WARPS - 2) {
    const float* log_std = chip.parameters + net.log_std;
    double sum = 0;
    for (int j = lane; j < padded4(plan.actions); j += 32) {
      const bool is = j < plan.actions;
      sum += is ? log_std[j] : 0;
      chip.inverse_std[j] = is ? static_cast<float>(exp(-static_cast<double>(log_std[j]))) : 0;
    }
    sum = warp_sum(sum);
    if (lane == 0) out.sum_log_std = sum;
  }
  if (warp == WARPS - 3 && lane == 0) {
    out.rate = static_cast<float>(learning_rate / (1 - power(s.beta1, step)));
    out.inverse = static_cast<float>(1 / sqrt(1 - power(s.beta2, step)));
  }
}

// The loss of sample r: its derivative by the head's outputs goes to delta, that by log-std to log_std_terms.
__device__ inline void policy_loss(const Plan& plan, const Settings& s, const Chip& chip, const float* head,
                                   const float* samples, const SampleOffsets& at, int row, int r, bool is, int count,
                                   const Prepared& given, Sums& sums) {
  float* delta = chip.delta[0] + r;
  float* terms = chip.log_std_terms + r;
  const int width = padded4(plan.actions);
  if (!is) {
    for (int j = 0; j < width; j++) delta[j * ROW_STRIDE] = terms[j * ROW_STRIDE] = 0;
    return;
  }
  const float* action = samples + at.actions + static_cast<int64_t>(row) * plan.actions;
  float squares = 0;
  for (int j = 0; j < width; j++) {
    const float z = j < plan.actions ? (action[j] - head[j * ROW_STRIDE + r]) * chip.inverse_std[j] : 0;
    delta[j * ROW_STRIDE] = z;
    squares += z * z;
  }
  const double log_probability = -0.5 * squares - given.sum_log_std - HALF_LOG_TWO_PI * plan.actions;
  const double log_ratio = log_probability - samples[at.log_probabilities + row];
  const double ratio = exp(fmin(80.0, fmax(-80.0, log_ratio))) + 0 * log_ratio;
  const float advantage = static_cast<float>((samples[at.advantages + row] - given.mean) * given.scale);
  const double low = 1.0 - s.clip_range, high = 1.0 + s.clip_range;
  const double bounded = ratio < low ? low : ratio > high ? high : ratio;
  const bool limited = bounded * advantage < ratio * advantage;
  sums.loss -= (limited ? bounded : ratio) * advantage;
  sums.kl += (ratio - 1) - log_ratio;
  sums.clipped += bounded != ratio;
  const float factor = limited ? 0.0f : static_cast<float>(-advantage * ratio) * (1.0f / count);
  for (int j = 0; j < width; j++) {
    const bool real = j < plan.actions;
    const float z = delta[j * ROW_STRIDE];
    terms[j * ROW_STRIDE] = real ? factor * (z * z - 1) : 0;
    delta[j * ROW_STRIDE] = real ? factor * z * chip.inverse_std[j] : 0;
  }
}

__device__ inline void value_loss(const Settings& s, const Chip& chip, const float* head, const float* samples,
                                  const SampleOffsets& at, int row, int r, bool is, int count, Sums& sums) {
  float* delta = chip.delta[0] + r;
  for (int j = 0; j < 4; j++) delta[j * ROW_STRIDE] = 0;
  if (!is) return;
  const float value = head[r], wanted = samples[at.returns + row];
  float error = value - wanted;
  float factor = error;
  if (s.clip_values) {
    const float old = samples[at.values + row];
    const float moved = value - old;
    const float kept = moved < -s.clip_range ? -s.clip_range : moved > s.clip_range ? s.clip_range : moved;
    const float clipped = old + kept - wanted;
    if (clipped * clipped > error * error) {
      error = clipped;
      factor = kept == moved ? clipped : 0;
    }
  }
  sums.loss += 0.5 * error * error;
  delta[0] = factor * (s.value_coefficient / count);
}

// Adds the gradient's squares, and sums everything over the block; the same order every time.
__device__ inline Sums total(const NetPlan& net, const Chip& chip, Sums mine, Sums* partial) {
  float squares = 0;
  for (int i = 4 * threadIdx.x; i < net.size; i += 4 * blockDim.x) {
    const float4 g = four(chip.gradient + i);
    squares = dot(g, g, squares);
  }
  mine.squares = warp_sum(squares);
  mine.loss = warp_sum(mine.loss);
  mine.kl = warp_sum(mine.kl);
  mine.clipped = warp_sum(mine.clipped);
  if (threadIdx.x % 32 == 0) partial[threadIdx.x / 32] = mine;
  __syncthreads();
  Sums sums = {};
  for (int w = 0; w < WARPS; w++) {
    sums.squares += partial[w].squares;
    sums.loss += partial[w].loss;
    sums.kl += partial[w].kl;
    sums.clipped += partial[w].clipped;
  }
  return sums;
}

__device__ inline void adam(const Settings& s, const NetPlan& net, const Chip& chip, float scale,
                            const Prepared& given) {
  const float rate = given.rate, inverse = given.inverse, epsilon = s.epsilon;
  const float beta1 = s.beta1, beta2 = s.beta2;
  for (int i = threadIdx.x; i < net.size; i += blockDim.x) {
    const float g = chip.gradient[i] * scale;
    const float m = beta1 * chip.first[i] + (1 - beta1) * g;
    const float v = beta2 * chip.second[i] + (1 - beta2) * (g * g);
    chip.first[i] = m;
    chip.second[i] = v;
    chip.parameters[i] -= rate * m / (sqrtf(v) * inverse + epsilon);
  }
}

__global__ void __launch_bounds__(THREADS, 1)
    update(const __grid_constant__ Plan plan, const __grid_constant__ Settings s,
           const __grid_constant__ SampleOffsets at, const float* __restrict__ samples, float* state, float* workspace,
           int64_t steps, float learning_rate, Result* result) {
  Board& board = *reinterpret_cast<Board*>(on_chip());
  Prepared& prepared = board.prepared;
  const auto cluster = cooperative_groups::this_cluster();
  const int which = static_cast<int>(cluster.block_rank());
  const bool policy = which == 0;
  const NetPlan& net = plan.net[which];
  float* shared = on_chip() + BOARD_FLOATS;
  float* home = state + net.state;
  const auto array = [&](int a, float* otherwise) {
    return net.shared_array[a] == NOWHERE ? otherwise : shared + net.shared_array[a];
  };
  Chip chip;
  chip.parameters = array(0, home);
  chip.gradient = array(1, workspace + net.global_gradient);
  chip.first = array(2, home + net.size);
  chip.second = array(3, home + 2 * net.size);
  place(net, net.shared_activations == NOWHERE ? workspace + net.global_activations : shared + net.shared_activations,
        chip);
  float* kept[3] = {chip.parameters, chip.first, chip.second};
  for (int a = 0; a < 3; a++) {
    if (kept[a] != home + a * net.size) copy(kept[a], home + a * net.size, net.size);
  }
  for (int i = threadIdx.x; i < net.size; i += blockDim.x) chip.gradient[i] = 0;
  __syncthreads();

  const float* head = chip.output[net.depth - 1];
  const int* rows = reinterpret_cast<const int*>(samples + at.rows);
  double sum[6] = {};
  int seen = 0, applied = 0;
  for (int start = 0; start < at.count && applied == seen; start += at.mini_batch, seen++) {
    const int count = min(at.count - start, at.mini_batch);
    Sums mine = {};
    prepare(plan, s, net, chip, policy, samples + at.advantages, rows + start, count, steps + applied + 1,
            learning_rate, prepared);
    for (int first = 0; first < count; first += ROWS) {
      const int here = min(count - first, ROWS);
      const int* chunk = rows + start + first;
      gather(plan, net.layer[0], samples + at.observations, chunk, here, chip.input);
      __syncthreads();
      forward(plan, net, chip);
      const int r = threadIdx.x;
      if (r < ROWS) {
        const bool is = r < here;
        const int row = is ? chunk[r] : 0;
        if (policy) {
          policy_loss(plan, s, chip, head, samples, at, row, r, is, count, prepared, mine);
        } else {
          value_loss(s, chip, head, samples, at, row, r, is, count, mine);
        }
      }
      __syncthreads();
      if (policy) sum_rows(chip.log_std_terms, padded4(plan.actions), chip.gradient + net.log_std, first > 0);
      backward(plan, net, chip, first > 0);
    }
    if (policy) {
      float* log_std = chip.gradient + net.log_std;
      for (int j = threadIdx.x; j < plan.actions; j += blockDim.x) log_std[j] -= s.entropy_coefficient;
      __syncthreads();
    }
    const Sums own = total(net, chip, mine, board.partial);
    if (threadIdx.x == 0) {
      board.exchanged[seen % 2] = own;
      board.exchanged[seen % 2].loss /= count;
      board.exchanged[seen % 2].kl /= count;
      board.exchanged[seen % 2].clipped /= count;
      board.exchanged[seen % 2].entropy = policy ? prepared.sum_log_std + plan.actions * (0.5 + HALF_LOG_TWO_PI) : 0;
    }
    // The other buffer serves the next mini-batch, so that one meeting of the blocks is enough.
    cluster.sync();
    const Sums& of_policy = *cluster.map_shared_rank(&board.exchanged[seen % 2], 0);
    const Sums& of_value = *cluster.map_shared_rank(&board.exchanged[seen % 2], 1);
    const double norm = sqrt(of_policy.squares + of_value.squares);
    const double each[6] = {of_policy.loss, of_value.loss, of_policy.entropy, of_policy.kl, of_policy.clipped, norm};
    bool good = true;
    for (int i = 0; i < 6; i++) {
      sum[i] += each[i];
      good = good && finite(each[i]);
    }
    if (!good) continue;
    const double clip = s.max_gradient_norm / (norm + 1e-6);
    adam(s, net, chip, clip < 1 ? static_cast<float>(clip) : 1.0f, prepared);
    applied++;
    __syncthreads();
  }
  for (int a = 0; a < 3; a++) {
    if (kept[a] != home + a * net.size) copy(home + a * net.size, kept[a], net.size);
  }
  if (policy && threadIdx.x == 0) {
    for (int i = 0; i < 6; i++) result->statistics[i] = static_cast<float>(sum[i] / seen);
    result->applied = applied;
  }
  cluster.sync();  // neither block may end while the other still reads it
}

// means [rows][actions] and values [rows] of observations [rows][observations]: a block a chunk and network.
__global__ void __launch_bounds__(THREADS, 1)
    infer(const __grid_constant__ Plan plan, const float* state, float* workspace, const float* observations, int rows,
          float* means, float* values, int only) {
  const int which = only == NOWHERE ? blockIdx.y : only;
  const NetPlan& net = plan.net[which];
  const int64_t block = blockIdx.y * static_cast<int64_t>(gridDim.x) + blockIdx.x;
  Chip chip = {};
  place(net, workspace ? workspace + block * max(plan.activation_floats[0], plan.activation_floats[1])
                             : on_chip(),
        chip);
  chip.parameters = const_cast<float*>(state + net.state);
  const int first = blockIdx.x * ROWS, here = min(rows - first, ROWS);
  gather(plan, net.layer[0], observations + static_cast<int64_t>(first) * plan.observations, nullptr, here, chip.input);
  __syncthreads();
  forward(plan, net, chip);
  const float* head = chip.output[net.depth - 1];
  float* target = which == 0 ? means : values;
  for (int e = threadIdx.x; e < here * net.outputs; e += blockDim.x) {
    const int r = e / net.outputs, j = e % net.outputs;
    target[static_cast<int64_t>(first + r) * net.outputs + j] = head[j * ROW_STRIDE + r];
  }
}

}  // namespace nn::cuda

#endif
