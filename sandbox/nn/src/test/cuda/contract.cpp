// Holds the GPU kernel to the CPU kernel, and times both: contract [compare | brief | time]. Exit code 1 if they differ,
// 3 without a GPU. Needs no Java; bin/check-cuda builds and runs it, EmulatedCudaTest does where no GPU is.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "kernel.h"

namespace {

typedef std::unique_ptr<nn_network> Owned;
typedef std::vector<float> Floats;

int failures = 0;

struct Shape {
  int observations, actions;
  std::vector<int> hidden;
  int relu;

  std::string name() const {
    std::string text = std::to_string(observations);
    for (int width : hidden) text += "-" + std::to_string(width);
    return text + "-" + std::to_string(actions) + (relu ? " relu" : " tanh");
  }

  int parameters() const {
    int count = actions;
    for (int outputs : {actions, 1}) {
      int in = observations;
      for (size_t l = 0; l <= hidden.size(); l++) {
        const int out = l < hidden.size() ? hidden[l] : outputs;
        count += in * out + out;
        in = out;
      }
    }
    return count;
  }
};

void expect(bool holds, const std::string& what) {
  if (holds) return;
  failures++;
  std::printf("FAILED %s\n", what.c_str());
}

std::string text(double x) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.3g", x);
  return digits;
}

double distance(const Floats& a, const Floats& b) {
  double largest = 0;
  for (size_t i = 0; i < a.size(); i++) {
    if (!(std::fabs(a[i] - b[i]) <= largest)) largest = std::isnan(a[i] - b[i]) ? INFINITY : std::fabs(a[i] - b[i]);
  }
  return largest;
}

class Draw {
 public:
  explicit Draw(unsigned seed) : engine(seed) {}
  Floats normal(int64_t count, float scale) {
    Floats numbers(count);
    for (float& x : numbers) x = scale * normals(engine);
    return numbers;
  }
  std::vector<int> permutation(int count) {
    std::vector<int> rows(count);
    for (int i = 0; i < count; i++) rows[i] = i;
    std::shuffle(rows.begin(), rows.end(), engine);
    return rows;
  }

 private:
  std::mt19937 engine;
  std::normal_distribution<float> normals;
};

Owned make(const Shape& shape, bool cuda) {
  Owned net((cuda ? nn_cuda_create : nn_cpu_create)(shape.observations, shape.actions, shape.hidden.data(),
                                                    static_cast<int>(shape.hidden.size()), shape.relu));
  if (net && net->failure()) expect(false, shape.name() + ": " + net->failure());
  return net;
}

// Weights of a size that keeps activations in range.
Floats weights(const Shape& shape) {
  Draw draw(3);
  Floats all;
  const auto add = [&](const Floats& part) { all.insert(all.end(), part.begin(), part.end()); };
  for (int outputs : {shape.actions, 1}) {
    int in = shape.observations;
    for (size_t l = 0; l <= shape.hidden.size(); l++) {
      const int out = l < shape.hidden.size() ? shape.hidden[l] : outputs;
      add(draw.normal(static_cast<int64_t>(in) * out, 1 / std::sqrt(static_cast<float>(in))));
      add(draw.normal(out, 0.1f));
      in = out;
    }
  }
  Floats log_std = draw.normal(shape.actions, 0.1f);
  for (float& x : log_std) x -= 0.5f;
  add(log_std);
  return all;
}

struct Data {
  Floats observations, actions, log_probabilities, values, advantages, returns;
  int capacity;

  Data(const Shape& shape, nn_network& net, int capacity) : capacity(capacity) {
    Draw draw(5);
    observations = draw.normal(static_cast<int64_t>(capacity) * shape.observations, 1.5f);
    Floats means(static_cast<int64_t>(capacity) * shape.actions), log_std(shape.actions);
    values.resize(capacity);
    net.forward(observations.data(), capacity, means.data(), values.data());
    net.read_log_std(log_std.data());
    const Floats noise = draw.normal(static_cast<int64_t>(means.size()), 1);
    log_probabilities = draw.normal(capacity, 0.3f);
    actions.resize(means.size());
    for (size_t i = 0; i < means.size(); i++) {
      const int j = static_cast<int>(i) % shape.actions;
      actions[i] = means[i] + std::exp(log_std[j]) * noise[i];
      log_probabilities[i / shape.actions] -= 0.5f * noise[i] * noise[i] + log_std[j] + 0.918938533f;
    }
    const Floats moved = draw.normal(capacity, 0.2f);
    for (int i = 0; i < capacity; i++) values[i] += moved[i];
    advantages = draw.normal(capacity, 2);
    returns = draw.normal(capacity, 3);
  }

  nn_samples samples() const {
    return {observations.data(), actions.data(), log_probabilities.data(), values.data(), advantages.data(),
            returns.data(),      capacity};
  }
};

