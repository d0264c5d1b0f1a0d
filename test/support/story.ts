import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { MaxUint256 } from "ethers";

import { signAgreement } from "./agreement.ts";
import { namedSigners } from "./deployment.ts";
import { Side, Status } from "./enums.ts";
import type { Random } from "./random.ts";
import { agreementOf, at, COMMITMENT, enrol, EVIDENCE, OTHER_COMMITMENT, TERMS, type World } from "./world.ts";

/** The members of a story, each with its side. */
export interface Cast {
  readonly account: HardhatEthersSigner;
  readonly side: bigint;
}

type Step = (world: World, cast: readonly Cast[], random: Random) => Promise<unknown>;

const GRID = TERMS.deliveryGrid;

const timeOf = async ({ connection }: World) => BigInt(await connection.networkHelpers.time.latest());

async function anyOrder({ orderBook }: World, random: Random): Promise<bigint> {
  return BigInt(random.below(Number(await orderBook.orderCount())) + 1);
}

/** A deal in the status that a step needs, if there is one; now and then, and else, any deal. */
async function dealIn({ deals }: World, random: Random, ...statuses: bigint[]): Promise<bigint> {
  const count = await deals.dealCount();
  const fitting: bigint[] = [];
  for (let dealId = count > 10n ? count - 10n : 1n; dealId <= count; ++dealId) {
    if (statuses.includes((await deals.dealOf(dealId)).status)) fitting.push(dealId);
  }
  if (fitting.length > 0 && random.below(8) > 0) return random.pick(fitting);
  return BigInt(random.below(Number(count) + 1)) + 1n;
}

/** Everything that somebody can do in an alliance. What a step tries may be refused; that is a part of the story. */
const STEPS: Record<string, Step> = {
  place: async (world, cast, random) => {
    const { orderBook, terms } = world;
    const { account, side } = random.pick(cast);
    const time = await timeOf(world);
    const deliverBy = (time / GRID + 2n + BigInt(random.below(5) === 0 ? 1 : 0)) * GRID;
    const expiry = random.pick([time + 3_600n, time + 20_000n, deliverBy - terms.signPeriod]);
    const [quantity, tick] = [BigInt(random.below(5) + 1), BigInt(random.below(4) + 1)];
    return orderBook.connect(account).place(side, random.pick([1n, 1n, 2n]), deliverBy, quantity, tick, expiry);
  },
  cancel: async (world, cast, random) => {
    const orderId = await anyOrder(world, random);
    const { owner } = await world.orderBook.orderOf(orderId);
    const account = cast.find((member) => member.account.address === owner)?.account ?? world.stranger;
    return world.orderBook.connect(account).cancel(orderId);
  },
  expire: async (world, _cast, random) => world.orderBook.expire(await anyOrder(world, random)),
  sign: async (world, cast, random) => {
    const dealId = await dealIn(world, random, Status.Matched);
    const { supplier, retailer } = await world.deals.dealOf(dealId);
    const side = random.pick([Side.Supplier, Side.Retailer]);
    const signer = cast.find(({ account }) => account.address === (side === Side.Supplier ? supplier : retailer));
    const commitment = random.below(8) > 0 ? COMMITMENT : OTHER_COMMITMENT;
    if (signer === undefined) return undefined;
    const signature = await signAgreement(signer.account, world.deals, await agreementOf(world, dealId, commitment));
    return world.deals.connect(signer.account).sign(dealId, side, commitment, signature);
  },
  deliver: async (world, cast, random) => {
    const dealId = await dealIn(world, random, Status.Signed);
    const { supplier } = await world.deals.dealOf(dealId);
    const account = cast.find((member) => member.account.address === supplier)?.account ?? world.stranger;
    return world.deals.connect(account).deliver(dealId, EVIDENCE);
  },
  accept: async (world, cast, random) => answer(world, cast, random, "accept"),
  refuse: async (world, cast, random) => answer(world, cast, random, "refuse"),
  enforce: async (world, _cast, random) => {
    const dealId = await dealIn(world, random, Status.Matched, Status.Signed, Status.Delivered);
    return world.deals.connect(world.stranger).enforce(dealId);
  },
  deposit: async ({ ledger }, cast, random) =>
    ledger.connect(random.pick(cast).account).deposit(BigInt(random.below(5_000) + 1)),
  withdraw: async ({ ledger, stranger }, cast, random) =>
    ledger.connect(random.pick(cast).account).withdrawTo(stranger, BigInt(random.below(5_000) + 1)),
  giveNotice: async ({ members }, cast, random) => members.connect(random.pick(cast).account).giveNotice(),
  resign: async (world, cast) => {
    const { members, orderBook } = world;
    for (const { account } of cast) {
      const { noticeEnd } = await members.memberOf(account);
      if (noticeEnd === 0n) continue;
      for (let orderId = await orderBook.orderCount(); orderId > 0n; --orderId) {
        const { owner } = await orderBook.orderOf(orderId);
        if (owner !== account.address) continue;
        await orderBook.connect(account).cancel(orderId);
        await at(world, (await timeOf(world)) + 12n);
      }
      const { commitments } = await members.memberOf(account);
      if (commitments === 0n && (await timeOf(world)) < noticeEnd) await at(world, noticeEnd);
      return members.connect(account).resign();
    }
    return undefined;
  },
  join: async ({ members }, cast) => {
    for (const { account, side } of cast) {
      if (!(await members.memberOf(account)).joined) return members.connect(account).join(side);
    }
    return undefined;
  },
  wait: async ({ connection }, _cast, random) => connection.networkHelpers.time.increase(random.pick([20_000, 90_000])),
  list: async ({ deals, owner }, _cast, random) =>
    deals.connect(owner).listClass({ ...TERMS, penalty: BigInt(random.below(500)), operatingCost: 7n }),
};

