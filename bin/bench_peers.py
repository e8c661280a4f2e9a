#!/usr/bin/env python3
"""Trains the usual libraries and guerdon on the same tasks in one run, and prints return against wall time.

Usage: bench_peers.py [--task NAME]... [--side SIDE]... [--steps N] [--seeds N] [--first-seed N] [--budgets N,…]
                      [--at-once] [--json]

Peers are PPO of Stable-Baselines3 (PyTorch) and of SBX (JAX), each with its default settings, with eight environments
and mini-batches of 128 and 256, and with the settings of RL Zoo, all with observations and rewards normalised. They
live in a Python environment of their own below GUERDON_HOME (~/.cache/guerdon), which the first use makes with pip.
guerdon's side is `bin/guerdon bench learning`, shipped settings, a training for each budget.

A return is the mean of 20 fresh episodes without noise; seconds are of training alone. A training has the machine to
itself: nothing runs beside it here, and what each library does with the cores is its own affair.

With --at-once a side's seeds are a search's generation: one training a core, one thread each, the next when one is
done, and seconds are those until all are. A peer's processes have been started and have loaded everything by then;
guerdon's time (`bin/guerdon bench training`) has its trainers' start and last measurement in it.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import queue
import statistics
import subprocess
import sys
import time
import warnings

import python_environment

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = ["torch>=2.4", "stable-baselines3==2.9.2", "sbx-rl==0.28.0", "gymnasium[mujoco]==1.4.0"]
TASKS = {
    "halfcheetah-run": "HalfCheetah-v5",
    "hopper-run": "Hopper-v5",
    "walker2d-run": "Walker2d-v5",
    "ant-run": "Ant-v5",
    "swimmer-run": "Swimmer-v5",
    "reacher": "Reacher-v5",
}
EPISODES = 20
EVALUATIONS = 15

# https://github.com/DLR-RM/rl-baselines3-zoo, hyperparams/ppo.yml; its Ant is without tuned settings for 1 M steps.
LARGE = {"net_arch": [256, 256], "relu": True, "log_std_init": -2.0, "ortho_init": False}
ZOO = {
    "HalfCheetah-v5": dict(n_steps=512, batch_size=64, gamma=0.98, learning_rate=2.0633e-05, ent_coef=0.000401762,
                           clip_range=0.1, n_epochs=20, gae_lambda=0.92, max_grad_norm=0.8, vf_coef=0.58096, policy=LARGE),
    "Hopper-v5": dict(n_steps=512, batch_size=32, gamma=0.999, learning_rate=9.80828e-05, ent_coef=0.00229519,
                      clip_range=0.2, n_epochs=5, gae_lambda=0.99, max_grad_norm=0.7, vf_coef=0.835671, policy=LARGE),
    "Walker2d-v5": dict(n_steps=512, batch_size=32, gamma=0.99, learning_rate=5.05041e-05, ent_coef=0.000585045,
                        clip_range=0.1, n_epochs=20, gae_lambda=0.95, max_grad_norm=1.0, vf_coef=0.871923),
    "Swimmer-v5": dict(gamma=0.9999),
    "Reacher-v5": dict(n_steps=512, batch_size=32, gamma=0.9, learning_rate=0.000104019, ent_coef=7.52585e-08,
                       clip_range=0.3, n_epochs=5, gae_lambda=1.0, max_grad_norm=0.9, vf_coef=0.950368),
}
SETTINGS = {
    "default": lambda env: dict(),
    "eight-128": lambda env: dict(n_envs=8, n_steps=256, batch_size=128),
    "eight-256": lambda env: dict(n_envs=8, n_steps=256, batch_size=256),
    "zoo": lambda env: dict(ZOO.get(env, {})),
}
SIDES = [f"{library}-{settings}" for library in ("sb3", "sbx") for settings in SETTINGS] + ["guerdon"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--task", action="append", choices=TASKS, help="default: " + ", ".join(TASKS))
    parser.add_argument("--side", action="append", choices=SIDES, help="default: all")
    parser.add_argument("--steps", type=int, default=300_000, help="of a peer's training")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--budgets", help="of guerdon's trainings; default: sixths, thirds, a half and all of --steps")
    parser.add_argument("--at-once", action="store_true", help="all seeds of a side as one generation, from seed 0")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.at_once and given.first_seed:
        parser.error("--at-once begins with seed 0; leave --first-seed out")
    return given


def untrained(side, task, seed):
    """Makes a peer's model; returns it with its worlds."""
    import gymnasium
    from stable_baselines3.common.vec_env import DummyVecEnv, VecNormalize

    quiet()
    library, settings = side.split("-", 1)
    env = TASKS[task]
    options = SETTINGS[settings](env)
    worlds = DummyVecEnv([lambda: gymnasium.make(env)] * options.pop("n_envs", 1))
    worlds.seed(seed)
    worlds = VecNormalize(worlds, gamma=options.get("gamma", 0.99))
    policy = options.pop("policy", {})
    kwargs = {name: policy[name] for name in ("net_arch", "log_std_init", "ortho_init") if name in policy}
    if library == "sb3":
        import torch
        from stable_baselines3 import PPO

        if policy.get("relu"):
            kwargs["activation_fn"] = torch.nn.ReLU
        options["device"] = "cpu"
    else:
        from flax import linen
        from sbx import PPO

        if policy.get("relu"):
            kwargs["activation_fn"] = linen.relu
    return PPO("MlpPolicy", worlds, seed=seed, policy_kwargs=kwargs, **options), worlds


