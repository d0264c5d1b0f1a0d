import { expect } from "chai";
import { network } from "hardhat";
import { describe, it } from "mocha";

import { signAgreement } from "../support/agreement.ts";
import { Side, Status, type StatusName } from "../support/enums.ts";
import { at, COMMITMENT, createWorld, deadlineOf, EVIDENCE, reach, agreementOf, type World } from "../support/world.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const STATUSES = Object.keys(Status) as StatusName[];
const ACTIONS = ["sign", "deliver", "accept", "refuse", "enforce"] as const;
const CALLERS = ["supplier", "retailer", "stranger"] as const;
const TIMES = { "one second before": -1n, "at": 0n, "one second after": 1n };
type Action = (typeof ACTIONS)[number];
type Caller = (typeof CALLERS)[number];

/** The status that an action needs, who may take it, and where it leads. */
const RULES: Record<Exclude<Action, "enforce">, { needs: StatusName; by: Caller | "anyone"; to: StatusName }> = {
  sign: { needs: "Matched", by: "anyone", to: "Matched" },
  deliver: { needs: "Signed", by: "supplier", to: "Delivered" },
  accept: { needs: "Delivered", by: "retailer", to: "Settled" },
  refuse: { needs: "Delivered", by: "retailer", to: "Disagreed" },
};

/** What anyone may bring about once the deadline of a status has passed. */
const DEFAULTS: Partial<Record<StatusName, StatusName>> = {
  Matched: "Lapsed",
  Signed: "SupplierDefaulted",
  Delivered: "RetailerDefaulted",
};

interface Case {
  readonly dealId: bigint;
  readonly status: StatusName;
  readonly action: Action;
  readonly caller: Caller;
  readonly deadline: bigint;
  readonly time: bigint;
}

type Outcome = { readonly error: string; readonly args: unknown[] } | { readonly status: StatusName };

/** What must come of an action, stated without looking at the contract. */
function outcomeOf({ dealId, status, action, caller, deadline, time }: Case, world: World): Outcome {
  if (action === "enforce") {
    const outcome = DEFAULTS[status];
    if (status === "None") return { error: "WrongStatus", args: [dealId, Status.None, Status.Matched] };
    if (outcome === undefined) return { error: "AlreadyClosed", args: [dealId, Status[status]] };
    return time > deadline ? { status: outcome } : { error: "DeadlineNotPassed", args: [dealId, deadline, time] };
  }
  const { needs, by, to } = RULES[action];
  if (status !== needs) return { error: "WrongStatus", args: [dealId, Status[status], Status[needs]] };
  if (by !== "anyone" && by !== caller) {
    return { error: "NotParty", args: [dealId, world[caller].address, world[by].address] };
  }
  return time <= deadline ? { status: to } : { error: "DeadlinePassed", args: [dealId, deadline, time] };
}

async function perform({ deals, ...world }: World, { dealId, action, caller }: Case, signature: string) {
  const contract = deals.connect(world[caller]);
  if (action === "sign") return contract.sign(dealId, Side.Supplier, COMMITMENT, signature);
  if (action === "deliver") return contract.deliver(dealId, EVIDENCE);
  return contract[action](dealId);
}

/** The supplier's signature, or one that is good for nothing where there is no deal to sign. */
async function signatureFor(world: World, dealId: bigint, status: StatusName): Promise<string> {
  if (status === "None") return "0x";
  return signAgreement(world.supplier, world.deals, await agreementOf(world, dealId, COMMITMENT));
}

async function fixture() {
  return createWorld(connection);
}

describe("Deals: every status, action, caller and time", () => {
  for (const status of STATUSES) {
    it(`${status}: each action is possible to whom, and up to when, the documentation says`, async () => {
      const world = await networkHelpers.loadFixture(fixture);
      const dealId = await reach(world, status);
      const signature = await signatureFor(world, dealId, status);
      const own = await deadlineOf(world, dealId);
      // A status without a deadline is tried now.
      const deadline = own > 0n ? own : BigInt(await networkHelpers.time.latest()) + 10n;
      const snapshot = await networkHelpers.takeSnapshot();

      for (const action of ACTIONS) {
        for (const caller of CALLERS) {
          for (const [name, offset] of Object.entries(TIMES)) {
            const attempt: Case = { dealId, status, action, caller, deadline, time: deadline + offset };
            const label = `${action} by ${caller} ${name} the deadline of a deal that is ${status}`;
            const outcome = outcomeOf(attempt, world);
            await at(world, attempt.time);
            const transaction = perform(world, attempt, signature);
            if ("error" in outcome) {
              await expect(transaction, label)
                .to.be.revertedWithCustomError(world.deals, `Deals_${outcome.error}`)
                .withArgs(...outcome.args);
            } else {
              await transaction;
              expect((await world.deals.dealOf(dealId)).status, label).to.equal(Status[outcome.status]);
            }
            await snapshot.restore();
          }
        }
      }
    });
  }
});
