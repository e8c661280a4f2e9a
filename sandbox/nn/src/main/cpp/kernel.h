// Policy and value networks: forward pass and PPO's gradient step with Adam. Plain C, one thread a network.
#ifndef GUERDON_NN_KERNEL_H
#define GUERDON_NN_KERNEL_H

#include <stdint.h>

typedef struct nn_network nn_network;

enum nn_state { NN_PARAMETERS = 0, NN_FIRST_MOMENT = 1, NN_SECOND_MOMENT = 2 };

// Both networks have `layers` hidden layers of the given widths; relu is 0 for tanh. NULL: out of memory.
nn_network* nn_create(int observations, int actions, const int* widths, int layers, int relu);
void nn_destroy(nn_network* network);
int64_t nn_live_bytes();

// Copies all parameters or moments in the order of the header's layout: for the policy, then for the value network,
// each layer's weights [in][out] and biases; last the policy's log standard deviations.
void nn_read(const nn_network* network, int state, float* target);
void nn_write(nn_network* network, int state, const float* source);
int64_t nn_adam_steps(const nn_network* network);
void nn_set_adam_steps(nn_network* network, int64_t steps);

void nn_read_log_std(const nn_network* network, float* target);

// observations [rows][observations] -> means [rows][actions], values [rows].
void nn_forward(nn_network* network, const float* observations, int rows, float* means, float* values);
void nn_values(nn_network* network, const float* observations, int rows, float* values);

// Settings of the updates that follow.
void nn_configure(nn_network* network, float clip_range, int clip_values, float value_coefficient,
                  float entropy_coefficient, int normalise_advantages, float max_gradient_norm, float adam_beta1,
                  float adam_beta2, float adam_epsilon);

// One gradient step for each mini-batch of the `count` row indices. Gives the number of steps applied; it ends before
// the first mini-batch whose loss or gradient is not finite. -1: an index is outside [0, capacity), nothing was done.
// statistics: policy loss, value loss, entropy, approximate KL, clip fraction, gradient norm; means over mini-batches.
int nn_update(nn_network* network, const float* observations, const float* actions, const float* log_probabilities,
              const float* values, const float* advantages, const float* returns, int capacity, const int* rows,
              int count, int mini_batch, float learning_rate, float* statistics);

#endif
