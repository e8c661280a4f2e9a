"""Records the losses and gradients that PyTorch's autograd gives for PPO's objective.

Usage: record_gradients.py OUT.txt (needs torch). Parameters and samples come from one simple sequence, which the test
repeats; the old log probabilities, which need the policy, are recorded. Each case is a line of its settings, one of
the log probabilities, one of policy loss, value loss and entropy, and one of every STRIDE-th number of the gradient.
"""

import math
import sys

import torch

ROWS = 64
STRIDE = 7
CASES = [  # observation, action, hidden, activation, clip, clipped values, value coefficient, entropy coefficient
    (17, 6, [64, 64], "TANH", 0.2, False, 0.5, 0.0),
    (5, 2, [8, 6], "RELU", 0.1, True, 1.5, 0.01),
    (11, 3, [33], "TANH", 0.2, True, 0.5, 0.02),
]


class Sequence:
    """Numbers between -1 and 1 that any language gives alike."""

    def __init__(self):
        self.state = 1

    def take(self, scale, *shape):
        numbers = []
        for _ in range(math.prod(shape)):
            self.state = (self.state * 1103515245 + 12345) % 2**31
            numbers.append(scale * (self.state / 2**30 - 1))
        return torch.tensor(numbers, dtype=torch.float32).reshape(shape)


def network(sequence, sizes):
    layers = []
    for rows, columns in zip(sizes, sizes[1:]):
        layers.append(sequence.take(2 / math.sqrt(rows), rows, columns).requires_grad_())
        layers.append(sequence.take(0.5, 1, columns).requires_grad_())
    return layers


def outputs(layers, x, activation):
    for i in range(0, len(layers), 2):
        x = x @ layers[i] + layers[i + 1]
        if i + 2 < len(layers):
            x = torch.tanh(x) if activation == "TANH" else torch.relu(x)
    return x


def record(case):
    observation, action, hidden, activation, clip, clip_values, value_coefficient, entropy_coefficient = case
    sequence = Sequence()
    policy = network(sequence, [observation, *hidden, action])
    value = network(sequence, [observation, *hidden, 1])
    log_std = sequence.take(0.5, action).requires_grad_()
    observations = sequence.take(2, ROWS, observation)
    actions = sequence.take(2, ROWS, action)
    noise = sequence.take(0.5, ROWS)
    old_values = sequence.take(1, ROWS)
    advantages = sequence.take(2, ROWS)
    returns = sequence.take(2, ROWS)

    normal = torch.distributions.Normal(outputs(policy, observations, activation), log_std.exp())
    log_probabilities = normal.log_prob(actions).sum(1)
    old = (log_probabilities + noise).detach()
    ratio = (log_probabilities - old).exp()
    normalised = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    policy_loss = -torch.min(ratio * normalised, ratio.clamp(1 - clip, 1 + clip) * normalised).mean()
    told = outputs(value, observations, activation)[:, 0]
    squares = (told - returns) ** 2
    if clip_values:
        kept = old_values + (told - old_values).clamp(-clip, clip)
        squares = torch.max(squares, (kept - returns) ** 2)
    value_loss = 0.5 * squares.mean()
    entropy = normal.entropy().sum(1).mean()
    (policy_loss + value_coefficient * value_loss - entropy_coefficient * entropy).backward()

    gradient = torch.cat([p.grad.flatten() for p in [*policy, *value, log_std]])
    settings = [observation, action, ",".join(map(str, hidden)), activation, clip, str(clip_values).lower()]
    yield " ".join(map(str, [*settings, value_coefficient, entropy_coefficient]))
    yield line(old)
    yield line(torch.stack([policy_loss, value_loss, entropy]))
    yield line(gradient[::STRIDE])


def line(numbers):
    return " ".join(f"{number:.9g}" for number in numbers.tolist())


def main():
    torch.set_num_threads(1)
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write(f"# torch {torch.__version__}, {ROWS} rows, every {STRIDE}th number of the gradient\n")
        for case in CASES:
            for text in record(case):
                out.write(text + "\n")


main()
