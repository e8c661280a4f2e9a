#!/usr/bin/env python3
"""Times the native kernel and PyTorch on the same network and mini-batches, in turns, and prints both as JSON lines.

Usage: bench_kernel_torch.py [ROUNDS]. PyTorch lives in a Python environment of its own below GUERDON_HOME
(~/.cache/guerdon), which the first use makes with pip; with --here the Python that runs this is taken. Both sides use
one thread, and the best pass of each counts.
"""

import json
import pathlib
import subprocess
import sys
import time

import python_environment

HERE = pathlib.Path(__file__).resolve().parent
TORCH = "torch>=2.4"
OBSERVATION, ACTION, HIDDEN, SAMPLES = 17, 6, 64, 2048
MINI_BATCHES = (64, 128)
PASSES = 10


class Torch:
    """PPO's update as it is usually written."""

    def __init__(self):
        import torch
        from torch import nn

        torch.set_num_threads(1)
        torch.manual_seed(0)
        self.torch, self.version = torch, torch.__version__

        def network(outputs):
            return nn.Sequential(
                nn.Linear(OBSERVATION, HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, outputs)
            )

        self.policy, self.value = network(ACTION), network(1)
        self.log_std = nn.Parameter(torch.zeros(ACTION))
        self.parameters = [*self.policy.parameters(), *self.value.parameters(), self.log_std]
        self.optimiser = torch.optim.Adam(self.parameters, lr=3e-4, eps=1e-5, fused=True)
        self.observations = torch.randn(SAMPLES, OBSERVATION)
        self.actions = torch.randn(SAMPLES, ACTION)
        self.advantages = torch.randn(SAMPLES)
        self.returns = torch.randn(SAMPLES)
        with torch.no_grad():
            self.old = self.log_probabilities(self.observations, self.actions)

    def log_probabilities(self, observations, actions):
        distribution = self.torch.distributions.Normal(self.policy(observations), self.log_std.exp(), validate_args=False)
        return distribution.log_prob(actions).sum(1)

    def update(self, mini_batch):
        """Gives the seconds of one pass."""
        torch = self.torch
        start = time.perf_counter()
        for rows in torch.randperm(SAMPLES).split(mini_batch):
            observations, advantages = self.observations[rows], self.advantages[rows]
            ratio = (self.log_probabilities(observations, self.actions[rows]) - self.old[rows]).exp()
            advantages = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
            policy_loss = -torch.min(ratio * advantages, ratio.clamp(0.8, 1.2) * advantages).mean()
            value_loss = 0.5 * ((self.value(observations)[:, 0] - self.returns[rows]) ** 2).mean()
            self.optimiser.zero_grad()
            (policy_loss + 0.5 * value_loss).backward()
            torch.nn.utils.clip_grad_norm_(self.parameters, 0.5)
            self.optimiser.step()
        return time.perf_counter() - start


def kernel():
    """Gives the native kernel's microseconds a sample by mini-batch."""
    text = subprocess.run(
        [HERE / "guerdon", "bench", "kernel", "--json", "--mini-batch", ",".join(map(str, MINI_BATCHES))],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    rows = map(json.loads, text.splitlines())
    return {row["mini_batch"]: row["us_per_sample"] for row in rows}


def main(rounds):
    peer = Torch()
    best = {}
    for _ in range(rounds):
        for size, microseconds in kernel().items():
            best["guerdon", size] = min(best.get(("guerdon", size), microseconds), microseconds)
        for size in MINI_BATCHES:
            seconds = min(peer.update(size) for _ in range(PASSES))
            best["torch", size] = min(best.get(("torch", size), 1e9), seconds * 1e6 / SAMPLES)
    for size in MINI_BATCHES:
        ours, theirs = best["guerdon", size], best["torch", size]
        row = {"bench": "kernel_torch", "torch": peer.version, "mini_batch": size}
        row |= {"us_per_sample": round(ours, 3), "torch_us_per_sample": round(theirs, 3), "ratio": round(theirs / ours, 2)}
        print(json.dumps(row), flush=True)


arguments = [argument for argument in sys.argv[1:] if argument != "--here"]
if "--here" not in sys.argv:
    python_environment.enter("torch-bench", ["numpy", TORCH], __file__, "--here")
main(int(arguments[0]) if arguments else 3)
