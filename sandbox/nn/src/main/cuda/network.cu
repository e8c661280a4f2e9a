// A network on the first NVIDIA GPU, behind the CPU kernel's own functions. Built into a library of its own, which is
// opened only when it is asked for.
#include <cuda_runtime.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <new>
#include <string>
#include <type_traits>
#include <vector>

#include "kernel.h"
#include "update.cuh"

namespace nn::cuda {

std::atomic<int64_t> live_device_bytes(0);

int padded(int n) { return (n + 3) / 4 * 4; }

// Where a matrix stands in the parameters of its network.
struct Block {
  int which, rows, columns, offset, stride;
};

class CudaNetwork final : public nn_network {
 public:
  CudaNetwork(int observations, int actions, const int* widths, int layers, int relu) {
    if (layers > LARGEST_DEPTH) {
      reason = "the GPU kernel has at most 8 hidden layers: use fewer, or the CPU";
      return;
    }
    describe(observations, actions, widths, layers, relu);
    if (!good(cudaSetDevice(0)) || !settle()) return;
    const int64_t floats = plan.net[1].state + 3 * plan.net[1].size;
    if (!good(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking)) ||
        !good(cudaEventCreateWithFlags(&done, cudaEventBlockingSync | cudaEventDisableTiming)) ||
        !reserve(state, floats) || (workspace_floats > 0 && !reserve(workspace, workspace_floats)) ||
        !good(cudaHostAlloc(reinterpret_cast<void**>(&result), sizeof(Result), cudaHostAllocMapped)) ||
        !good(cudaMemsetAsync(state.data, 0, floats * sizeof(float), stream)) ||
        !good(cudaStreamSynchronize(stream))) {
      return;
    }
    mirror.resize(std::max(plan.net[0].size, plan.net[1].size));
  }

  ~CudaNetwork() override {
    for (Memory* m : {&state, &workspace, &samples, &inference_workspace}) release(*m);
    if (staging) cudaFreeHost(staging);
    if (result) cudaFreeHost(result);
    if (done) cudaEventDestroy(done);
    if (stream) cudaStreamDestroy(stream);
  }

  const char* failure() const override { return reason.empty() ? nullptr : reason.c_str(); }

  void read(int which_state, float* target) override { exchange(which_state, target, nullptr); }

  void write(int which_state, const float* source) override { exchange(which_state, nullptr, source); }

  int64_t adam_steps() const override { return steps; }

  void set_adam_steps(int64_t value) override { steps = value; }

  void read_log_std(float* target) override {
    get(target, plan.net[0].state + plan.net[0].log_std, plan.actions);
  }

  void forward(const float* observations, int rows, float* means, float* values) override {
    run(observations, rows, means, values);
  }

  void values(const float* observations, int rows, float* values) override { run(observations, rows, nullptr, values); }

  void configure(const nn_settings& s) override {
    settings = {s.clip_range, s.value_coefficient, s.entropy_coefficient, s.max_gradient_norm, s.adam_beta1,
                s.adam_beta2, s.adam_epsilon, s.clip_values, s.normalise_advantages};
  }

  int update(const nn_samples& given, const int* rows, int count, int mini_batch, float learning_rate,
             float* statistics) override {
    for (int i = 0; i < count; i++) {
      if (rows[i] < 0 || rows[i] >= given.capacity) return -1;
    }
    const int64_t n = given.capacity;
    int64_t used = 0;
    const auto part = [&used](int64_t floats) {
      const int64_t at = used;
      used += (floats + 31) / 32 * 32;
      return at;
    };
    SampleOffsets at = {};
    at.observations = part(n * plan.observations);
    at.actions = part(n * plan.actions);
    at.log_probabilities = part(n);
    at.values = part(n);
    at.advantages = part(n);
    at.returns = part(n);
    at.rows = part(count);
    at.count = count;
    at.mini_batch = mini_batch;
    if (!failed() && stage(used) && reserve(samples, used)) {
      const auto put = [this](int64_t offset, const void* from, int64_t floats) {
        std::memcpy(staging + offset, from, floats * sizeof(float));
      };
      put(at.observations, given.observations, n * plan.observations);
      put(at.actions, given.actions, n * plan.actions);
      put(at.log_probabilities, given.log_probabilities, n);
      put(at.values, given.values, n);
      put(at.advantages, given.advantages, n);
      put(at.returns, given.returns, n);
      put(at.rows, rows, count);
      *result = {};
      if (good(cudaMemcpyAsync(samples.data, staging, used * sizeof(float), cudaMemcpyHostToDevice, stream))) {
        const float* on_device = samples.data;
        // A sleeping wait: an update takes milliseconds, and others may want the core.
        good(launch(dim3(2), 2, BOARD_FLOATS + plan.shared_floats, nn::cuda::update, plan, settings, at, on_device,
                    state.data, workspace.data, steps, learning_rate, result)) &&
            good(cudaEventRecord(done, stream)) && good(cudaEventSynchronize(done));
      }
    }
    if (failed()) return 0;
    std::memcpy(statistics, result->statistics, sizeof result->statistics);
    steps += result->applied;
    return result->applied;
  }

