import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";
import { normalFormOf, strategyPayoffs, type NormalForm } from "#game/normalForm.ts";

/** How the members of finite populations revise their strategies. Sources: [Traulsen2007], [Nowak2004]. */
export interface FiniteOptions {
  /** Members of each population, from 2 to 100,000: one number for a symmetric game, else one per player. */
  readonly sizes: readonly number[];
  /**
   * `pairwise`: a member compares itself with another of its population and imitates it with the Fermi function's
   * probability 1 / (1 + e^(-beta (payoff of the other - own payoff))).
   * `moran`: a member chosen in proportion to fitness has an offspring, which replaces a member chosen evenly.
   */
  readonly rule: "pairwise" | "moran";
  /**
   * Fitness in the Moran process: `exp`, e^(beta payoff), or `linear`, 1 - beta + beta payoff.
   *
   * @default "exp", which no payoff makes negative and which only differences of payoffs decide
   */
  readonly fitness?: "exp" | "linear";
  /** Strength of selection, at least 0, per unit of payoff; at most 1 with linear fitness. */
  readonly beta: number;
  /** With this probability a revision, or an offspring, takes one of the other strategies instead, evenly chosen. */
  readonly mutation: number;
}

/** Members by population and strategy: `counts[p][s]`. */
export type Counts = readonly (readonly number[])[];

/** A game, populations that play it, and how they revise: what everything in this folder starts from. */
export interface Process {
  readonly options: FiniteOptions;
  /** Names of the populations: of the one, both players'. */
  readonly populations: readonly string[];
  /** Strategies of each population, by name. */
  readonly strategies: readonly (readonly string[])[];
  /** Members of all populations. */
  readonly members: number;
  /** ln of the fitness that a payoff of `payoffsAt` gives in a population; that of the Fermi function is beta payoff. */
  readonly lnFitness: (population: number, payoff: number) => number;
  /**
   * What each strategy of a population earns on average, less the least payoff of its table: from all other members of
   * one population (nobody plays against itself), or from one member of each other population.
   */
  readonly payoffsAt: (counts: Counts, population: number) => Float64Array;
}

/** Members of a population at most. */
const LARGEST_SIZE = 100_000;

/** Logarithms of fitness ratios are summed over a population; beyond this their digits do not suffice. */
const STRONGEST = 1e9;

/** @throws AllianceError (usage) when the options do not fit the game, or each other, or cannot be computed with */
export function processOf(game: Game, options: FiniteOptions): Process {
  const form = normalFormOf(game);
  requireOptions(game, options);
  const floors = form.exact.units.map((units) => units.reduce((least, value) => (value < least ? value : least)));
  const power = `e-${form.exact.decimals}`;
  // A common offset would cost digits of the differences, on which everything rests; it is taken off exactly.
  const lifted = form.exact.units.map((units, player) =>
    Float64Array.from(units, (value) => Number(`${value - (floors[player] ?? 0n)}${power}`)),
  );
  const relative: NormalForm = { ...form, payoffs: lifted };
  requireComputable(lifted, options);
  const bases = floors.map((floor) => Number(`${floor}${power}`));
  const linear = options.fitness === "linear";
  if (linear) requirePositiveFitness(bases, options.beta);
  const { beta, sizes } = options;
  return {
    options,
    populations: game.symmetric
      ? [game.players.map(({ name }) => name).join(", ")]
      : game.players.map(({ name }) => name),
    strategies: game.symmetric ? [game.players[0]?.strategies ?? []] : game.players.map((player) => player.strategies),
    members: sizes.reduce((sum, size) => sum + size, 0),
    lnFitness: linear
      ? (population, payoff) => Math.log1p(beta * ((bases[population] ?? 0) + payoff - 1))
      : (_, payoff) => beta * payoff,
    payoffsAt: game.symmetric
      ? (counts) => payoffsWithin(relative, counts[0] ?? [])
      : (counts, population) => payoffsBetween(relative, counts, population),
  };
}

/** Of one population: every member plays all others but itself. */
function payoffsWithin({ sizes, payoffs }: NormalForm, counts: readonly number[]): Float64Array {
  const count = sizes[0] ?? 0;
  const table = payoffs[0] ?? new Float64Array();
  const others = counts.reduce((sum, members) => sum + members, -1);
  return Float64Array.from({ length: count }, (_, own) => {
    let sum = 0;
    for (let other = 0; other < count; other++) {
      sum += ((counts[other] ?? 0) - (other === own ? 1 : 0)) * (table[own * count + other] ?? 0);
    }
    return sum / others;
  });
}

function payoffsBetween(form: NormalForm, counts: Counts, population: number): Float64Array {
  const shares = counts.map((members) => {
    const size = members.reduce((sum, count) => sum + count, 0);
    return members.map((count) => count / size);
  });
  const out = new Float64Array(form.sizes[population] ?? 0);
  strategyPayoffs(form, population, shares, out);
  return out;
}

function requireOptions(game: Game, options: FiniteOptions): void {
  requireSizes(options.sizes, game);
  const { beta, mutation } = options;
  if (!(mutation >= 0 && mutation <= 1)) {
    throw refusal(`the mutation probability is ${mutation}`, "it is a number from 0 to 1");
  }
  if (!(beta >= 0 && beta < Infinity)) {
    throw refusal(`the strength of selection is ${beta}`, "it is a finite number, at least 0");
  }
  requireFitness(options);
}

function requireSizes(sizes: readonly number[], { symmetric, players }: Game): void {
  const populations = symmetric ? 1 : players.length;
  if (sizes.length !== populations) {
    throw refusal(
      `sizes: ${sizes.length} given for ${populations === 1 ? "one population" : `${populations} populations`}`,
      symmetric ? "a symmetric game is played within one population" : "give one size per player",
    );
  }
  const wrong = sizes.find((size) => !Number.isInteger(size) || size < 2 || size > LARGEST_SIZE);
  if (wrong !== undefined) {
    throw refusal(`a population of ${wrong} members`, `sizes are whole numbers from 2 to ${LARGEST_SIZE}`);
  }
}

function requireFitness({ rule, fitness, beta }: FiniteOptions): void {
  if (fitness !== undefined && rule === "pairwise") {
    throw refusal("pairwise comparison has no fitness", "leave the fitness out, or choose the Moran process");
  }
  if (fitness === "linear" && beta > 1) {
    throw refusal(`linear fitness 1 - beta + beta payoff with beta ${beta}`, "beta is from 0 to 1 with linear fitness");
  }
}

function requireComputable(payoffs: readonly Float64Array[], { beta, sizes }: FiniteOptions): void {
  const span = Math.max(...payoffs.map((row) => row.reduce((largest, value) => Math.max(largest, value), 0)));
  const strength = beta * span * Math.max(...sizes);
  if (strength <= STRONGEST) return;
  throw refusal(
    `selection is too strong to compute with: beta times the range of the payoffs times the population is ${strength}`,
    `keep it below ${STRONGEST}, by a smaller beta or another unit of payoff`,
  );
}

/** Every entry of the table is what somebody earns in some state, so the least of them decides. */
function requirePositiveFitness(bases: readonly number[], beta: number): void {
  const least = Math.min(...bases);
  if (1 - beta + beta * least > 0) return;
  throw refusal(
    `linear fitness 1 - beta + beta payoff is ${1 - beta + beta * least} at the payoff ${least}`,
    "choose a smaller beta, or exp fitness",
  );
}

function refusal(message: string, hint: string): AllianceError {
  return new AllianceError(message, { kind: "usage", hint });
}
