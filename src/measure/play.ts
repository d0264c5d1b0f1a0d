import { advanceTo, blockTime } from "#chain/clock.ts";
import { signAgreement } from "#chain/agreement.ts";
import type { Sending } from "#chain/send.ts";
import { statusName } from "#chain/status.ts";
import type { DealStatus } from "#chain/status.ts";
import { AllianceError } from "#domain/errors.ts";
import { partnerOf, ROLES, sideOf } from "#domain/roles.ts";
import type { Role } from "#domain/roles.ts";

import { act } from "./stage.ts";
import type { Actor, Stage } from "./stage.ts";
import type { Action, Sight, Strategy } from "./strategies.ts";

/** Who plays a side of a deal, and how. */
export interface Part {
  readonly actor: Actor;
  readonly strategy: Strategy;
}

export type Casting = Readonly<Record<Role, Part>>;

/** The economy's numbers of what a member can do once, in the order of the contract's enumeration `IEconomy.Line`. */
const ONCE: Readonly<Partial<Record<Action, number>>> = {
  collectOperatingIncome: 0,
  produce: 1,
  resell: 2,
  collectBlockchainIncome: 3,
  useSideMarket: 5,
};

/** More rounds than any play needs; a strategy that never comes to rest is an error, not a hang. */
const MAX_ROUNDS = 1000;

/**
 * Plays deals to their end: the members act in turn until none wants to, then time passes to the next deadline, and an
 * outsider ends what is over. The same casting gives the same transactions.
 *
 * @throws AllianceError when an action is refused, or when the strategies never come to rest
 */
export async function playDeals(stage: Stage, castings: ReadonlyMap<bigint, Casting>): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (await takeTurns(stage, castings)) continue;
    if (!(await passTime(stage, castings))) return;
  }
  throw new AllianceError(`the strategies did not come to rest in ${MAX_ROUNDS} rounds`, { kind: "usage" });
}

async function takeTurns(stage: Stage, castings: ReadonlyMap<bigint, Casting>): Promise<boolean> {
  let acted = false;
  for (const [dealId, casting] of castings) {
    for (const role of ROLES) {
      const { actor, strategy } = casting[role];
      const action = strategy(await look(stage, actor, dealId));
      if (action === undefined) continue;
      await perform(stage, actor, action, dealId);
      acted = true;
    }
  }
  return acted;
}

/** Moves time behind the next deadline and enforces it. False when every deal has ended. */
async function passTime(stage: Stage, castings: ReadonlyMap<bigint, Casting>): Promise<boolean> {
  const open = await openDeals(stage, [...castings.keys()]);
  if (open.length === 0) return false;
  const next = Math.min(...open.map(({ deadline }) => deadline));
  if ((await blockTime(stage.provider)) <= next) await advanceTo(stage.provider, next + 1);
  for (const { dealId, deadline } of open) {
    if (deadline !== next) continue;
    await act(stage, stage.enforcer, "enforce", stage.enforcer.alliance.deals.enforce(dealId), dealId);
  }
  return true;
}

async function openDeals(stage: Stage, ids: readonly bigint[]): Promise<{ dealId: bigint; deadline: number }[]> {
  const open = [];
  for (const dealId of ids) {
    const deal = await stage.alliance.deals.dealOf(dealId);
    const deadlines: Partial<Record<DealStatus, bigint>> = {
      matched: deal.signBy,
      signed: deal.deliverBy,
      delivered: deal.acceptBy,
    };
    const deadline = deadlines[statusName(deal.status)];
    if (deadline !== undefined) open.push({ dealId, deadline: Number(deadline) });
  }
  return open;
}

/** What `actor` sees of a deal. */
async function look(stage: Stage, actor: Actor, dealId: bigint): Promise<Sight> {
  const { deals, economy } = stage.alliance;
  const { account, role } = actor;
  const [deal, mine, partners, rises] = await Promise.all([
    deals.dealOf(dealId),
    deals.commitmentOf(dealId, sideOf(role)),
    deals.commitmentOf(dealId, sideOf(partnerOf(role))),
    economy.unpaidRisesOf(account),
  ]);
  const once = Object.entries(ONCE) as [Action, number][];
  const isDone = await Promise.all(
    once.map(([action, line]) => economy.isDone(account, line, action === "collectOperatingIncome" ? 0n : dealId)),
  );
  const done = new Set(once.filter((_, i) => isDone[i]).map(([action]) => action));
  return {
    role,
    status: statusName(deal.status),
    signed: BigInt(mine) !== 0n,
    partnerSigned: BigInt(partners) !== 0n,
    done,
    unpaidRises: Number(rises),
  };
}

async function perform(stage: Stage, actor: Actor, action: Action, dealId: bigint): Promise<void> {
  const { deals, economy } = actor.alliance;
  const sendings: Record<Action, () => Sending> = {
    collectOperatingIncome: () => economy.collectOperatingIncome(),
    sign: () => sign(stage, actor, dealId),
    collectBlockchainIncome: () => economy.collectBlockchainIncome(dealId),
    produce: () => economy.produce(dealId),
    deliver: () => deals.deliver(dealId, evidenceOf(dealId)),
    accept: () => deals.accept(dealId),
    resell: () => economy.resell(dealId),
    useSideMarket: () => economy.useSideMarket(dealId),
    collectGoodwillIncome: () => economy.collectGoodwillIncome(),
  };
  await act(stage, actor, action, sendings[action](), dealId);
}

async function sign(stage: Stage, actor: Actor, dealId: bigint) {
  const { commitment, agreement } = await stage.agreements.of(stage.alliance, dealId);
  const signature = await signAgreement(actor.signer, agreement);
  return actor.alliance.deals.sign(dealId, sideOf(actor.role), commitment, signature);
}

/** Stands for the hash of the delivery papers. */
function evidenceOf(dealId: bigint): string {
  return `0x${dealId.toString(16).padStart(64, "0")}`;
}
