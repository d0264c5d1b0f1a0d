import { connectAlliance } from "#chain/alliance.ts";
import type { Alliance } from "#chain/alliance.ts";
import { decodeEvents } from "#chain/events.ts";
import type { AllianceEvent } from "#chain/events.ts";
import type { Experiment } from "#chain/experiment.ts";
import { formatDecimal } from "#domain/decimal.ts";
import { AllianceError } from "#domain/errors.ts";
import type { Components, GasUse, LedgerLine, Measurement, RunProvenance } from "#domain/measurement.ts";
import { ROLES, sideOf } from "#domain/roles.ts";
import type { Role } from "#domain/roles.ts";
import type { RecordStore } from "#records/store.ts";

import { Agreements } from "./agreements.ts";
import { holdingsOf, totalOf } from "./balances.ts";
import { flowsIn } from "./flows.ts";
import { playDeals } from "./play.ts";
import { provenanceOf } from "./provenance.ts";
import { act } from "./stage.ts";
import type { Actor, Entry, Stage } from "./stage.ts";
import { STRATEGIES } from "./strategies.ts";
import type { StrategyName } from "./strategies.ts";
import { actorAt, admit, allianceAt, furnish, listClass, schedule } from "./theatre.ts";
import { tradeOf } from "./twoPartyRules.ts";
import type { Trade, TwoPartyRules } from "./twoPartyRules.ts";

export interface TwoPartyOptions {
  readonly rules: TwoPartyRules;
  /** Where the sides of a deal keep its details. */
  readonly store: RecordStore;
  /** Of the salts. */
  readonly seed: number;
  /** Token units that one unit of gas costs an actor; 0 to leave gas out of the payoffs. */
  readonly gasPrice?: bigint;
  readonly title?: string;
  /** Told before each profile is played. */
  readonly onProfile?: (profile: readonly StrategyName[]) => void;
}

type Cast = Readonly<Record<Role, Actor>>;

const NAMES: readonly StrategyName[] = ["cooperate", "defect"];
const PROFILES = NAMES.flatMap((supplier) => NAMES.map((retailer) => [supplier, retailer] as const));
const OWNER = 0;
const ENFORCER = 1;

/**
 * Plays the four profiles of strategies of a supplier and a retailer against the contracts, each from the same state of
 * the chain, and reads the payoffs from balances.
 *
 * @param experiment a freshly deployed one; account 0 must own its contracts
 * @throws AllianceError (usage) for rules that cannot be set up, (integrity) when the flows that the contracts report
 *   do not add up to what the balances say
 */
export async function measureTwoParty(experiment: Experiment, options: TwoPartyOptions): Promise<Measurement> {
  const trade = tradeOf(options.rules);
  if ((options.gasPrice ?? 0n) < 0n) throw new AllianceError("the gas price is negative", { kind: "usage" });
  const { cast, classId } = await setUp(experiment, options.rules, trade);
  const components: Components[] = [];
  const gas: GasUse[] = [];
  const runs: RunProvenance[] = [];
  for (const profile of PROFILES) {
    options.onProfile?.(profile);
    const snapshot: unknown = await experiment.provider.send("evm_snapshot", []);
    const run = await playProfile(experiment, options, { cast, classId, trade, profile });
    components.push(...run.components);
    gas.push(...run.gas);
    runs.push(run.provenance);
    await experiment.provider.send("evm_revert", [snapshot]);
  }
  return {
    title: options.title ?? "two-party, measured",
    players: ROLES.map((name) => ({ name, strategies: [...NAMES] })),
    payoffs: PROFILES.map((profile) => ({ profile, payoff: payoffsOf(components, profile) })),
    symmetric: false,
    components,
    gas,
    provenance: await provenanceOf(experiment, {
      parameters: parametersOf(options.rules),
      seed: options.seed,
      gasPrice: options.gasPrice ?? 0n,
      runs,
    }),
  };
}

async function setUp(experiment: Experiment, rules: TwoPartyRules, trade: Trade) {
  const owner = await allianceAt(experiment, OWNER);
  const cast: Cast = {
    supplier: await actorAt(experiment, 2, "supplier", "supplier"),
    retailer: await actorAt(experiment, 3, "retailer", "retailer"),
  };
  const amounts = Object.values(rules).map((value) => (value < 0n ? -value : value));
  const purse = 8n * amounts.reduce((sum, value) => sum + value, trade.price + trade.resale + trade.productionCost);
  await furnish(owner, purse, {
    operatingIncome: { supplier: rules.As, retailer: rules.Ar },
    blockchainIncome: { supplier: rules.Vs, retailer: rules.Vr },
    goodwillIncome: { supplier: rules.Bs, retailer: rules.Br },
    sideMarket: { supplier: rules.Ds, retailer: rules.Dr },
    productionCost: trade.productionCost,
    resale: trade.resale,
  });
  const classId = await listClass(owner, {
    tickSize: trade.tickSize,
    bond: 2n * rules.F,
    penalty: rules.F,
    operatingCost: rules.Ct,
    theta: rules.theta,
  });
  for (const role of ROLES) await admit(owner, cast[role], purse);
  return { cast, classId };
}

