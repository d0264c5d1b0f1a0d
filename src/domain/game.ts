/** A population of players that share a role, and the strategies they choose from. */
export interface Player {
  readonly name: string;
  readonly strategies: readonly string[];
}

/** What each player earns when the players use the strategies of `profile`, both in the order of `players`. */
export interface ProfilePayoff {
  readonly profile: readonly string[];
  readonly payoff: readonly number[];
}

/**
 * A game in normal form: the file that joins measurement and analysis. Every profile stands in `payoffs` exactly once.
 * `symmetric` means one population that plays against itself (two players with the same strategies).
 */
export interface Game {
  readonly title: string;
  readonly players: readonly Player[];
  readonly payoffs: readonly ProfilePayoff[];
  readonly symmetric: boolean;
}

/** One list of shares per population, in the order of its strategies; each list sums to 1. */
export type State = readonly (readonly number[])[];
