// Where the arrays of one network lie on the GPU; both sides read it.
//
// Sizes are padded to fours, so that threads move 16 bytes at a time. Padding holds zeros, and stays zero: a padded
// unit gives 0, and gets no gradient. Activations and deltas are transposed, [unit][row].
#ifndef GUERDON_NN_PLAN_H
#define GUERDON_NN_PLAN_H

#include <stdint.h>

namespace nn::cuda {

constexpr int ROWS = 64;        // of a chunk of samples
constexpr int ROW_STRIDE = 68;  // eight neighbouring units then lie in different banks
constexpr int THREADS = 512;
constexpr int LARGEST_DEPTH = 8;  // hidden layers
constexpr int NOWHERE = -1;

struct Place {
  int rows, columns;  // padded
  int stride;
  int weight, bias;  // in floats, into each of the parameter-shaped arrays of its network
};

// One of the two networks. `shared` and `global` are offsets in floats; one of each pair is NOWHERE.
struct NetPlan {
  int depth;  // layers, the head included
  int outputs;
  int size;     // floats of a parameter-shaped array
  int log_std;  // offset; the policy alone
  int64_t state;  // of parameters in global memory; the moments follow
  Place layer[LARGEST_DEPTH + 1];
  int shared_array[4], shared_activations;  // parameters, gradient, first and second moment
  int64_t global_gradient, global_activations;
};

struct Plan {
  int observations, actions, relu;
  NetPlan net[2];
  int activation_floats[2];  // of a chunk, input and deltas included
  int shared_floats;
};

struct Settings {
  float clip_range, value_coefficient, entropy_coefficient, max_gradient_norm, beta1, beta2, epsilon;
  int clip_values, normalise;
};

// Offsets in floats into the samples, which are copied together.
struct SampleOffsets {
  int64_t observations, actions, log_probabilities, values, advantages, returns, rows;
  int count, mini_batch;
};

struct Result {
  float statistics[6];
  int applied;
};

}  // namespace nn::cuda

#endif