interface ProfilePlay {
  readonly cast: Cast;
  readonly classId: number;
  readonly trade: Trade;
  readonly profile: readonly [StrategyName, StrategyName];
}

async function playProfile(experiment: Experiment, options: TwoPartyOptions, play: ProfilePlay) {
  const alliance = connectAlliance(experiment.addresses, experiment.provider);
  const entries: Entry[] = [];
  const stage: Stage = {
    provider: experiment.provider,
    alliance,
    agreements: new Agreements(options.store, options.seed),
    enforcer: { name: "enforcer", alliance: await allianceAt(experiment, ENFORCER) },
    write: (entry) => void entries.push(entry),
  };
  const { cast, profile } = play;
  const before = await totalsOf(alliance, cast);
  const dealId = await matchOrders(stage, experiment, play);
  const casting = {
    supplier: { actor: cast.supplier, strategy: STRATEGIES[profile[0]] },
    retailer: { actor: cast.retailer, strategy: STRATEGIES[profile[1]] },
  };
  await playDeals(stage, new Map([[dealId, casting]]));
  const after = await totalsOf(alliance, cast);

  const events = entries.flatMap(({ receipt }) => decodeEvents(experiment.addresses, receipt.logs));
  const gas = ["supplier", "retailer", "enforcer"].map((actor) => gasOf(profile, actor, entries));
  const price = options.gasPrice ?? 0n;
  const components = ROLES.map((role) => {
    const gasCost = price * BigInt(gas.find(({ actor }) => actor === role)?.gasUsed ?? 0);
    return componentsOf(profile, cast[role], events, { difference: after[role] - before[role], gasCost });
  });
  return { components, gas, provenance: runOf(profile, entries) };
}

/** An offer and a demand at the same price; the contract matches them by itself. */
async function matchOrders(
  stage: Stage,
  experiment: Experiment,
  { cast, classId, trade }: ProfilePlay,
): Promise<bigint> {
  const { expiry, deliverBy } = await schedule(experiment);
  for (const role of ROLES) {
    const { orderBook } = cast[role].alliance;
    const placing = orderBook.place(sideOf(role), classId, deliverBy, 1, trade.tick, expiry);
    await act(stage, cast[role], "place an order", placing);
  }
  return stage.alliance.deals.dealCount();
}

async function totalsOf(alliance: Alliance, cast: Cast): Promise<Record<Role, bigint>> {
  return {
    supplier: totalOf(await holdingsOf(alliance, cast.supplier.account)),
    retailer: totalOf(await holdingsOf(alliance, cast.retailer.account)),
  };
}

function componentsOf(
  profile: readonly StrategyName[],
  actor: Actor,
  events: readonly AllianceEvent[],
  { difference, gasCost }: { difference: bigint; gasCost: bigint },
): Components {
  const lines = new Map<LedgerLine, bigint>();
  for (const { account, line, amount } of flowsIn(events)) {
    if (account === actor.account) lines.set(line, (lines.get(line) ?? 0n) + amount);
  }
  const sum = [...lines.values()].reduce((total, amount) => total + amount, 0n);
  if (sum !== difference) {
    throw new AllianceError(
      `${actor.name} in (${profile.join(", ")}): the flows add up to ${sum}, the balances to ${difference} token units`,
      { kind: "integrity", hint: "a contract moves money without an event that says so" },
    );
  }
  if (gasCost > 0n) lines.set("gas", -gasCost);
  const nonZero = [...lines].filter(([, amount]) => amount !== 0n).map(([line, amount]) => [line, String(amount)]);
  return {
    profile: [...profile],
    player: actor.name,
    payoffUnits: String(difference - gasCost),
    lines: Object.fromEntries(nonZero),
  };
}

function gasOf(profile: readonly StrategyName[], actor: string, entries: readonly Entry[]): GasUse {
  const own = entries.filter((entry) => entry.actor === actor);
  const gasUsed = own.reduce((sum, { receipt }) => sum + Number(receipt.gasUsed), 0);
  return { profile: [...profile], actor, transactions: own.length, gasUsed };
}

function runOf(profile: readonly StrategyName[], entries: readonly Entry[]): RunProvenance {
  const blocks = entries.map(({ receipt }) => ({ number: receipt.blockNumber, hash: receipt.blockHash }));
  const [firstBlock] = blocks;
  const lastBlock = blocks.at(-1);
  if (firstBlock === undefined || lastBlock === undefined) {
    throw new AllianceError("a play without transactions", { kind: "unexpected" });
  }
  return { profile: [...profile], firstBlock, lastBlock, transactions: entries.map(({ receipt }) => receipt.hash) };
}

function payoffsOf(components: readonly Components[], profile: readonly StrategyName[]): number[] {
  return components
    .filter((component) => component.profile.join() === profile.join())
    .map(({ payoffUnits }) => Number(formatDecimal(BigInt(payoffUnits), 18)));
}

function parametersOf(rules: TwoPartyRules): Record<string, string> {
  return Object.fromEntries(Object.entries(rules).map(([symbol, value]) => [symbol, formatDecimal(value, 18)]));
}
