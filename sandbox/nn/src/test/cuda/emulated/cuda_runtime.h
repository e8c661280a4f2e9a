// So much of CUDA that the GPU kernel runs on a CPU, one thread after another: its logic is tested where no GPU is.
// Blocks of one cluster run together, each GPU thread as a fiber that gives way at every barrier.
#ifndef GUERDON_EMULATED_CUDA_RUNTIME_H
#define GUERDON_EMULATED_CUDA_RUNTIME_H

#include <ucontext.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

#define __device__
#define __global__
#define __grid_constant__
#define __launch_bounds__(...)

using std::fmaf;
using std::max;
using std::min;

struct alignas(16) float4 {
  float x, y, z, w;
};

struct dim3 {
  unsigned x, y, z;
  explicit dim3(unsigned x = 1, unsigned y = 1, unsigned z = 1) : x(x), y(y), z(z) {}
};

inline dim3 threadIdx, blockIdx, blockDim, gridDim;

namespace emulated {

struct Barrier {
  int expected = 0, arrived = 0;
  long generation = 0;
};

struct Block {
  std::vector<float> memory;
  Barrier barrier;
  std::vector<Barrier> warps;
  std::vector<double> lanes;
  dim3 index;
};

struct Fiber {
  ucontext_t context;
  std::unique_ptr<char[]> stack;
  int block, thread;
  bool ended;
};

inline std::vector<Block> blocks;
inline std::vector<Fiber> fibers;
inline Barrier whole_cluster;
inline std::function<void()> body;
inline ucontext_t scheduler;
inline int current = 0;

inline void enter(int f) {
  current = f;
  threadIdx = dim3(fibers[f].thread, 0, 0);
  blockIdx = blocks[fibers[f].block].index;
}

// On to the next fiber that has not ended.
inline void give_way() {
  const int self = current, count = static_cast<int>(fibers.size());
  int next = (self + 1) % count;
  while (fibers[next].ended && next != self) next = (next + 1) % count;
  if (next == self) return;
  enter(next);
  swapcontext(&fibers[self].context, &fibers[next].context);
}

inline void wait(Barrier& barrier) {
  const long generation = barrier.generation;
  if (++barrier.arrived == barrier.expected) {
    barrier.arrived = 0;
    barrier.generation++;
  }
  while (barrier.generation == generation) give_way();
}

inline void start() {
  body();
  fibers[current].ended = true;
  give_way();
  swapcontext(&fibers[current].context, &scheduler);  // the last one
}

inline Block& block() { return blocks[fibers[current].block]; }

inline void run_cluster(int size, int first, dim3 grid, int threads, int64_t bytes) {
  blocks.assign(size, {});
  whole_cluster = {size * threads, 0, 0};
  fibers.resize(static_cast<size_t>(size) * threads);
  for (int b = 0; b < size; b++) {
    // Rubbish, as on a GPU.
    blocks[b].memory.assign(bytes / sizeof(float) + 8, -1e30f);
    blocks[b].barrier.expected = threads;
    blocks[b].warps.assign(threads / 32, {32, 0, 0});
    blocks[b].lanes.resize(threads);
    blocks[b].index = dim3((first + b) % grid.x, (first + b) / grid.x);
    for (int t = 0; t < threads; t++) {
      Fiber& fiber = fibers[b * threads + t];
      constexpr int STACK = 1 << 16;
      if (!fiber.stack) fiber.stack.reset(new char[STACK]);
      fiber.block = b;
      fiber.thread = t;
      fiber.ended = false;
      getcontext(&fiber.context);
      fiber.context.uc_stack.ss_sp = fiber.stack.get();
      fiber.context.uc_stack.ss_size = STACK;
      fiber.context.uc_link = nullptr;
      makecontext(&fiber.context, reinterpret_cast<void (*)()>(start), 0);
    }
  }
  enter(0);
  swapcontext(&scheduler, &fibers[0].context);
}

}  // namespace emulated

inline void __syncthreads() { emulated::wait(emulated::block().barrier); }

inline double __shfl_xor_sync(unsigned, double x, int lane) {
  emulated::Block& block = emulated::block();
  const int thread = static_cast<int>(threadIdx.x);
  block.lanes[thread] = x;
  emulated::wait(block.warps[thread / 32]);
  const double other = block.lanes[thread ^ lane];
  emulated::wait(block.warps[thread / 32]);
  return other;
}

