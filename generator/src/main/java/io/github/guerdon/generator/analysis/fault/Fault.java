package io.github.guerdon.generator.analysis.fault;

/** The closed list of what can be wrong with a reward that trains. */
public enum Fault {
  /** Terms of such a size that numbers, not behaviour, decide what is learnt. */
  SCALE_EXPLOSION,
  /** The main term rewards the opposite of the task. */
  WRONG_SIGN,
  /** A quantity is read in another unit or along another axis than the task's. */
  UNIT_ERROR,
  /** Ending the episode early pays. */
  EARLY_END_FARMING,
  /** Nothing pays for staying healthy, so that policies dive and fall. */
  SURVIVAL_COLLAPSE,
  /** The signal is never seen by a young policy. */
  SPARSE_EXPLORATION,
  /** A term that reads the state and never changes. */
  DEAD_TERM,
  /** A term that sits at its bound wherever the policy goes. */
  SATURATED_TERM,
  /** Progress is paid and regress is free, so that moving to and fro pays. */
  OSCILLATION_FARMING,
  /** Standing still is best. */
  IDLE_EXPLOIT,
  /** One term is so large that the others cannot matter. */
  FLOODING,
  /** The reward rises in training while the fitness does not. */
  PROXY_HACK
}
