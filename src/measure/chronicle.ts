import { connectAlliance } from "#chain/alliance.ts";
import { eventsOf } from "#chain/events.ts";
import type { AllianceEvent } from "#chain/events.ts";
import type { Experiment } from "#chain/experiment.ts";
import { statusName } from "#chain/status.ts";
import { formatDecimal } from "#domain/decimal.ts";
import type { Balance, StoryKind, StoryStep } from "#domain/story.ts";

import { holdingsOf } from "./balances.ts";
import type { Actor, Entry } from "./stage.ts";

type Telling = readonly [kind: StoryKind, text: string];

/** Writes down what happens in a story: one step for each event that a reader wants to see, with all balances. */
export class Chronicle {
  readonly steps: StoryStep[] = [];
  readonly #experiment: Experiment;
  readonly #cast: readonly Actor[];

  constructor(experiment: Experiment, cast: readonly Actor[]) {
    this.#experiment = experiment;
    this.#cast = cast;
  }

  /** Writes down the events of a transaction. */
  async write({ actor, dealId, receipt }: Entry): Promise<void> {
    for (const event of eventsOf(this.#experiment.addresses, receipt)) {
      const telling = this.#tell(event);
      if (telling === undefined) continue;
      const [kind, text] = telling;
      const about: bigint | undefined = event.args["dealId"] ?? dealId;
      await this.#add({
        kind,
        text,
        actor,
        block: receipt.blockNumber,
        transaction: receipt.hash,
        ...(about === undefined || about === 0n ? {} : { dealId: String(about) }),
      });
    }
  }

  /** Writes down what no event tells. */
  async note(kind: StoryKind, actor: string, text: string, dealId?: string): Promise<void> {
    const block = await this.#experiment.provider.getBlockNumber();
    await this.#add({ kind, text, actor, block, ...(dealId === undefined ? {} : { dealId }) });
  }

  async #add(step: Omit<StoryStep, "balances" | "time">): Promise<void> {
    const { provider } = this.#experiment;
    const block = await provider.getBlock(step.block);
    this.steps.push({ ...step, time: block?.timestamp ?? 0, balances: await this.#balances() });
  }

  async #balances(): Promise<Record<string, Balance>> {
    const alliance = connectAlliance(this.#experiment.addresses, this.#experiment.provider);
    const balances: Record<string, Balance> = {};
    for (const { name, account } of this.#cast) {
      const { wallet, available, locked } = await holdingsOf(alliance, account);
      balances[name] = { wallet: String(wallet), available: String(available), locked: String(locked) };
    }
    return balances;
  }

  #tell({ contract, name, args }: AllianceEvent): Telling | undefined {
    return TELLINGS[`${contract}.${name}`]?.(args, (account) => this.#nameOf(account));
  }

  #nameOf(account: string): string {
    return this.#cast.find((actor) => actor.account === account)?.name ?? account;
  }
}

type Teller = (args: AllianceEvent["args"], nameOf: (account: string) => string) => Telling | undefined;

const ECONOMY_TEXTS = [
  "collected its operating income",
  "produced the goods",
  "resold the goods",
  "collected its income due to the blockchain",
  "collected its income due to goodwill",
  "dealt on the side market",
];

const TELLINGS: Readonly<Record<string, Teller>> = {
  "orderBook.OrderPlaced": ({ owner, side, quantity, tick }, nameOf) => [
    "order",
    `${nameOf(owner)} ${side === 0n ? "offered" : "demanded"} ${quantity} at ${tick}`,
  ],
  "orderBook.OrdersMatched": ({ dealId, quantity, tick }) => [
    "match",
    `Deal ${dealId}: ${quantity} matched at ${tick}`,
  ],
  "orderBook.OrderReleased": ({ remaining }) => ["order", `The order for the remaining ${remaining} was taken back`],
  "deals.AgreementSigned": ({ dealId, signer }, nameOf) => ["sign", `${nameOf(signer)} signed deal ${dealId}`],
  "deals.DealSigned": ({ dealId, commitment }) => [
    "record",
    `Deal ${dealId} is signed by both; ${String(commitment).slice(0, 10)}... is anchored`,
  ],
  "deals.DealDelivered": ({ dealId }) => ["deliver", `The goods of deal ${dealId} were delivered`],
  "deals.DealAccepted": ({ dealId }) => ["accept", `The goods of deal ${dealId} were accepted`],
  "deals.PricePaid": ({ dealId, from, to, amount }, nameOf) => [
    "settle",
    `Deal ${dealId}: ${nameOf(from)} paid ${tokens(amount)} to ${nameOf(to)}`,
  ],
  "deals.PenaltyPaid": ({ dealId, from, to, amount }, nameOf) => [
    "default",
    `Deal ${dealId}: ${nameOf(from)} defaulted and paid ${tokens(amount)} to ${nameOf(to)}`,
  ],
  "deals.DealClosed": ({ dealId, status }) =>
    statusName(status) === "lapsed" ? ["default", `Deal ${dealId} lapsed`] : undefined,
  "economy.Flow": ({ member, line, amount }, nameOf) => [
    "income",
    `${nameOf(member)} ${ECONOMY_TEXTS[Number(line)] ?? "dealt with the outside world"}: ${tokens(amount)}`,
  ],
};

function tokens(amount: bigint): string {
  return `${formatDecimal(amount, 18)} tokens`;
}
