// Policy and value networks: forward pass and PPO's gradient step with Adam. One thread at a time a network.
#ifndef GUERDON_NN_KERNEL_H
#define GUERDON_NN_KERNEL_H

#include <stdint.h>

enum nn_state { NN_PARAMETERS = 0, NN_FIRST_MOMENT = 1, NN_SECOND_MOMENT = 2 };

struct nn_settings {
  float clip_range;
  int clip_values;
  float value_coefficient, entropy_coefficient;
  int normalise_advantages;
  float max_gradient_norm, adam_beta1, adam_beta2, adam_epsilon;
};

// All [capacity], times the size of an observation or action for the first two.
struct nn_samples {
  const float *observations, *actions, *log_probabilities, *values, *advantages, *returns;
  int capacity;
};

// What a network can do, wherever it computes.
struct nn_network {
  virtual ~nn_network() {}

  // Why the network cannot be used any more, or NULL. What a call gave before this was asked may be nothing.
  virtual const char* failure() const = 0;

  // Copies all parameters or moments in the order of the header's layout: for the policy, then for the value network,
  // each layer's weights [in][out] and biases; last the policy's log standard deviations.
  virtual void read(int state, float* target) = 0;
  virtual void write(int state, const float* source) = 0;
  virtual int64_t adam_steps() const = 0;
  virtual void set_adam_steps(int64_t steps) = 0;

  virtual void read_log_std(float* target) = 0;

  // observations [rows][observations] -> means [rows][actions], values [rows].
  virtual void forward(const float* observations, int rows, float* means, float* values) = 0;
  virtual void values(const float* observations, int rows, float* values) = 0;

  // Lets updates use so many threads; changes no bit. Where more than one help nothing, they are not used.
  virtual void set_threads(int) {}

  // Settings of the updates that follow.
  virtual void configure(const nn_settings& settings) = 0;

  // One gradient step for each mini-batch of the `count` row indices. Gives the number of steps applied; it ends before
  // the first mini-batch whose loss or gradient is not finite. -1: an index is outside [0, capacity), nothing was done.
  // statistics: policy loss, value loss, entropy, approximate KL, clip fraction, gradient norm; means over mini-batches.
  virtual int update(const nn_samples& samples, const int* rows, int count, int mini_batch, float learning_rate,
                     float* statistics) = 0;
};

// Both networks have `layers` hidden layers of the given widths; relu is 0 for tanh. NULL: out of memory.
nn_network* nn_cpu_create(int observations, int actions, const int* widths, int layers, int relu);
int64_t nn_cpu_live_bytes();

// The same on a GPU, in a library of its own.
extern "C" {
nn_network* nn_cuda_create(int observations, int actions, const int* widths, int layers, int relu);
int64_t nn_cuda_live_bytes();
// Names the GPU and gives 1, or says why there is none to use and gives 0.
int nn_cuda_probe(char* text, int size);
}

#endif
