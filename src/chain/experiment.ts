import type { Software } from "#domain/measurement.ts";

import type { AllianceAddresses } from "./alliance.ts";
import type { ChainProvider } from "./connection.ts";

/** An alliance on a local chain, with the outside world around it, deployed and untouched. */
export interface Experiment {
  readonly provider: ChainProvider;
  readonly addresses: AllianceAddresses;
  /** What made the contracts and plays on them, for the provenance. */
  readonly software: Software;
  readonly compiler: { readonly version: string; readonly settings: unknown };
}
