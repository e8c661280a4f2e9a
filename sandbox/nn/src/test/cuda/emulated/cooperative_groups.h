// Clusters of emulated blocks.
#ifndef GUERDON_EMULATED_COOPERATIVE_GROUPS_H
#define GUERDON_EMULATED_COOPERATIVE_GROUPS_H

#include "cuda_runtime.h"

namespace cooperative_groups {

struct Cluster {
  unsigned block_rank() const { return static_cast<unsigned>(emulated::fibers[emulated::current].block); }
  void sync() const { emulated::wait(emulated::whole_cluster); }

  template <typename T>
  T* map_shared_rank(T* p, unsigned rank) const {
    const char* own = reinterpret_cast<const char*>(nn::cuda::on_chip());
    const auto offset = reinterpret_cast<const char*>(p) - own;
    const uintptr_t other = reinterpret_cast<uintptr_t>(emulated::blocks[rank].memory.data());
    return reinterpret_cast<T*>((other + 15) / 16 * 16 + offset);
  }
};

inline Cluster this_cluster() { return {}; }

}  // namespace cooperative_groups

#endif