// A large epsilon keeps Adam from blowing rounding in a vanishing gradient up to a whole step.
const nn_settings SETTINGS = {0.2f, 0, 0.5f, 0.01f, 1, 0.5f, 0.9f, 0.999f, 1e-3f};
const nn_settings STANDARD = {0.2f, 0, 0.5f, 0, 1, 0.5f, 0.9f, 0.999f, 1e-5f};

Floats state_of(nn_network& net, const Shape& shape, int state) {
  Floats all(shape.parameters());
  net.read(state, all.data());
  return all;
}

void compare_updates(const Shape& shape, int mini_batch, const nn_settings& settings, const std::string& name) {
  Owned cpu = make(shape, false), gpu = make(shape, true);
  const Floats start = weights(shape);
  cpu->write(NN_PARAMETERS, start.data());
  gpu->write(NN_PARAMETERS, start.data());
  expect(state_of(*gpu, shape, NN_PARAMETERS) == start, name + ": parameters come back as they were written");
  const int capacity = std::max(mini_batch, 8) + 3;
  const Data data(shape, *cpu, capacity);
  const std::vector<int> rows = Draw(7).permutation(capacity);
  cpu->configure(settings);
  gpu->configure(settings);
  for (int pass = 0; pass < 2; pass++) {
    float expected[6], actual[6];
    const int wanted = cpu->update(data.samples(), rows.data(), capacity, mini_batch, 1e-3f, expected);
    const int applied = gpu->update(data.samples(), rows.data(), capacity, mini_batch, 1e-3f, actual);
    if (gpu->failure()) return expect(false, name + ": " + gpu->failure());
    expect(applied == wanted && gpu->adam_steps() == cpu->adam_steps(), name + ": steps");
    for (int i = 0; i < 6; i++) {
      // A sample on the edge of the clip may fall on either side.
      const double near = i == 4 ? 1.01 / capacity : 1e-4 * (1 + std::fabs(expected[i]));
      expect(std::fabs(actual[i] - expected[i]) <= near, name + ": statistic " + std::to_string(i) + " is " +
                                                             text(actual[i]) + ", not " +
                                                             text(expected[i]));
    }
    const double near[3] = {2e-5, 2e-6, 1e-7};
    for (int state = 0; state < 3; state++) {
      const double off = distance(state_of(*gpu, shape, state), state_of(*cpu, shape, state));
      expect(off <= near[state], name + ": state " + std::to_string(state) + " is off by " + text(off));
    }
  }
}

// With both betas 0 the first moment is the bare gradient.
void compare_gradients(const Shape& shape) {
  Owned cpu = make(shape, false), gpu = make(shape, true);
  const Floats start = weights(shape);
  const Data data([&]() -> const Shape& {
    cpu->write(NN_PARAMETERS, start.data());
    gpu->write(NN_PARAMETERS, start.data());
    return shape;
  }(), *cpu, 64);
  const std::vector<int> rows = Draw(7).permutation(64);
  nn_settings plain = SETTINGS;
  plain.max_gradient_norm = std::numeric_limits<float>::infinity();
  plain.adam_beta1 = plain.adam_beta2 = 0;
  float statistics[6];
  for (Owned* net : {&cpu, &gpu}) {
    (*net)->configure(plain);
    (*net)->update(data.samples(), rows.data(), 64, 64, 0, statistics);
  }
  const double off = distance(state_of(*gpu, shape, NN_FIRST_MOMENT), state_of(*cpu, shape, NN_FIRST_MOMENT));
  expect(off <= 1e-5, shape.name() + ": gradient is off by " + text(off));
}

void compare_forward(const Shape& shape) {
  Owned cpu = make(shape, false), gpu = make(shape, true);
  const Floats start = weights(shape);
  cpu->write(NN_PARAMETERS, start.data());
  gpu->write(NN_PARAMETERS, start.data());
  for (int rows : {1, 2, 64, 131}) {
    const Floats observations = Draw(9).normal(static_cast<int64_t>(rows) * shape.observations, 1.5f);
    Floats means[2], values[3];
    for (int i = 0; i < 2; i++) {
      means[i].resize(static_cast<int64_t>(rows) * shape.actions);
      values[i].resize(rows);
      (i == 0 ? cpu : gpu)->forward(observations.data(), rows, means[i].data(), values[i].data());
    }
    values[2].resize(rows);
    gpu->values(observations.data(), rows, values[2].data());
    const std::string name = shape.name() + ": forward of " + std::to_string(rows);
    expect(distance(means[0], means[1]) <= 2e-5, name + ": means");
    expect(distance(values[0], values[1]) <= 2e-5, name + ": values");
    expect(values[1] == values[2], name + ": values alone");
  }
  Floats log_std(shape.actions);
  gpu->read_log_std(log_std.data());
  expect(std::equal(log_std.begin(), log_std.end(), start.end() - shape.actions), shape.name() + ": log-std");
}

