// A second thread for a network's updates.
//
// The halves of an update are some twenty microseconds long, too short to wake a thread for each: the companion sleeps
// between updates and spins within one. What it computes is what one thread would compute, in the same order.
#ifndef GUERDON_NN_COMPANION_H
#define GUERDON_NN_COMPANION_H

#include <sched.h>
#include <stdint.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "arithmetic.h"

namespace nn {

// Waits a moment within a spin; where cores are scarce, whoever is waited for may have none.
inline void relax(int& spins) {
#if defined(__x86_64__)
  _mm_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
  if (++spins % 4096 == 0) sched_yield();
}

class Companion {
  std::mutex mutex;
  std::condition_variable woken;
  std::atomic<bool> awake{false};
  bool ended = false;
  std::atomic<int64_t> asked{0}, done{0};
  void (*call)(void*) = nullptr;
  void* work = nullptr;
  std::thread thread;  // last: it uses all above

  void run() {
    FlushSubnormals guard;
    int64_t seen = 0;
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex);
      woken.wait(lock, [this] { return awake || ended; });
      if (ended) return;
      lock.unlock();
      for (int spins = 0; awake.load(std::memory_order_acquire);) {
        if (asked.load(std::memory_order_acquire) == seen) {
          relax(spins);
          continue;
        }
        call(work);
        done.store(++seen, std::memory_order_release);
      }
    }
  }

 public:
  // Throws std::system_error where no thread can be had.
  Companion() : thread([this] { run(); }) {}

  ~Companion() {
    {
      const std::lock_guard<std::mutex> guard(mutex);
      ended = true;
      awake = false;
    }
    woken.notify_one();
    thread.join();
  }

  // Has the thread spin until rest.
  void wake() {
    {
      const std::lock_guard<std::mutex> guard(mutex);
      awake = true;
    }
    woken.notify_one();
  }

  void rest() { awake.store(false, std::memory_order_release); }

  // Has the thread do this, which stays where it is until join.
  template <typename Work>
  void start(Work& given) {
    call = [](void* w) { (*static_cast<Work*>(w))(); };
    work = &given;
    asked.fetch_add(1, std::memory_order_release);
  }

  void join() {
    for (int spins = 0; done.load(std::memory_order_acquire) != asked.load(std::memory_order_relaxed);) relax(spins);
  }
};

}  // namespace nn

#endif
