/** What the source says becomes of the two cooperation probabilities. */
export type Claim =
  /** They tend to a corner: the supplier's probability, then the retailer's. */
  | { readonly kind: "limit"; readonly corner: readonly [0 | 1, 0 | 1] }
  /** They grow beyond all bounds: `the simulation results overflow`. */
  | { readonly kind: "diverges" }
  /** They go on fluctuating about a corner. */
  | { readonly kind: "fluctuates"; readonly corner: readonly [0 | 1, 0 | 1] };

export interface Situation {
  readonly id: string;
  /** Parameters that differ from Table IV, as decimals by symbol. */
  readonly set: Readonly<Record<string, string>>;
  readonly claim: Claim;
}

/** The five experiments of [Cao2022], section V.A, with the results of its Table V. */
export const situations: readonly Situation[] = [
  { id: "Situation 1", set: {}, claim: { kind: "limit", corner: [0, 0] } },
  {
    id: "Situation 2",
    set: { Vs: "5", Vr: "5", F: "5.3", Ds: "5", Dr: "5" },
    claim: { kind: "limit", corner: [1, 1] },
  },
  { id: "Situation 3", set: { Vs: "7", Vr: "4", F: "3", Ds: "2", Dr: "7" }, claim: { kind: "diverges" } },
  { id: "Situation 4", set: { Vs: "4", Vr: "7", F: "5", Ds: "7", Dr: "2" }, claim: { kind: "diverges" } },
  {
    id: "Situation 5",
    set: { Vs: "4", Vr: "4", F: "5", Ds: "3", Dr: "3" },
    claim: { kind: "fluctuates", corner: [1, 1] },
  },
];
