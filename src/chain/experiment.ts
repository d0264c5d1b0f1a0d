import type { AllianceAddresses } from "./alliance.ts";
import type { ChainProvider } from "./connection.ts";

/** An alliance on a local chain, with the outside world around it, deployed and untouched. */
export interface Experiment {
  readonly provider: ChainProvider;
  readonly addresses: AllianceAddresses;
  /** The compiler that made the contracts, for the provenance. */
  readonly compiler: { readonly version: string; readonly settings: unknown };
}