def quiet():
    """Silences what Gymnasium's tasks and models cause, once a world: nobody here can act on it."""
    import mujoco

    warnings.filterwarnings("ignore", category=DeprecationWarning)
    mujoco.set_mju_user_warning(lambda message: None)


def peer(side, task, seed, steps):
    """Trains a peer; returns (steps, seconds of training, return) about fifteen times."""
    from stable_baselines3.common.callbacks import BaseCallback

    model, worlds = untrained(side, task, seed)
    points = []

    class Evaluation(BaseCallback):
        """Measures now and then, off the clock."""

        def _init_callback(self):
            self.begun, self.paused, self.due = time.perf_counter(), 0.0, steps / EVALUATIONS

        def _on_step(self):
            return True

        def _on_rollout_start(self):
            if self.num_timesteps >= self.due:
                self.measure()

        def measure(self):
            now = time.perf_counter()
            points.append((self.num_timesteps, now - self.begun - self.paused, evaluate(model, worlds, task, seed)))
            self.paused += time.perf_counter() - now
            self.due = self.num_timesteps + steps / EVALUATIONS

    evaluation = Evaluation()
    model.learn(steps, callback=evaluation)
    if points[-1][0] < model.num_timesteps:
        evaluation.measure()
    return points


def peer_generation(side, task, seeds, steps):
    """Trains a peer with all seeds, as many at a time as there are cores; returns for each what `peer` does, once."""
    os.environ["OMP_NUM_THREADS"] = "1"
    cores = sorted(os.sched_getaffinity(0))[: len(seeds)]
    spawn = multiprocessing.get_context("spawn")
    waiting, done, together = spawn.Queue(), spawn.Queue(), spawn.Barrier(len(cores))
    for seed in seeds:
        waiting.put(seed)
    shared = (side, task, steps, waiting, done, together)
    workers = [spawn.Process(target=worker, args=(core, *shared), daemon=True) for core in cores]
    for one in workers:
        one.start()
    rows = []
    while len(rows) < len(seeds):
        try:
            rows.append(done.get(timeout=5))
        except queue.Empty:
            if any(one.exitcode for one in workers):
                raise SystemExit(f"a process that trained {side} failed; its error stands above")
    for one in workers:
        one.join()
    seconds = max(row[2] for row in rows) - min(row[1] for row in rows)
    return [[(count, seconds, value)] for _, _, _, count, value in sorted(rows)]


def worker(core, side, task, steps, waiting, done, together):
    """Trains what waits, on one core; says each one's seed, when all began, when it ended, its steps and return."""
    os.sched_setaffinity(0, {core})
    untrained(side, task, 0)
    together.wait()
    begun, trained = time.monotonic(), []
    while True:
        try:
            seed = waiting.get(timeout=1)
        except queue.Empty:
            break
        model, worlds = untrained(side, task, seed)
        model.learn(steps)
        trained.append((seed, model, worlds, time.monotonic()))
    together.wait()
    for seed, model, worlds, ended in trained:
        done.put((seed, begun, ended, model.num_timesteps, evaluate(model, worlds, task, seed)))


def evaluate(model, worlds, task, seed):
    """Returns the mean undiscounted return of episodes without noise, whose starts no training has drawn."""
    import gymnasium
    import numpy

    running = [gymnasium.make(TASKS[task]) for _ in range(EPISODES)]
    observations = [world.reset(seed=1_000_000 + 1_000 * seed + i)[0] for i, world in enumerate(running)]
    total = 0.0
    while running:
        # All episodes ask at once: one question costs the libraries about as much as twenty.
        actions, _ = model.predict(worlds.normalize_obs(numpy.stack(observations)), deterministic=True)
        going, running, observations = running, [], []
        for world, action in zip(going, actions):
            observation, reward, terminated, truncated, _ = world.step(action)
            total += reward
            if terminated or truncated:
                world.close()
            else:
                running.append(world)
                observations.append(observation)
    return total / EPISODES


