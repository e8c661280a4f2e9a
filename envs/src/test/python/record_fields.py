"""Records what MuJoCo's Python bindings give for slices of mjData's fields.

Usage: record_fields.py MODEL.xml OUT.txt (needs mujoco 3.17.0). The first line is the full state (mjSTATE_INTEGRATION);
each further one is a slice as a task writes it, a bar, and its numbers row by row.
"""

import re
import sys

import mujoco
import numpy as np

SLICES = """
qpos qpos[2:] qpos['root'] qpos['shoulder'] qpos['wrist'] qvel[-3:] qvel['shoulder'] qvel[4] act ctrl ctrl['wag'] xpos
xpos['hand'] xpos['hand',:2] xpos[2,1] xpos[-1] xpos[3:5] xquat[2:] xmat['arm'] xipos ximat[2] xanchor['lash'] xaxis
geom_xpos['hand'] geom_xmat[1:3] site_xpos site_xpos['tip',2] site_xmat['back'] cam_xpos cam_xmat light_xpos light_xdir
subtree_com[1:] cinert[1:] crb[2] cvel cvel[1:] cdof cdof_dot['shoulder'] cfrc_ext[1:] cfrc_ext['hand'] cfrc_int cacc[1:]
qfrc_actuator qfrc_actuator[6:] qfrc_constraint[:1] qfrc_bias qfrc_passive qfrc_spring qfrc_damper qfrc_gravcomp
qfrc_fluid qfrc_smooth qfrc_applied xfrc_applied['tail'] qacc qacc['wrist'] qacc_smooth act_dot actuator_force
actuator_length actuator_velocity['muscle'] ten_length ten_velocity['bend'] sensordata sensordata['felt'] sensordata[-1]
subtree_linvel[1:] subtree_angmom['torso'] mocap_pos mocap_quat userdata
""".split()


def value(model, data, text):
    field, rows, columns = re.fullmatch(r"(\w+)(?:\[([^,\]]*)(?:,([^\]]*))?\])?", text).groups()
    array = getattr(data, field)
    if rows is None:
        return array
    if rows.startswith("'"):
        name = rows[1:-1]
        if field == "sensordata":
            return data.sensor(name).data
        if field == "qpos":
            return data.joint(name).qpos
        if field in ("qvel", "qacc", "cdof_dot"):
            joint = model.joint(name)
            size = {0: 6, 1: 3}.get(joint.type[0], 1)
            array = array[joint.dofadr[0] : joint.dofadr[0] + size]
        else:
            of = {"geom_xpos": "geom", "site_xpos": "site", "site_xmat": "site", "ctrl": "actuator", "xanchor": "joint",
                  "actuator_velocity": "actuator", "ten_velocity": "tendon"}.get(field, "body")
            array = array[getattr(model, of)(name).id]
        return array if columns is None else eval(f"array[{columns}]")
    return eval(f"array[{rows}]" if columns is None else f"array[{rows},{columns}]")


def main(model_file, out_file):
    model = mujoco.MjModel.from_xml_path(model_file)
    data = mujoco.MjData(model)
    random = np.random.default_rng(5)
    data.qvel[:] = random.normal(0, 0.5, model.nv)
    for _ in range(120):
        data.ctrl[:] = random.uniform(-1, 1, model.nu)
        mujoco.mj_step(model, data)
    data.qfrc_applied[:] = random.normal(0, 0.1, model.nv)
    data.xfrc_applied[:] = random.normal(0, 0.1, (model.nbody, 6))
    data.userdata[:] = [1, 2, 3]
    size = mujoco.mj_stateSize(model, mujoco.mjtState.mjSTATE_INTEGRATION)
    state = np.empty(size)
    mujoco.mj_getState(model, data, state, mujoco.mjtState.mjSTATE_INTEGRATION)
    fresh = mujoco.MjData(model)
    mujoco.mj_setState(model, fresh, state, mujoco.mjtState.mjSTATE_INTEGRATION)
    mujoco.mj_forward(model, fresh)
    mujoco.mj_rnePostConstraint(model, fresh)
    mujoco.mj_subtreeVel(model, fresh)
    assert fresh.ncon > 0
    with open(out_file, "w", encoding="utf-8") as out:
        out.write(" ".join(repr(float(x)) for x in state) + "\n")
        for text in SLICES:
            numbers = np.ravel(value(model, fresh, text))
            out.write(text + " | " + " ".join(repr(float(x)) for x in numbers) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
