import { AllianceError } from "#domain/errors.ts";
import type { Populations } from "./populations.ts";

/**
 * How shares answer to payoffs. Sources: [Taylor1978], [MaynardSmith1982], [Page2002], [Fudenberg1998], [Smith1984],
 * [Brown1950], [Szabo1998], in this order; all of them side by side in [Sandholm2010].
 */
export type Dynamics =
  | { readonly kind: "replicator" }
  | { readonly kind: "maynard-smith" }
  /** `mutation`: how much of what a strategy breeds are others, all alike. */
  | { readonly kind: "replicator-mutator"; readonly mutation: number }
  /** `noise`: in units of payoff; small noise is nearly a best response. */
  | { readonly kind: "logit"; readonly noise: number }
  | { readonly kind: "smith" }
  | { readonly kind: "bnn" }
  /** `intensity`: of selection, per unit of payoff. */
  | { readonly kind: "imitation"; readonly intensity: number };

export type DynamicsName = Dynamics["kind"];

/** Noise or mutation keeps all shares positive: no pure state is a rest point. */
export function isBlurred(dynamics: Dynamics): boolean {
  return dynamics.kind === "logit" || (dynamics.kind === "replicator-mutator" && dynamics.mutation > 0);
}

/** Whether strategies that nobody plays come up, if they pay. */
export function findsUnplayed({ kind }: Dynamics): boolean {
  return kind === "logit" || kind === "smith" || kind === "bnn";
}

/**
 * @throws AllianceError (usage) when a parameter is out of range, or the dynamics divide by or breed in proportion to
 * payoffs of which one is not positive
 */
export function requireDynamics(dynamics: Dynamics, { normal }: Populations): void {
  switch (dynamics.kind) {
    case "maynard-smith":
      requirePayoffs(normal.exact.units, (units) => units > 0n, "positive", dynamics.kind);
      return;
    case "replicator-mutator":
      requireParameter("mutation", dynamics.mutation, (value) => value >= 0 && value <= 1, "from 0 to 1");
      requirePayoffs(normal.exact.units, (units) => units >= 0n, "0 or positive", dynamics.kind);
      return;
    case "logit":
      requireParameter("noise (eta)", dynamics.noise, (value) => value > 0, "positive");
      return;
    case "imitation":
      requireParameter("intensity (beta)", dynamics.intensity, (value) => value > 0, "positive");
      return;
    case "replicator":
    case "smith":
    case "bnn":
      return;
  }
}

function requireParameter(name: string, value: number, fits: (value: number) => boolean, range: string): void {
  if (Number.isFinite(value) && fits(value)) return;
  throw new AllianceError(`the ${name} is ${value}`, { kind: "usage", hint: `give a finite number, ${range}` });
}

function requirePayoffs(
  units: readonly (readonly bigint[])[],
  fits: (units: bigint) => boolean,
  range: string,
  kind: DynamicsName,
): void {
  const player = units.findIndex((row) => !row.every(fits));
  if (player < 0) return;
  throw new AllianceError(`the ${kind} dynamics need payoffs that are ${range}; player ${player + 1} has others`, {
    kind: "usage",
    hint: "add a constant to the player's payoffs, which changes these dynamics, or choose other dynamics",
    values: { player },
  });
}