 private:
  struct Memory {
    float* data = nullptr;
    int64_t floats = 0;
  };

  Plan plan = {};
  Settings settings = {};
  std::vector<Block> blocks;
  int64_t workspace_floats = 0, staged = 0, steps = 0;
  int inference_shared = 0;
  Memory state, workspace, samples, inference_workspace;
  cudaStream_t stream = nullptr;
  cudaEvent_t done = nullptr;
  float* staging = nullptr;
  Result* result = nullptr;
  std::vector<float> mirror;
  std::string reason;

  bool failed() const { return !reason.empty(); }

  // The first failure stays: what follows is its consequence.
  bool good(cudaError_t error) {
    if (error != cudaSuccess && reason.empty()) reason = std::string("CUDA: ") + cudaGetErrorString(error);
    return error == cudaSuccess;
  }

  bool reserve(Memory& memory, int64_t floats) {
    if (memory.floats >= floats) return true;
    release(memory);
    if (!good(cudaMalloc(reinterpret_cast<void**>(&memory.data), floats * sizeof(float)))) return false;
    memory.floats = floats;
    live_device_bytes += floats * sizeof(float);
    return true;
  }

  static void release(Memory& memory) {
    if (memory.data) cudaFree(memory.data);
    live_device_bytes -= memory.floats * sizeof(float);
    memory = {};
  }

  bool stage(int64_t floats) {
    if (staged >= floats) return true;
    if (staging) cudaFreeHost(staging);
    staging = nullptr;
    staged = 0;
    if (!good(cudaHostAlloc(reinterpret_cast<void**>(&staging), floats * sizeof(float), cudaHostAllocMapped))) {
      return false;
    }
    staged = floats;
    return true;
  }

  void describe(int observations, int actions, const int* widths, int layers, int relu) {
    plan.observations = observations;
    plan.actions = actions;
    plan.relu = relu;
    int64_t states = 0;
    for (int n = 0; n < 2; n++) {
      NetPlan& net = plan.net[n];
      net.depth = layers + 1;
      net.outputs = n == 0 ? actions : 1;
      int in = observations, widest = 0, units = padded(observations);
      const auto add = [&](int rows, int stored, int columns, int stride) {
        blocks.push_back({n, rows, columns, net.size, stride});
        const int offset = net.size;
        net.size += stored * stride;
        return offset;
      };
      for (int l = 0; l <= layers; l++) {
        const int out = l < layers ? widths[l] : net.outputs;
        Place& p = net.layer[l];
        // Four more than needed: eight neighbouring rows then lie in different banks.
        p = {padded(in), padded(out), padded(out) + 4, 0, 0};
        p.weight = add(in, padded(in), out, p.stride);
        p.bias = add(1, 1, out, padded(out));
        units += p.columns;
        widest = std::max(widest, p.columns);
        in = out;
      }
      if (n == 0) net.log_std = add(1, 1, actions, padded(actions));
      units += 2 * widest + padded(net.outputs);
      plan.activation_floats[n] = units * ROW_STRIDE + padded(net.outputs);
      net.state = states;
      states += 3 * static_cast<int64_t>(net.size);
    }
  }

  // Gives the chip's memory to what is used most: activations, parameters, gradients, moments.
  bool settle() {
    int most = 0;
    if (!good(cudaDeviceGetAttribute(&most, cudaDevAttrMaxSharedMemoryPerBlockOptin, 0))) return false;
    const int room = most / static_cast<int>(sizeof(float)) - BOARD_FLOATS;
    for (int n = 0; n < 2; n++) {
      NetPlan& net = plan.net[n];
      int used = 0;
      const auto on_chip = [&](int floats) {
        if (floats > room - used) return NOWHERE;
        used += floats;
        return used - floats;
      };
      net.shared_activations = on_chip(plan.activation_floats[n]);
      for (int& array : net.shared_array) array = on_chip(net.size);
      net.global_gradient = workspace_floats;
      if (net.shared_array[1] == NOWHERE) workspace_floats += net.size;
      net.global_activations = workspace_floats;
      if (net.shared_activations == NOWHERE) workspace_floats += plan.activation_floats[n];
      plan.shared_floats = std::max(plan.shared_floats, used);
    }
    const int activations = std::max(plan.activation_floats[0], plan.activation_floats[1]);
    inference_shared = activations <= room ? activations : 0;
    return good(allow(reinterpret_cast<const void*>(nn::cuda::update), BOARD_FLOATS + room)) &&
           good(allow(reinterpret_cast<const void*>(nn::cuda::infer), room));
  }

  // The most that any network may want: the limit belongs to the function, which all networks share.
  static cudaError_t allow(const void* function, int floats) {
    return cudaFuncSetAttribute(function, cudaFuncAttributeMaxDynamicSharedMemorySize, floats * sizeof(float));
  }

