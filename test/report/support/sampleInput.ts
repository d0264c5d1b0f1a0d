import { JSDOM } from "jsdom";

import type { Components, GasUse, LedgerLine, Measurement } from "#domain/measurement.ts";
import type { AuditFinding } from "#domain/record.ts";
import { judgeSituation } from "#models/two-party/judgeSituation.ts";
import { parseParameters } from "#models/two-party/parseParameters.ts";
import { situations, type Situation } from "#models/two-party/situations.ts";
import { twoPartyGame } from "#models/two-party/twoPartyGame.ts";
import type { TwoPartyParameters } from "#models/two-party/parameters.ts";
import type { ReportInput, SituationInput } from "#report/input.ts";
import { tableTwo } from "./tableTwo.ts";
import { sampleStory } from "./sampleStory.ts";

const ONE = 10n ** 18n;
const PRICE = 100n * ONE;

/** A document that draws figures. */
export function newDocument(): Document {
  return new JSDOM("").window.document;
}

/** What measuring a situation without a fault would say; the contracts are not needed for it. */
export function sampleMeasurement(set: Readonly<Record<string, string>>): Measurement {
  const { parameters } = parseParameters(set);
  const game = twoPartyGame(parameters);
  return {
    ...game,
    title: "two-party, measured",
    components: game.payoffs.flatMap(({ profile }) => componentsOf(profile, parameters)),
    gas: game.payoffs.flatMap(({ profile }) => gasOf(profile)),
    provenance: {
      chainId: 31337,
      contracts: ["Ledger", "Deals", "OrderBook"].map((name, index) => ({
        name,
        address: `0x${String(index + 1).padStart(40, "a")}`,
        codeHash: `0x${String(index + 1).padStart(64, "b")}`,
      })),
      software: { version: "0.1.0" },
      compiler: { version: "0.8.37", settings: { optimizer: { enabled: true, runs: 200 }, evmVersion: "osaka" } },
      parameters: { F: "5", Ct: "25", theta: "0.5", ...set },
      seed: 1,
      gasPrice: "0",
      runs: game.payoffs.map(({ profile }, index) => ({
        profile,
        firstBlock: { number: 40, hash: `0x${String(index).padStart(64, "c")}` },
        lastBlock: { number: 55, hash: `0x${String(index).padStart(64, "d")}` },
        transactions: Array.from({ length: 16 - 4 * index }, (_, number) => `0x${String(number).padStart(64, "e")}`),
      })),
    },
  };
}

type Lines = Partial<Record<LedgerLine, bigint>>;

function componentsOf(profile: readonly string[], parameters: TwoPartyParameters): readonly Components[] {
  const { As, Ar, Rs, Rr, Vs, Vr, Bs, Br, Ds, Dr, F, Ct, theta } = parameters;
  const cost = (theta * Ct) / ONE;
  const supplier = { income: As, V: Vs, B: Bs, D: Ds, cost, F, trade: { price: PRICE, productionCost: Rs - PRICE } };
  const retailer = {
    income: Ar,
    V: Vr,
    B: Br,
    D: Dr,
    cost: Ct - cost,
    F,
    trade: { price: -PRICE, resale: PRICE + Rr },
  };
  const [first = "", second = ""] = profile;
  return [
    component(profile, "supplier", linesOf(supplier, first, second)),
    component(profile, "retailer", linesOf(retailer, second, first)),
  ];
}

interface Side {
  readonly income: bigint;
  readonly V: bigint;
  readonly B: bigint;
  readonly D: bigint;
  readonly cost: bigint;
  readonly F: bigint;
  readonly trade: Lines;
}

function linesOf({ income, V, B, D, cost, F, trade }: Side, own: string, partners: string): Lines {
  const partnerCooperates = partners === "cooperate";
  if (own === "defect")
    return { operatingIncome: income, ...(partnerCooperates ? { penalty: -F, sideMarket: D } : {}) };
  const lines = { operatingIncome: income, blockchainIncome: V, operatingCost: -cost };
  return partnerCooperates ? { ...lines, ...trade } : { ...lines, penalty: F, goodwillIncome: B };
}

function component(profile: readonly string[], player: string, lines: Lines): Components {
  const sum = Object.values(lines).reduce((total, amount) => total + amount, 0n);
  const texts = Object.entries(lines).map(([line, amount]) => [line, String(amount)]);
  return { profile, player, payoffUnits: String(sum), lines: Object.fromEntries(texts) };
}

function gasOf(profile: readonly string[]): readonly GasUse[] {
  const cooperators = profile.filter((strategy) => strategy === "cooperate").length;
  return [
    { profile, actor: "supplier", transactions: 3 + cooperators, gasUsed: 402_113 + 91_507 * cooperators },
    { profile, actor: "retailer", transactions: 3 + cooperators, gasUsed: 388_954 + 90_211 * cooperators },
    { profile, actor: "enforcer", transactions: cooperators === 2 ? 0 : 1, gasUsed: cooperators === 2 ? 0 : 96_340 },
  ];
}

export function sampleSituation(situation: Situation): SituationInput {
  return {
    name: situation.id,
    title: situation.id,
    measurement: sampleMeasurement(situation.set),
    expectedUnits: tableTwo(parseParameters(situation.set).parameters),
    judgement: judgeSituation(situation, sampleMeasurement(situation.set)),
  };
}

export function sampleFindings(): readonly AuditFinding[] {
  return ["1", "2", "3", "4"].map((dealId): AuditFinding => {
    const commitment = `0x${dealId.padStart(64, "5")}`;
    return dealId === "1"
      ? { dealId, commitment, verdict: "mismatch", reason: "the stored record is not the one that both sides signed" }
      : { dealId, commitment, verdict: "ok", reason: "the record is what both sides signed" };
  });
}

let cached: ReportInput | undefined;

/** All that a report is made from; the model's runs are real, the measurement is what a faultless one would say. */
export function sampleInput(): ReportInput {
  cached ??= {
    story: sampleStory(),
    findings: sampleFindings(),
    situations: situations.map(sampleSituation),
    generated: { version: "0.1.0", commit: "0123456" },
  };
  return cached;
}

/** The same with one measured payoff off by one token unit. */
export function offByOneUnit(input: ReportInput): ReportInput {
  const [first, ...rest] = input.situations;
  if (first === undefined) return input;
  const components = first.measurement.components.map((part, index) =>
    index === 0 ? { ...part, payoffUnits: String(BigInt(part.payoffUnits) + 1n) } : part,
  );
  return { ...input, situations: [{ ...first, measurement: { ...first.measurement, components } }, ...rest] };
}