async function answer(world: World, cast: readonly Cast[], random: Random, action: "accept" | "refuse") {
  const dealId = await dealIn(world, random, Status.Delivered);
  const { retailer } = await world.deals.dealOf(dealId);
  const account = cast.find((member) => member.account.address === retailer)?.account ?? world.stranger;
  return world.deals.connect(account)[action](dealId);
}

/** How often each step is tried, relative to the others. */
const WEIGHTS: Record<string, number> = {
  place: 24,
  sign: 48,
  deliver: 16,
  accept: 8,
  refuse: 4,
  enforce: 8,
  wait: 1,
  giveNotice: 1,
};
const WEIGHT = 3;

/** Six members, two of them the world's own. */
export async function gather(world: World): Promise<Cast[]> {
  const extras = (await namedSigners(world.connection)).slice(7, 11);
  const cast: Cast[] = [
    { account: world.supplier, side: Side.Supplier },
    { account: world.retailer, side: Side.Retailer },
  ];
  for (const [index, account] of extras.entries()) {
    const side = index % 2 === 0 ? Side.Supplier : Side.Retailer;
    await enrol(world, account, side);
    cast.push({ account, side });
  }
  for (const { account } of cast) await world.token.connect(account).approve(world.ledger, MaxUint256);
  return cast;
}

/**
 * Plays random steps from `start` (Unix time in seconds) on a clock of its own, and returns how often each was taken.
 * Whatever a step is refused for must be a rule of the contracts, and never an accident such as an overflow.
 */
export async function playStory(
  world: World,
  cast: readonly Cast[],
  { random, start, steps }: { readonly random: Random; readonly start: bigint; readonly steps: number },
): Promise<Map<string, number>> {
  const taken = new Map<string, number>(Object.keys(STEPS).map((name) => [name, 0]));
  const hat = Object.keys(STEPS).flatMap((name) => Array<string>(WEIGHTS[name] ?? WEIGHT).fill(name));
  await at(world, start);
  await world.connection.networkHelpers.mine();
  for (let count = 0; count < steps; ++count) {
    const name = random.pick(hat);
    await at(world, (await timeOf(world)) + BigInt(random.pick([12, 60, 300, 300, 1_500])));
    try {
      const sent = await STEPS[name]?.(world, cast, random);
      if (sent !== undefined) taken.set(name, (taken.get(name) ?? 0) + 1);
    } catch (error) {
      if (!/reverted with custom error '\w+_\w+\(/.test(String(error))) throw error;
    }
  }
  return taken;
}