  template <typename... Arguments>
  cudaError_t launch(dim3 grid, unsigned cluster, int shared_floats, void (*kernel)(Arguments...),
                     const std::remove_cv_t<Arguments>&... arguments) {
    cudaLaunchAttribute attribute = {};
    attribute.id = cudaLaunchAttributeClusterDimension;
    attribute.val.clusterDim.x = cluster;
    attribute.val.clusterDim.y = attribute.val.clusterDim.z = 1;
    cudaLaunchConfig_t config = {};
    config.gridDim = grid;
    config.blockDim = dim3(THREADS);
    config.dynamicSmemBytes = shared_floats * sizeof(float);
    config.stream = stream;
    config.attrs = &attribute;
    config.numAttrs = 1;
    return cudaLaunchKernelEx(&config, kernel, arguments...);
  }

  bool get(float* target, int64_t from, int64_t floats) {
    return !failed() &&
           good(cudaMemcpyAsync(target, state.data + from, floats * sizeof(float), cudaMemcpyDeviceToHost, stream)) &&
           good(cudaStreamSynchronize(stream));
  }

  // Copies one parameter-shaped array between the header's order and the device's.
  void exchange(int which_state, float* target, const float* source) {
    for (int n = 0; n < 2; n++) {
      const NetPlan& net = plan.net[n];
      const int64_t at = net.state + static_cast<int64_t>(which_state) * net.size;
      if (target && !get(mirror.data(), at, net.size)) return;
      if (source) std::fill(mirror.begin(), mirror.end(), 0.0f);
      float* caller = target ? target : const_cast<float*>(source);
      for (const Block& b : ordered()) {
        if (b.which == n) {
          for (int i = 0; i < b.rows; i++) {
            float* row = mirror.data() + b.offset + i * b.stride;
            std::memcpy(target ? caller : row, target ? row : caller, b.columns * sizeof(float));
            caller += b.columns;
          }
        } else {
          caller += static_cast<int64_t>(b.rows) * b.columns;
        }
      }
      if (source && (!good(cudaMemcpyAsync(state.data + at, mirror.data(), net.size * sizeof(float),
                                           cudaMemcpyHostToDevice, stream)) ||
                     !good(cudaStreamSynchronize(stream)))) {
        return;
      }
    }
  }

  // The header's order: the log standard deviations are last.
  std::vector<Block> ordered() const {
    std::vector<Block> result = blocks;
    const auto log_std = result.begin() + 2 * plan.net[0].depth;
    std::rotate(log_std, log_std + 1, result.end());
    return result;
  }

  // Small batches come every step of a rollout: the GPU reads and writes the host's memory itself, which takes one
  // launch and no copies.
  void run(const float* observations, int rows, float* means, float* values) {
    const int chunks = (rows + ROWS - 1) / ROWS;
    const int64_t in = static_cast<int64_t>(rows) * plan.observations, out = static_cast<int64_t>(rows) * plan.actions;
    const int activations = std::max(plan.activation_floats[0], plan.activation_floats[1]);
    if (failed() || !stage(in + out + rows) ||
        (inference_shared == 0 && !reserve(inference_workspace, 2LL * chunks * activations))) {
      return;
    }
    float *staged_means = staging + in, *staged_values = staged_means + out;
    std::memcpy(staging, observations, in * sizeof(float));
    float* scratch = inference_shared ? nullptr : inference_workspace.data;
    const float *from = state.data, *given = staging;
    if (good(launch(dim3(chunks, means ? 2 : 1), 1, inference_shared, nn::cuda::infer, plan, from, scratch, given, rows,
                    staged_means, staged_values, means ? NOWHERE : 1)) &&
        good(cudaStreamSynchronize(stream))) {
      if (means) std::memcpy(means, staged_means, out * sizeof(float));
      std::memcpy(values, staged_values, rows * sizeof(float));
    }
  }
};

}  // namespace nn::cuda

#define EXPORTED __attribute__((visibility("default")))

extern "C" {

EXPORTED nn_network* nn_cuda_create(int observations, int actions, const int* widths, int layers, int relu) {
  return new (std::nothrow) nn::cuda::CudaNetwork(observations, actions, widths, layers, relu);
}

EXPORTED int64_t nn_cuda_live_bytes() { return nn::cuda::live_device_bytes; }

// Says what GPU there is, or why none can be used. 1: it can.
EXPORTED int nn_cuda_probe(char* text, int size) {
  cudaDeviceProp device;
  int count = 0, driver = 0;
  if (cudaDriverGetVersion(&driver) == cudaSuccess && driver == 0) {
    std::snprintf(text, size, "this machine has no NVIDIA driver");
    return 0;
  }
  cudaError_t error = cudaGetDeviceCount(&count);
  if (error == cudaSuccess && count == 0) error = cudaErrorNoDevice;
  if (error == cudaSuccess) error = cudaGetDeviceProperties(&device, 0);
  if (error != cudaSuccess) {
    std::snprintf(text, size, "%s", cudaGetErrorString(error));
    return 0;
  }
  if (device.major < 9) {
    std::snprintf(text, size, "%s has compute capability %d.%d, but the kernel needs 9.0", device.name, device.major,
                  device.minor);
    return 0;
  }
  std::snprintf(text, size, "%s, compute capability %d.%d", device.name, device.major, device.minor);
  return 1;
}
}
