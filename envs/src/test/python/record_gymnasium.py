"""Records the real Gymnasium's MuJoCo tasks for the parity tests; only this script writes their files.

Run it in a virtual environment outside of the repository:

    python3 -m venv VENV && VENV/bin/pip install gymnasium==1.4.0 mujoco==3.17.0 imageio packaging
    VENV/bin/python envs/src/test/python/record_gymnasium.py envs/src/test/resources/parity [TASK ...]

A file is text: `key value` lines, then records. A record is a word and fields separated by ` | `:

    step STATE | ACTION | OBSERVATION | REWARD | TERMINATED    one step from a full state (mjSTATE_INTEGRATION)
    rollout STATE                                              where a free-running rollout begins
    free ACTION | OBSERVATION | REWARD | TERMINATED            its steps, in order
    resets COUNT | MEAN | SD | MIN | MAX                       of qpos and qvel over resets

States and actions are rounded before Gymnasium gets them, so that the file has exactly what was simulated; a state is
put into Gymnasium as its own `set_state` does it, with a forward pass. Results are rounded to 1e-11.

An observation of hundreds of numbers would make a file of a megabyte. It is written in full on one step in twenty; on the
others stands `sums` and SUMS sums of all its numbers, each number times a weight that `weight` gives: one number that
is wrong by e changes all the sums by about e.
"""

import gzip
import os
import sys

import gymnasium
import mujoco
import numpy as np

# Task of this project, Gymnasium's task.
TASKS = {
    "ant-run": "Ant-v5",
    "halfcheetah-run": "HalfCheetah-v5",
    "humanoid-run": "Humanoid-v5",
    "humanoid-standup": "HumanoidStandup-v5",
    "inverted-double-pendulum": "InvertedDoublePendulum-v5",
    "inverted-pendulum": "InvertedPendulum-v5",
    "pusher": "Pusher-v5",
    "reacher": "Reacher-v5",
    "swimmer-run": "Swimmer-v5",
    "walker2d-run": "Walker2d-v5",
}
STEPS = 500
ROLLOUTS = 2
RESETS = 2000
# Steps go on after a fall up to this length, so that lying and sliding are recorded as well.
EPISODE = 50
WIDE = 200
FULL = 20
SUMS = 16
SEED = 20260101
STATE = mujoco.mjtState.mjSTATE_INTEGRATION


def cpu_kind():
    """The first processor's vendor, family, model and stepping: what decides the bits of a long rollout."""
    found = {}
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            key, _, value = line.partition(":")
            found.setdefault(key.strip(), value.strip())
    return " ".join(found.get(key, "?") for key in ("vendor_id", "cpu family", "model", "stepping"))


def text(value):
    value = float(value)
    return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def numbers(values):
    return " ".join(text(v) for v in np.ravel(values))


def rounded_state(env):
    """Reads the full state, rounds it and puts it back."""
    state = np.empty(mujoco.mj_stateSize(env.model, STATE))
    mujoco.mj_getState(env.model, env.data, state, STATE)
    state = np.round(state, 4 if env.observation_space.shape[0] > WIDE else 6) + 0.0
    mujoco.mj_setState(env.model, env.data, state, STATE)
    mujoco.mj_forward(env.model, env.data)
    return numbers(state)


def start(env, random, episode):
    env.reset(seed=int(random.integers(1 << 31)))
    if env.spec.id == "Pusher-v5" and episode % 2:
        # The arm rarely finds the cylinder by chance: every other episode begins with it in the lowered hand.
        qpos, qvel = env.data.qpos.copy(), env.data.qvel.copy()
        qpos[1] = random.uniform(0.3, 0.4)
        env.set_state(qpos, qvel)
        hand, home = env.data.body("tips_arm").xpos, env.model.body("object").pos
        qpos[7] = hand[1] - home[1] + random.uniform(-0.04, 0.04)
        qpos[8] = hand[0] - home[0] + random.uniform(0.07, 0.12)
        env.set_state(qpos, qvel)


def draw(env, random, strength):
    # float64: sampled float32 actions would move control costs by 1e-7.
    low, high = env.model.actuator_ctrlrange.T
    return np.round(random.uniform(low, high) * strength, 4) + 0.0


def weight(i, j):
    """The weight of number j in sum i, in [-1, 1): from a multiplicative hash, the same on every machine."""
    return ((i * 1009 + j + 1) * 2654435761 % 2**32) / 2**31 - 1


def sums(observation):
    totals = []
    for i in range(SUMS):
        total = 0.0
        for j, value in enumerate(observation):
            total += weight(i, j) * float(value)
        totals.append(total)
    return totals


def outcome(env, action, step):
    observation, reward, terminated, _, _ = env.step(action)
    short = observation.size > WIDE and step % FULL
    seen = "sums " + numbers(np.round(sums(observation), 11)) if short else numbers(np.round(observation, 11))
    return [seen, numbers([np.round(reward, 11)]), str(int(terminated))]


def record(identity, path):
    env = gymnasium.make(identity).unwrapped
    random = np.random.default_rng(SEED)
    lines = [
        "format 1",
        f"environment {env.spec.id}",
        f"gymnasium {gymnasium.__version__}",
        f"mujoco {mujoco.__version__}",
        f"cpu {cpu_kind()}",
        f"state {mujoco.mj_stateSize(env.model, STATE)}",
    ]
    contacts = 0
    for i in range(STEPS):
        if i % EPISODE == 0:
            start(env, random, i // EPISODE)
            strength = random.uniform(0.1, 1)
        state = rounded_state(env)
        action = draw(env, random, strength)
        lines.append("step " + " | ".join([state, numbers(action)] + outcome(env, action, i)))
        contacts += env.data.ncon > 0
    length = 50 if env.observation_space.shape[0] > WIDE else 100
    for i in range(ROLLOUTS):
        start(env, random, i)
        lines.append("rollout " + rounded_state(env))
        strength = random.uniform(0.2, 1)
        for step in range(length):
            action = draw(env, random, strength)
            lines.append("free " + " | ".join([numbers(action)] + outcome(env, action, step)))
    resets = []
    for _ in range(RESETS):
        env.reset(seed=int(random.integers(1 << 31)))
        resets.append(np.concatenate([env.data.qpos, env.data.qvel]))
    statistics = [f(resets, axis=0) for f in (np.mean, np.std, np.min, np.max)]
    lines.append(f"resets {RESETS} | " + " | ".join(numbers(np.round(s, 9)) for s in statistics))
    with open(path, "wb") as raw:
        # Without name and time, so that the same recording gives the same file.
        with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=raw, mtime=0) as out:
            out.write(("\n".join(lines) + "\n").encode("utf-8"))
    print(f"{identity}: {os.path.getsize(path)} bytes, {contacts} of {STEPS} steps end in contact")


def main(folder, *names):
    for name in names or TASKS:
        record(TASKS[name], os.path.join(folder, name + ".txt.gz"))


if __name__ == "__main__":
    main(*sys.argv[1:])