def guerdon(task, seeds, budgets):
    """Trains guerdon with each seed for each budget; returns for each seed what a peer returns."""
    rows = bench("learning", task, "--seeds", len(seeds), "--first-seed", seeds[0], "--episodes", EPISODES,
                 "--steps", ",".join(map(str, budgets)))
    return [[(row["steps"], row["seconds"], row["return"]) for row in rows if row["seed"] == seed] for seed in seeds]


def guerdon_generation(task, seeds, budgets):
    """Does that with all seeds at once; the same seeds one by one tell the returns, which are equal."""
    seconds = [bench("training", task, "--jobs", len(seeds), "--steps", budget)[0]["seconds"] for budget in budgets]
    runs = guerdon(task, seeds, budgets)
    return [[(steps, whole, value) for (steps, _, value), whole in zip(run, seconds)] for run in runs]


def bench(name, task, *options):
    command = [HERE / "guerdon", "bench", name, task, "--json", *map(str, options)]
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def runs(side, task, seeds, given, budgets):
    """Trains a side with each seed; gives what each came to as soon as it is known."""
    if side == "guerdon" and given.at_once:
        yield from guerdon_generation(task, seeds, budgets)
    elif side == "guerdon":
        yield from (guerdon(task, [seed], budgets)[0] for seed in seeds)
    elif given.at_once:
        yield from peer_generation(side, task, seeds, given.steps)
    else:
        yield from (peer(side, task, seed, given.steps) for seed in seeds)


def interquartile_mean(values):
    """Mean of the middle half, values at its edges by the share that lies in it (Agarwal et al. 2021)."""
    values, cut = sorted(values), len(values) / 4
    inside = [max(0.0, min(i + 1, len(values) - cut) - max(i, cut)) for i in range(len(values))]
    return sum(v * w for v, w in zip(values, inside)) / sum(inside)


def summary(task, points):
    """Prints who reached what, and how soon guerdon reached the best peer's last return."""
    print(f"\n{task}: interquartile mean of the return, seconds of training")
    finals = {}
    for side in points:
        by_steps = {}
        for run in points[side]:
            for place, (steps, seconds, value) in enumerate(run):
                by_steps.setdefault(place, []).append((steps, seconds, value))
        curve = [
            (rows[0][0], statistics.mean(row[1] for row in rows), interquartile_mean([row[2] for row in rows]))
            for rows in by_steps.values()
        ]
        points[side] = curve
        shown = curve if side == "guerdon" else [curve[-1]]
        for steps, seconds, value in shown:
            print(f"  {side:14} {value:10.1f} after {steps:9,} steps, {seconds:7.1f} s")
        if side != "guerdon":
            finals[side] = curve[-1]
    if not finals or "guerdon" not in points:
        return
    best = max(finals, key=lambda side: finals[side][2])
    _, seconds, value = finals[best]
    reached = [point for point in points["guerdon"] if point[2] >= value]
    if reached:
        steps, own, _ = min(reached, key=lambda point: point[1])
        print(f"  the best peer is {best}; guerdon reaches its return in {own:.1f} s ({steps:,} steps): {seconds / own:.1f} times sooner")
    else:
        print(f"  the best peer is {best}; guerdon does not reach its return within these budgets")


def main():
    given = arguments()
    if not given.inside:
        python_environment.enter("peers", PACKAGES, __file__, "--inside")
    budgets = [int(b) for b in given.budgets.split(",")] if given.budgets else [given.steps * k // 6 for k in (1, 2, 3, 6)]
    for task in given.task or TASKS:
        points = {}
        for side in given.side or SIDES:
            seeds = range(given.first_seed, given.first_seed + given.seeds)
            for seed, run in zip(seeds, runs(side, task, seeds, given, budgets)):
                points.setdefault(side, []).append(run)
                for steps, seconds, value in run:
                    row = {"bench": "peers", "side": side, "task": task, "seed": seed, "steps": steps, "seconds": seconds, "return": value}
                    if given.json:
                        print(json.dumps(row), flush=True)
                if not given.json:
                    steps, seconds, value = run[-1]
                    print(f"{task} {side} seed {seed}: {value:.1f} after {steps:,} steps, {seconds:.1f} s", flush=True)
        if not given.json:
            summary(task, points)


if __name__ == "__main__":
    main()