Floats trained(const Shape& shape, int checkpoint_after) {
  Owned net = make(shape, true);
  Owned like = make(shape, false);
  const Floats start = weights(shape);
  net->write(NN_PARAMETERS, start.data());
  like->write(NN_PARAMETERS, start.data());
  const Data data(shape, *like, 200);
  for (int pass = 0; pass < 4; pass++) {
    if (pass == checkpoint_after) {
      Owned restored = make(shape, true);
      for (int state = 0; state < 3; state++) restored->write(state, state_of(*net, shape, state).data());
      restored->set_adam_steps(net->adam_steps());
      net = std::move(restored);
    }
    net->configure(STANDARD);
    float statistics[6];
    const std::vector<int> rows = Draw(pass).permutation(200);
    net->update(data.samples(), rows.data(), 200, 64, 1e-3f, statistics);
  }
  return state_of(*net, shape, NN_PARAMETERS);
}

void compare_lifecycle(const Shape& shape) {
  const int64_t before = nn_cuda_live_bytes();
  const Floats once = trained(shape, -1);
  expect(once == trained(shape, -1), "the same updates give the same bits");
  expect(once == trained(shape, 2), "a restored checkpoint goes on with the same bits");
  expect(nn_cuda_live_bytes() == before, "all memory of the GPU comes back");

  Owned net = make(shape, true), like = make(shape, false);
  const Floats start = weights(shape);
  net->write(NN_PARAMETERS, start.data());
  like->write(NN_PARAMETERS, start.data());
  net->configure(STANDARD);
  Data data(shape, *like, 8);
  float statistics[6];
  for (int row : {-1, 8}) {
    const int rows[] = {0, 1, row};
    expect(net->update(data.samples(), rows, 3, 1, 1e-3f, statistics) == -1, "a foreign row is refused");
  }
  for (Floats* poisoned : {&data.observations, &data.actions, &data.advantages, &data.returns}) {
    for (float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
      const float good = poisoned->back();
      poisoned->back() = bad;
      const int rows[] = {6, 7};
      expect(net->update(data.samples(), rows, 2, 2, 1e-3f, statistics) == 0, "a number that is none is not applied");
      poisoned->back() = good;
    }
  }
  expect(state_of(*net, shape, NN_PARAMETERS) == start && net->adam_steps() == 0, "and changes nothing");
  data.returns[5] = std::numeric_limits<float>::quiet_NaN();
  const int rows[] = {0, 1, 2, 3, 4, 5, 6, 7};
  expect(net->update(data.samples(), rows, 8, 2, 1e-3f, statistics) == 2, "the good mini-batches before it are");
  expect(!std::isfinite(statistics[1]), "the statistics say so");
}

// What an emulated GPU, or one under a tool that watches it, does in seconds.
void compare_briefly() {
  for (const Shape& shape : {Shape{11, 3, {64, 64}, 0}, Shape{17, 8, {33, 5}, 1}, Shape{376, 2, {100}, 0}}) {
    compare_forward(shape);
    compare_gradients(shape);
    compare_updates(shape, 70, SETTINGS, shape.name());
  }
  compare_lifecycle({3, 1, {32}, 0});
}

void compare() {
  const std::vector<Shape> shapes = {{1, 1, {32}, 0},       {3, 1, {64, 64}, 0},  {11, 3, {64, 64}, 1},
                                     {17, 6, {64, 64}, 0},  {17, 6, {64, 32, 16}, 0}, {17, 8, {33, 5, 100}, 1},
                                     {27, 9, {7, 21}, 0},   {105, 8, {64, 64}, 0}, {105, 8, {256}, 0},
                                     {376, 17, {256, 64}, 1}, {376, 40, {32, 256, 64}, 0}};
  for (const Shape& shape : shapes) {
    compare_forward(shape);
    compare_gradients(shape);
    for (int mini_batch : {1, 7, 64, 200}) {
      compare_updates(shape, mini_batch, SETTINGS, shape.name() + ", mini-batch " + std::to_string(mini_batch));
    }
  }
  const Shape small = {11, 3, {32, 32}, 0};
  const std::vector<std::function<void(nn_settings&)>> changes = {
      [](nn_settings& s) { s.clip_range = 0.05f; },      [](nn_settings& s) { s.clip_values = 1; },
      [](nn_settings& s) { s.value_coefficient = 2; },   [](nn_settings& s) { s.entropy_coefficient = 0.3f; },
      [](nn_settings& s) { s.normalise_advantages = 0; }, [](nn_settings& s) { s.max_gradient_norm = 0.01f; },
      [](nn_settings& s) { s.adam_beta1 = 0.5f; },       [](nn_settings& s) { s.adam_beta2 = 0.9f; },
      [](nn_settings& s) { s.adam_epsilon = 0.1f; }};
  for (size_t i = 0; i < changes.size(); i++) {
    nn_settings settings = SETTINGS;
    changes[i](settings);
    compare_updates(small, 32, settings, "setting " + std::to_string(i));
  }
  compare_lifecycle({17, 6, {64, 64}, 0});
}

