// The functions that Java calls, for networks of any device. The GPU's library is opened when it is first asked for, so
// that nothing else depends on CUDA.
#include <dlfcn.h>

#include <cstdio>
#include <mutex>

#include "kernel.h"

namespace {

struct Cuda {
  decltype(&nn_cuda_create) create;
  decltype(&nn_cuda_live_bytes) live_bytes;
  decltype(&nn_cuda_probe) probe;
};

std::mutex opening;
Cuda cuda = {};

}  // namespace

// Opens the GPU's library and names the GPU in text, or says there why it cannot be used. 1: it can.
inline int nn_cuda_open(const char* library, char* text, int size) {
  const std::lock_guard<std::mutex> guard(opening);
  if (!cuda.create) {
    void* handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    Cuda found = {};
    if (handle) {
      found.create = reinterpret_cast<decltype(found.create)>(dlsym(handle, "nn_cuda_create"));
      found.live_bytes = reinterpret_cast<decltype(found.live_bytes)>(dlsym(handle, "nn_cuda_live_bytes"));
      found.probe = reinterpret_cast<decltype(found.probe)>(dlsym(handle, "nn_cuda_probe"));
    }
    if (!found.create || !found.live_bytes || !found.probe) {
      const char* error = dlerror();
      std::snprintf(text, size, "%s", error ? error : "the library is of another version");
      return 0;
    }
    cuda = found;
  }
  return cuda.probe(text, size);
}

// NULL: out of memory, or no GPU was opened.
inline nn_network* nn_create(int on_gpu, int observations, int actions, const int* widths, int layers, int relu) {
  if (!on_gpu) return nn_cpu_create(observations, actions, widths, layers, relu);
  return cuda.create ? cuda.create(observations, actions, widths, layers, relu) : nullptr;
}

inline void nn_destroy(nn_network* network) { delete network; }

inline int64_t nn_live_bytes() { return nn_cpu_live_bytes() + (cuda.live_bytes ? cuda.live_bytes() : 0); }

inline const char* nn_failure(const nn_network* network) { return network->failure(); }

inline void nn_read(nn_network* network, int state, float* target) { network->read(state, target); }

inline void nn_write(nn_network* network, int state, const float* source) { network->write(state, source); }

inline int64_t nn_adam_steps(const nn_network* network) { return network->adam_steps(); }

inline void nn_set_adam_steps(nn_network* network, int64_t steps) { network->set_adam_steps(steps); }

inline void nn_read_log_std(nn_network* network, float* target) { network->read_log_std(target); }

inline void nn_forward(nn_network* network, const float* observations, int rows, float* means, float* values) {
  network->forward(observations, rows, means, values);
}

inline void nn_values(nn_network* network, const float* observations, int rows, float* values) {
  network->values(observations, rows, values);
}

inline void nn_set_threads(nn_network* network, int threads) { network->set_threads(threads); }

inline void nn_configure(nn_network* network, float clip_range, int clip_values, float value_coefficient,
                         float entropy_coefficient, int normalise_advantages, float max_gradient_norm,
                         float adam_beta1, float adam_beta2, float adam_epsilon) {
  network->configure({clip_range, clip_values, value_coefficient, entropy_coefficient, normalise_advantages,
                      max_gradient_norm, adam_beta1, adam_beta2, adam_epsilon});
}

inline int nn_update(nn_network* network, const float* observations, const float* actions,
                     const float* log_probabilities, const float* values, const float* advantages,
                     const float* returns, int capacity, const int* rows, int count, int mini_batch,
                     float learning_rate, float* statistics) {
  return network->update({observations, actions, log_probabilities, values, advantages, returns, capacity}, rows, count,
                         mini_batch, learning_rate, statistics);
}
