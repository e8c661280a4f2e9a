"""Records the real Gymnasium's Hopper-v5 for the parity tests; only this script writes their files.

Run it in a virtual environment outside of the repository:

    python3 -m venv VENV && VENV/bin/pip install gymnasium==1.4.0 mujoco==3.17.0 imageio packaging
    VENV/bin/python envs/src/test/python/record_hopper.py envs/src/test/resources/parity/hopper.txt.gz

The file is text: `key value` lines, then records. Numbers are written so that they read back to the same bits.
A record is a word and fields separated by ` | `:

    step STATE | ACTION | OBSERVATION | REWARD | TERMINATED | TORSO       one step from a full state (mjSTATE_INTEGRATION)
    rollout STATE                                                          where a free-running rollout begins
    free ACTION | OBSERVATION | REWARD | TERMINATED | TORSO                its steps, in order
    resets COUNT | MEAN | SD | MIN | MAX                                   of qpos and qvel over resets

TORSO is xpos of the torso and the velocity of its frame's origin, both one substep behind, as Gymnasium leaves them.
"""

import gzip
import sys

import gymnasium
import mujoco
import numpy as np

STEPS = 1000
ROLLOUTS = 5
ROLLOUT_STEPS = 200
RESETS = 2000
# Steps go on after a fall up to this length, so that lying and sliding are recorded as well.
EPISODE = 50
SEED = 20260101


def cpu_kind():
    """The first processor's vendor, family, model and stepping: what decides the bits of a long rollout."""
    found = {}
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            key, _, value = line.partition(":")
            found.setdefault(key.strip(), value.strip())
    return " ".join(found.get(key, "?") for key in ("vendor_id", "cpu family", "model", "stepping"))


def numbers(values):
    return " ".join(repr(float(v)) for v in np.ravel(values))


def full_state(env):
    spec = mujoco.mjtState.mjSTATE_INTEGRATION
    state = np.empty(mujoco.mj_stateSize(env.model, spec))
    mujoco.mj_getState(env.model, env.data, state, spec)
    return state


def torso(env):
    body = mujoco.mj_name2id(env.model, mujoco.mjtObj.mjOBJ_BODY, "torso")
    velocity = np.empty(6)
    mujoco.mj_objectVelocity(env.model, env.data, mujoco.mjtObj.mjOBJ_XBODY, body, velocity, 0)
    return np.concatenate([env.data.xpos[body], velocity[3:]])


def outcome(env, action):
    observation, reward, terminated, _, _ = env.step(action)
    return [numbers(observation), numbers([reward]), str(int(terminated)), numbers(torso(env))]


def main(path):
    env = gymnasium.make("Hopper-v5").unwrapped
    random = np.random.default_rng(SEED)
    lines = [
        "format 1",
        f"environment {env.spec.id}",
        f"gymnasium {gymnasium.__version__}",
        f"mujoco {mujoco.__version__}",
        f"cpu {cpu_kind()}",
        f"state {full_state(env).size}",
    ]
    for i in range(STEPS):
        if i % EPISODE == 0:
            env.reset(seed=int(random.integers(1 << 31)))
            strength = random.uniform(0.05, 1)
        # float64: sampled float32 actions would move the control cost by 1e-7.
        action = random.uniform(-strength, strength, env.model.nu)
        before = numbers(full_state(env))
        lines.append("step " + " | ".join([before, numbers(action)] + outcome(env, action)))
    for _ in range(ROLLOUTS):
        env.reset(seed=int(random.integers(1 << 31)))
        lines.append("rollout " + numbers(full_state(env)))
        strength = random.uniform(0.2, 1)
        for _ in range(ROLLOUT_STEPS):
            action = random.uniform(-strength, strength, env.model.nu)
            lines.append("free " + " | ".join([numbers(action)] + outcome(env, action)))
    resets = []
    for _ in range(RESETS):
        env.reset(seed=int(random.integers(1 << 31)))
        resets.append(np.concatenate([env.data.qpos, env.data.qvel]))
    statistics = [f(resets, axis=0) for f in (np.mean, np.std, np.min, np.max)]
    lines.append(f"resets {RESETS} | " + " | ".join(numbers(s) for s in statistics))
    with open(path, "wb") as raw:
        # Without name and time, so that the same recording gives the same file.
        with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=raw, mtime=0) as out:
            out.write(("\n".join(lines) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1])
