#include <stddef.h>

#include "guerdon.h"

namespace {

// In the order of the Java enum GatherKind.
enum Kind {
  TIME, QPOS, QVEL, ACT, CTRL,
  BODY_POSITION, BODY_ORIENTATION, BODY_VELOCITY, BODY_ANGULAR_VELOCITY,
  SITE_POSITION, SITE_ORIENTATION, SITE_VELOCITY, SITE_ANGULAR_VELOCITY,
  GEOM_POSITION, GEOM_ORIENTATION, GEOM_VELOCITY, GEOM_ANGULAR_VELOCITY,
  GEOM_CONTACT_FORCE, GEOM_IN_CONTACT, TOUCHING,
  SENSOR, ACTUATOR_FORCE, ACTUATOR_LENGTH, ACTUATOR_VELOCITY, TENDON_LENGTH, TENDON_VELOCITY,
  CENTER_OF_MASS, WARNINGS, FIELD
};

// In the order of the Java enum DataField.
enum Field {
  FIELD_QPOS, FIELD_QVEL, FIELD_ACT, FIELD_CTRL, FIELD_XPOS, FIELD_XQUAT, FIELD_CVEL, FIELD_CINERT,
  FIELD_QFRC_ACTUATOR, FIELD_QFRC_CONSTRAINT, FIELD_CFRC_EXT, FIELD_SENSORDATA, FIELD_SITE_XPOS, FIELD_GEOM_XPOS,
  FIELD_SUBTREE_COM, FIELD_QACC, FIELD_QFRC_APPLIED, FIELD_XFRC_APPLIED, FIELD_MOCAP_POS, FIELD_MOCAP_QUAT,
  FIELD_ACT_DOT, FIELD_USERDATA, FIELD_QACC_WARMSTART, FIELD_XMAT, FIELD_XIPOS, FIELD_XIMAT, FIELD_XANCHOR, FIELD_XAXIS,
  FIELD_GEOM_XMAT, FIELD_SITE_XMAT, FIELD_CAM_XPOS, FIELD_CAM_XMAT, FIELD_LIGHT_XPOS, FIELD_LIGHT_XDIR, FIELD_CDOF,
  FIELD_CRB, FIELD_TEN_LENGTH, FIELD_ACTUATOR_LENGTH, FIELD_TEN_VELOCITY, FIELD_ACTUATOR_VELOCITY, FIELD_CDOF_DOT,
  FIELD_QFRC_BIAS, FIELD_QFRC_SPRING, FIELD_QFRC_DAMPER, FIELD_QFRC_GRAVCOMP, FIELD_QFRC_FLUID, FIELD_QFRC_PASSIVE,
  FIELD_SUBTREE_LINVEL, FIELD_SUBTREE_ANGMOM, FIELD_ACTUATOR_FORCE, FIELD_QFRC_SMOOTH, FIELD_QACC_SMOOTH, FIELD_CACC,
  FIELD_CFRC_INT
};

struct Op {
  int kind, id, other, count;
};

static_assert(sizeof(Op) == 4 * sizeof(int), "ops are passed as an array of int");

struct Call {
  const Op* ops;
  int nop;
  bool needs_forces;
  bool needs_subtrees;
  double* out;
  int width;
};

double* copy(double* out, const mjtNum* values, int count) {
  for (int i = 0; i < count; i++) out[i] = values[i];
  return out + count;
}

double* velocity(const mjModel* m, const mjData* d, int type, int id, bool linear, double* out) {
  mjtNum both[6];  // angular, then linear
  mj_objectVelocity(m, d, type, id, both, 0);
  return copy(out, linear ? both + 3 : both, 3);
}

double* orientation(const mjtNum* matrix, double* out) {
  mjtNum quaternion[4];
  mju_mat2Quat(quaternion, matrix);
  return copy(out, quaternion, 4);
}

bool active(const mjContact& contact) { return contact.efc_address >= 0; }

bool has(const mjContact& contact, int geom) { return contact.geom[0] == geom || contact.geom[1] == geom; }

// Norm of the sum of all contact forces on a geom, in newtons.
double contact_force(const mjModel* m, const mjData* d, int geom) {
  mjtNum sum[3] = {0, 0, 0};
  for (int i = 0; i < d->ncon; i++) {
    const mjContact& contact = d->contact[i];
    if (!active(contact) || !has(contact, geom) || contact.geom[0] == contact.geom[1]) continue;
    mjtNum local[6], world[3];
    mj_contactForce(m, d, i, local);
    mju_mulMatTVec3(world, contact.frame, local);
    // The force acts on the second geom; the first one feels the reaction.
    mju_addToScl3(sum, world, contact.geom[1] == geom ? 1 : -1);
  }
  return mju_norm3(sum);
}

double in_contact(const mjData* d, int geom) {
  for (int i = 0; i < d->ncon; i++) {
    if (active(d->contact[i]) && has(d->contact[i], geom)) return 1;
  }
  return 0;
}

double touching(const mjData* d, int a, int b) {
  for (int i = 0; i < d->ncon; i++) {
    const mjContact& contact = d->contact[i];
    if (active(contact) && ((contact.geom[0] == a && contact.geom[1] == b) ||
                            (contact.geom[0] == b && contact.geom[1] == a))) {
      return 1;
    }
  }
  return 0;
}

const mjtNum* field(const mjData* d, int field) {
  switch (field) {
    case FIELD_QPOS: return d->qpos;
    case FIELD_QVEL: return d->qvel;
    case FIELD_ACT: return d->act;
    case FIELD_CTRL: return d->ctrl;
    case FIELD_XPOS: return d->xpos;
    case FIELD_XQUAT: return d->xquat;
    case FIELD_CVEL: return d->cvel;
    case FIELD_CINERT: return d->cinert;
    case FIELD_QFRC_ACTUATOR: return d->qfrc_actuator;
    case FIELD_QFRC_CONSTRAINT: return d->qfrc_constraint;
    case FIELD_CFRC_EXT: return d->cfrc_ext;
    case FIELD_SENSORDATA: return d->sensordata;
    case FIELD_SITE_XPOS: return d->site_xpos;
    case FIELD_GEOM_XPOS: return d->geom_xpos;
    case FIELD_SUBTREE_COM: return d->subtree_com;
    case FIELD_QACC: return d->qacc;
    case FIELD_QFRC_APPLIED: return d->qfrc_applied;
    case FIELD_XFRC_APPLIED: return d->xfrc_applied;
    case FIELD_MOCAP_POS: return d->mocap_pos;
    case FIELD_MOCAP_QUAT: return d->mocap_quat;
    case FIELD_ACT_DOT: return d->act_dot;
    case FIELD_USERDATA: return d->userdata;
    case FIELD_QACC_WARMSTART: return d->qacc_warmstart;
    case FIELD_XMAT: return d->xmat;
    case FIELD_XIPOS: return d->xipos;
    case FIELD_XIMAT: return d->ximat;
    case FIELD_XANCHOR: return d->xanchor;
    case FIELD_XAXIS: return d->xaxis;
    case FIELD_GEOM_XMAT: return d->geom_xmat;
    case FIELD_SITE_XMAT: return d->site_xmat;
    case FIELD_CAM_XPOS: return d->cam_xpos;
    case FIELD_CAM_XMAT: return d->cam_xmat;
    case FIELD_LIGHT_XPOS: return d->light_xpos;
    case FIELD_LIGHT_XDIR: return d->light_xdir;
    case FIELD_CDOF: return d->cdof;
    case FIELD_CRB: return d->crb;
    case FIELD_TEN_LENGTH: return d->ten_length;
    case FIELD_ACTUATOR_LENGTH: return d->actuator_length;
    case FIELD_TEN_VELOCITY: return d->ten_velocity;
    case FIELD_ACTUATOR_VELOCITY: return d->actuator_velocity;
    case FIELD_CDOF_DOT: return d->cdof_dot;
    case FIELD_QFRC_BIAS: return d->qfrc_bias;
    case FIELD_QFRC_SPRING: return d->qfrc_spring;
    case FIELD_QFRC_DAMPER: return d->qfrc_damper;
    case FIELD_QFRC_GRAVCOMP: return d->qfrc_gravcomp;
    case FIELD_QFRC_FLUID: return d->qfrc_fluid;
    case FIELD_QFRC_PASSIVE: return d->qfrc_passive;
    case FIELD_SUBTREE_LINVEL: return d->subtree_linvel;
    case FIELD_SUBTREE_ANGMOM: return d->subtree_angmom;
    case FIELD_ACTUATOR_FORCE: return d->actuator_force;
    case FIELD_QFRC_SMOOTH: return d->qfrc_smooth;
    case FIELD_QACC_SMOOTH: return d->qacc_smooth;
    case FIELD_CACC: return d->cacc;
    default: return d->cfrc_int;
  }
}

double* write(const mjModel* m, const mjData* d, const Op& op, double* out) {
  switch (op.kind) {
    case TIME: *out = d->time; return out + 1;
    case QPOS: return copy(out, d->qpos + op.id, op.count);
    case QVEL: return copy(out, d->qvel + op.id, op.count);
    case ACT: return copy(out, d->act + op.id, op.count);
    case CTRL: return copy(out, d->ctrl + op.id, op.count);
    case BODY_POSITION: return copy(out, d->xpos + 3 * op.id, 3);
    case BODY_ORIENTATION: return copy(out, d->xquat + 4 * op.id, 4);
    case BODY_VELOCITY: return velocity(m, d, mjOBJ_XBODY, op.id, true, out);
    case BODY_ANGULAR_VELOCITY: return velocity(m, d, mjOBJ_XBODY, op.id, false, out);
    case SITE_POSITION: return copy(out, d->site_xpos + 3 * op.id, 3);
    case SITE_ORIENTATION: return orientation(d->site_xmat + 9 * op.id, out);
    case SITE_VELOCITY: return velocity(m, d, mjOBJ_SITE, op.id, true, out);
    case SITE_ANGULAR_VELOCITY: return velocity(m, d, mjOBJ_SITE, op.id, false, out);
    case GEOM_POSITION: return copy(out, d->geom_xpos + 3 * op.id, 3);
    case GEOM_ORIENTATION: return orientation(d->geom_xmat + 9 * op.id, out);
    case GEOM_VELOCITY: return velocity(m, d, mjOBJ_GEOM, op.id, true, out);
    case GEOM_ANGULAR_VELOCITY: return velocity(m, d, mjOBJ_GEOM, op.id, false, out);
    case GEOM_CONTACT_FORCE: *out = contact_force(m, d, op.id); return out + 1;
    case GEOM_IN_CONTACT: *out = in_contact(d, op.id); return out + 1;
    case TOUCHING: *out = touching(d, op.id, op.other); return out + 1;
    case SENSOR: return copy(out, d->sensordata + op.id, op.count);
    case ACTUATOR_FORCE: *out = d->actuator_force[m->actuator_outadr[op.id]]; return out + 1;
    case ACTUATOR_LENGTH: *out = d->actuator_length[m->actuator_outadr[op.id]]; return out + 1;
    case ACTUATOR_VELOCITY: *out = d->actuator_velocity[m->actuator_outadr[op.id]]; return out + 1;
    case TENDON_LENGTH: *out = d->ten_length[op.id]; return out + 1;
    case TENDON_VELOCITY: *out = d->ten_velocity[op.id]; return out + 1;
    case CENTER_OF_MASS: return copy(out, d->subtree_com, 3);
    case WARNINGS:
      *out = d->warning[mjWARN_BADQPOS].number + d->warning[mjWARN_BADQVEL].number + d->warning[mjWARN_BADQACC].number;
      return out + 1;
    default: return copy(out, field(d, op.id) + op.other, op.count);
  }
}

void gather_world(const mjModel* m, mjData* d, int world, void* argument) {
  const Call* call = static_cast<const Call*>(argument);
  if (call->needs_forces) mj_rnePostConstraint(m, d);
  if (call->needs_subtrees) mj_subtreeVel(m, d);
  double* out = call->out + static_cast<size_t>(world) * call->width;
  for (int i = 0; i < call->nop; i++) out = write(m, d, call->ops[i], out);
}

bool of_subtrees(const Op& op) {
  return op.kind == FIELD && (op.id == FIELD_SUBTREE_LINVEL || op.id == FIELD_SUBTREE_ANGMOM);
}

}  // namespace

int guerdon_gather(mjBatch* batch, const int* ids, int nid, const int* ops, int nop, bool needs_forces, double* out,
                   int width) {
  Call call = {reinterpret_cast<const Op*>(ops), nop, needs_forces, false, out, width};
  for (int i = 0; i < nop; i++) call.needs_subtrees |= of_subtrees(call.ops[i]);
  return mjb_apply(batch, ids, nid, gather_world, &call, 0);
}
