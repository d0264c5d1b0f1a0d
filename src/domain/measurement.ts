import type { Game } from "./game.ts";

/** What moved between a member and the rest of the world, by the rule that moved it. */
export type LedgerLine =
  | "operatingIncome"
  | "price"
  | "productionCost"
  | "resale"
  | "blockchainIncome"
  | "operatingCost"
  | "penalty"
  | "goodwillIncome"
  | "sideMarket"
  | "gas";

/** One player's payoff in one profile: the difference of its balances, and the flows that it is made of. */
export interface Components {
  readonly profile: readonly string[];
  readonly player: string;
  /** The difference of the player's balances, in token units (decimal integer). */
  readonly payoffUnits: string;
  /** In token units (decimal integer), positive when the player received it; zero lines are left out. */
  readonly lines: Readonly<Partial<Record<LedgerLine, string>>>;
}

/** What an actor spent on gas in one profile. `enforcer` is the outsider who ends deals whose time is over. */
export interface GasUse {
  readonly profile: readonly string[];
  readonly actor: string;
  readonly transactions: number;
  readonly gasUsed: number;
}

/** A contract that took part: where it stood, and the hash of the code that ran there. */
export interface ContractProvenance {
  readonly name: string;
  readonly address: string;
  /** keccak256 of the deployed bytecode. */
  readonly codeHash: string;
}

/** The chain on which one profile was played. */
export interface RunProvenance {
  readonly profile: readonly string[];
  readonly firstBlock: { readonly number: number; readonly hash: string };
  readonly lastBlock: { readonly number: number; readonly hash: string };
  readonly transactions: readonly string[];
}

/** The version of the project, and the commit where it ran from a checkout. */
export interface Software {
  readonly version: string;
  readonly commit?: string;
}

export interface Provenance {
  readonly software: Software;
  readonly chainId: number;
  readonly contracts: readonly ContractProvenance[];
  readonly compiler: { readonly version: string; readonly settings: unknown };
  /** The parameters of the experiment as decimals, by symbol. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Seed of the salts and of everything else that is drawn. */
  readonly seed: number;
  readonly gasPrice: string;
  readonly runs: readonly RunProvenance[];
}

/** A game whose payoffs were measured: a game file that also says where every number comes from. */
export interface Measurement extends Game {
  readonly components: readonly Components[];
  readonly gas: readonly GasUse[];
  readonly provenance: Provenance;
}