enum cudaError_t { cudaSuccess, cudaErrorNoDevice };
typedef void* cudaStream_t;
typedef void* cudaEvent_t;
enum {
  cudaStreamNonBlocking,
  cudaEventBlockingSync,
  cudaEventDisableTiming,
  cudaHostAllocMapped,
  cudaMemcpyHostToDevice,
  cudaMemcpyDeviceToHost,
  cudaDevAttrMaxSharedMemoryPerBlockOptin,
  cudaFuncAttributeMaxDynamicSharedMemorySize,
  cudaLaunchAttributeClusterDimension
};

struct cudaDeviceProp {
  char name[256];
  int major, minor;
};

struct cudaLaunchAttribute {
  int id;
  struct {
    struct {
      unsigned x, y, z;
    } clusterDim;
  } val;
};

struct cudaLaunchConfig_t {
  dim3 gridDim, blockDim;
  size_t dynamicSmemBytes;
  cudaStream_t stream;
  cudaLaunchAttribute* attrs;
  int numAttrs;
};

inline const char* cudaGetErrorString(cudaError_t) { return "an error"; }
inline cudaError_t cudaSetDevice(int) { return cudaSuccess; }
inline cudaError_t cudaDriverGetVersion(int* version) {
  *version = 13000;
  return cudaSuccess;
}
inline cudaError_t cudaGetDeviceCount(int* count) {
  *count = 1;
  return cudaSuccess;
}
inline cudaError_t cudaGetDeviceProperties(cudaDeviceProp* device, int) {
  *device = {"emulated", 9, 0};
  return cudaSuccess;
}
inline cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, int) {
  *stream = nullptr;
  return cudaSuccess;
}
inline cudaError_t cudaStreamDestroy(cudaStream_t) { return cudaSuccess; }
inline cudaError_t cudaStreamSynchronize(cudaStream_t) { return cudaSuccess; }
inline cudaError_t cudaEventCreateWithFlags(cudaEvent_t* event, int) {
  *event = nullptr;
  return cudaSuccess;
}
inline cudaError_t cudaEventDestroy(cudaEvent_t) { return cudaSuccess; }
inline cudaError_t cudaEventRecord(cudaEvent_t, cudaStream_t) { return cudaSuccess; }
inline cudaError_t cudaEventSynchronize(cudaEvent_t) { return cudaSuccess; }
// As an H100 has.
inline cudaError_t cudaDeviceGetAttribute(int* value, int, int) {
  *value = 227 * 1024;
  return cudaSuccess;
}
inline cudaError_t cudaFuncSetAttribute(const void*, int, int) { return cudaSuccess; }
inline cudaError_t cudaMalloc(void** p, size_t bytes) {
  *p = std::aligned_alloc(256, (bytes + 255) / 256 * 256);
  std::memset(*p, 0x7f, bytes);
  return cudaSuccess;
}
inline cudaError_t cudaHostAlloc(void** p, size_t bytes, int) { return cudaMalloc(p, bytes); }
inline cudaError_t cudaFree(void* p) {
  std::free(p);
  return cudaSuccess;
}
inline cudaError_t cudaFreeHost(void* p) { return cudaFree(p); }
inline cudaError_t cudaMemsetAsync(void* p, int value, size_t bytes, cudaStream_t) {
  std::memset(p, value, bytes);
  return cudaSuccess;
}
inline cudaError_t cudaMemcpyAsync(void* to, const void* from, size_t bytes, int, cudaStream_t) {
  std::memcpy(to, from, bytes);
  return cudaSuccess;
}

template <typename... Parameters, typename... Arguments>
cudaError_t cudaLaunchKernelEx(const cudaLaunchConfig_t* config, void (*kernel)(Parameters...),
                               Arguments&&... arguments) {
  const int cluster = static_cast<int>(config->attrs->val.clusterDim.x);
  const int count = static_cast<int>(config->gridDim.x * config->gridDim.y);
  gridDim = config->gridDim;
  blockDim = config->blockDim;
  emulated::body = [&] { kernel(arguments...); };
  for (int first = 0; first < count; first += cluster) {
    emulated::run_cluster(cluster, first, config->gridDim, static_cast<int>(config->blockDim.x),
                          static_cast<int64_t>(config->dynamicSmemBytes));
  }
  return cudaSuccess;
}

namespace nn::cuda {
inline float* on_chip() {
  float* p = emulated::block().memory.data();
  return reinterpret_cast<float*>((reinterpret_cast<uintptr_t>(p) + 15) / 16 * 16);
}
}  // namespace nn::cuda

#endif
