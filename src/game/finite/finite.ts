import type { Game } from "#domain/game.ts";
import { AllianceError } from "#domain/errors.ts";
import { fixationOf, type Fixation } from "./fixation.ts";
import { invasionsOf, monomorphicStates } from "./invasions.ts";
import { ladderOf, type Invasion } from "./ladder.ts";
import { meanFieldOf, type MeanField } from "./meanField.ts";
import { processOf, type FiniteOptions, type Process } from "./process.ts";
import { estimatesOf, visitsOf, type Estimate, type Visits } from "./simulated.ts";
import { smallMutation } from "./smallMutation.ts";
import { stationaryOf, type Stationary } from "./stationary.ts";

/** One mutant of a population in which, and in all others, everybody else plays the strategies of `residents`. */
export interface NamedFixation extends Fixation {
  /** The name of the population. */
  readonly population: string;
  /** What each population plays otherwise. */
  readonly residents: readonly string[];
  readonly mutant: string;
  /** The probability that it would have if all earned the same: 1 / size. */
  readonly neutral: number;
  /** Present when runs were asked for. */
  readonly estimate?: Estimate;
}

export interface FiniteAnalysis {
  readonly process: FiniteOptions;
  /** Names of the populations: of the one of a symmetric game, both players'. */
  readonly populations: readonly string[];
  /** The strategies of each population; `counts[p][s]` in states is the number of members with `strategies[p][s]`. */
  readonly strategies: readonly (readonly string[])[];
  readonly fixation: readonly NamedFixation[];
  /** Shares of time in the states where each population plays one strategy, as the mutation probability goes to 0. */
  readonly smallMutation: readonly {
    readonly profile: readonly string[];
    readonly probability: number;
    readonly lnProbability: number;
  }[];
  /** The same for every state, at the mutation probability given. */
  readonly stationary: Stationary;
  /** Present when a walk was asked for. */
  readonly walk?: Visits;
  readonly meanField: MeanField;
}

/** What to simulate beside the exact results; all from one seed, the same in any order. */
export interface Simulations {
  readonly seed: number;
  /** Steps of a walk. */
  readonly steps?: number;
  /** Runs per mutant, each of at most `limit` steps. */
  readonly runs?: { readonly count: number; readonly limit: number };
}

/** Monomorphic states at most: the chain among them is dense. */
const MOST_PROFILES = 1_000;

/**
 * A game in finite populations: one that plays against itself if the game is symmetric, else one per player. Exact
 * wherever that can be computed, and said where not; the mean field of the same game stands beside it.
 * Sources: [Nowak2004], [Traulsen2007], [Altrock2009], [Fudenberg2006], [Grassmann1985].
 *
 * @throws AllianceError (usage) when the options do not fit the game, or each other, or cannot be computed with
 */
export function finitePopulations(game: Game, options: FiniteOptions, simulations: Simulations): FiniteAnalysis {
  const process = processOf(game, options);
  const profiles = process.strategies.reduce((product, names) => product * names.length, 1);
  if (profiles > MOST_PROFILES) {
    throw new AllianceError(
      `${profiles} combinations of strategies, of which each takes part in the small-mutation limit`,
      {
        kind: "usage",
        hint: `at most ${MOST_PROFILES} can be computed with; leave strategies out`,
      },
    );
  }
  const states = monomorphicStates(process);
  const passages = invasionsOf(process).map((passage) => ({
    ...passage,
    fixation: fixationOf(ladderOf(process, passage.invasion, 0)),
  }));
  const logs = smallMutation(process, states.length, passages);
  const stationary = stationaryOf(process);
  const { seed, steps, runs } = simulations;
  const invasions = passages.map(({ invasion }) => invasion);
  const estimates =
    runs === undefined ? [] : estimatesOf(process, invasions, { runs: runs.count, limit: runs.limit, seed });
  return {
    process: options,
    populations: process.populations,
    strategies: process.strategies,
    fixation: passages.map(({ invasion, fixation }, i) => named(process, invasion, fixation, estimates[i])),
    smallMutation: states.map((state, i) => {
      const lnProbability = logs[i] ?? -Infinity;
      return { profile: namesOf(process, state), probability: Math.exp(lnProbability), lnProbability };
    }),
    stationary,
    ...(steps === undefined ? {} : { walk: visitsOf(process, steps, seed, stationary) }),
    meanField: meanFieldOf(game, options),
  };
}

function named(process: Process, invasion: Invasion, fixation: Fixation, estimate?: Estimate): NamedFixation {
  const { population, mutant, residents } = invasion;
  return {
    population: process.populations[population] ?? "",
    residents: namesOf(process, residents),
    mutant: process.strategies[population]?.[mutant] ?? "",
    neutral: 1 / (process.options.sizes[population] ?? 1),
    ...fixation,
    ...(estimate === undefined ? {} : { estimate }),
  };
}

function namesOf({ strategies }: Process, state: readonly number[]): readonly string[] {
  return state.map((strategy, population) => strategies[population]?.[strategy] ?? "");
}