double seconds(const std::function<void()>& action) {
  const auto start = std::chrono::steady_clock::now();
  action();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Whole updates, of `epochs` passes over 2,048 samples in one call, for all jobs at once; the best of five rounds.
double best_update(const Shape& shape, bool cuda, int jobs, int mini_batch, int threads) {
  const int samples = 2048, epochs = 4;
  std::vector<Owned> nets;
  for (int j = 0; j < jobs; j++) {
    nets.push_back(make(shape, cuda));
    nets.back()->write(NN_PARAMETERS, weights(shape).data());
    nets.back()->configure(STANDARD);
  }
  Owned like = make(shape, false);
  like->write(NN_PARAMETERS, weights(shape).data());
  const Data data(shape, *like, samples);
  std::vector<int> rows;
  for (int e = 0; e < epochs; e++) {
    const std::vector<int> epoch = Draw(e).permutation(samples);
    rows.insert(rows.end(), epoch.begin(), epoch.end());
  }
  double best = INFINITY;
  for (int round = 0; round < 5; round++) {
    best = std::min(best, seconds([&] {
      std::vector<std::thread> workers;
      for (int t = 0; t < threads; t++) {
        workers.emplace_back([&, t] {
          for (int j = t; j < jobs; j += threads) {
            float statistics[6];
            nets[j]->update(data.samples(), rows.data(), static_cast<int>(rows.size()), mini_batch, 3e-4f, statistics);
          }
        });
      }
      for (std::thread& worker : workers) worker.join();
    }));
  }
  for (const Owned& net : nets) {
    if (net->failure()) expect(false, net->failure());
  }
  return best * 1e6 / (static_cast<double>(jobs) * samples * epochs);
}

double best_forward(const Shape& shape, bool cuda, int rows) {
  Owned net = make(shape, cuda);
  net->write(NN_PARAMETERS, weights(shape).data());
  const Floats observations = Draw(9).normal(static_cast<int64_t>(rows) * shape.observations, 1.5f);
  Floats means(static_cast<int64_t>(rows) * shape.actions), values(rows);
  double best = INFINITY;
  for (int round = 0; round < 10; round++) {
    best = std::min(best, seconds([&] {
      for (int i = 0; i < 100; i++) net->forward(observations.data(), rows, means.data(), values.data());
    }));
  }
  return best * 1e4;
}

void time_both() {
  const int cores = std::max(1u, std::thread::hardware_concurrency());
  for (const Shape& shape : {Shape{17, 6, {64, 64}, 0}, Shape{105, 8, {64, 64}, 0}, Shape{17, 6, {256, 256}, 0}}) {
    for (int mini_batch : {64, 128, 512}) {
      for (int jobs : {1, 8, 64}) {
        const int threads = std::min(jobs, cores);
        const double cpu = best_update(shape, false, jobs, mini_batch, threads);
        const double gpu = best_update(shape, true, jobs, mini_batch, jobs);
        std::printf(
            "{\"bench\":\"kernel_cuda\",\"shape\":\"%s\",\"mini_batch\":%d,\"jobs\":%d,\"cpu_threads\":%d,"
            "\"cpu_us_per_sample\":%.4f,\"cuda_us_per_sample\":%.4f,\"ratio\":%.2f}\n",
            shape.name().c_str(), mini_batch, jobs, threads, cpu, gpu, cpu / gpu);
        std::fflush(stdout);
      }
    }
    for (int rows : {16, 64, 2048}) {
      std::printf("{\"bench\":\"forward_cuda\",\"shape\":\"%s\",\"rows\":%d,\"cpu_us\":%.1f,\"cuda_us\":%.1f}\n",
                  shape.name().c_str(), rows, best_forward(shape, false, rows), best_forward(shape, true, rows));
      std::fflush(stdout);
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  char text[256];
  if (!nn_cuda_probe(text, sizeof text)) {
    std::printf("no GPU to use: %s\n", text);
    return 3;
  }
  std::printf("%s\n", text);
  const std::string what = count > 1 ? arguments[1] : "compare";
  if (what == "compare" || what == "brief") {
    const double took = seconds(what == "brief" ? compare_briefly : compare);
    std::printf("%s, %.1f s\n", failures ? "the kernels differ" : "the kernels agree", took);
  } else {
    time_both();
  }
  return failures ? 1 : 0;
}
