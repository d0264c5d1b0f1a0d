import type { Alliance } from "#chain/alliance.ts";
import type { ChainProvider, ChainSigner } from "#chain/connection.ts";
import { send } from "#chain/send.ts";
import type { Receipt, Sending } from "#chain/send.ts";
import type { Role } from "#domain/roles.ts";

import type { Agreements } from "./agreements.ts";

/** A member that acts: its account, and the alliance as seen by it. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  readonly account: string;
  readonly signer: ChainSigner;
  readonly alliance: Alliance;
}

/** One transaction of the play. */
export interface Entry {
  readonly actor: string;
  readonly action: string;
  readonly dealId?: bigint;
  readonly receipt: Receipt;
}

/** Where a play is given: a chain with an alliance, the store of the details, and who writes down what happens. */
export interface Stage {
  readonly provider: ChainProvider;
  readonly alliance: Alliance;
  readonly agreements: Agreements;
  /** An outsider, who ends deals whose time is over. */
  readonly enforcer: { readonly name: string; readonly alliance: Alliance };
  readonly write: (entry: Entry) => void | Promise<void>;
}

/** Sends a transaction of the play and writes it down. */
export async function act(
  stage: Stage,
  actor: { readonly name: string },
  action: string,
  sending: Sending,
  dealId?: bigint,
): Promise<Receipt> {
  const about = dealId === undefined ? "" : ` on deal ${dealId}`;
  const receipt = await send(`${actor.name}: ${action}${about}`, sending);
  await stage.write({ actor: actor.name, action, receipt, ...(dealId === undefined ? {} : { dealId }) });
  return receipt;
}
