import type { Dynamics } from "#game/dynamics/dynamics.ts";

/** One of each kind, with parameters that are not special. */
export const ALL_DYNAMICS: readonly Dynamics[] = [
  { kind: "replicator" },
  { kind: "maynard-smith" },
  { kind: "replicator-mutator", mutation: 0.02 },
  { kind: "logit", noise: 0.2 },
  { kind: "smith" },
  { kind: "bnn" },
  { kind: "imitation", intensity: 3 },
];
