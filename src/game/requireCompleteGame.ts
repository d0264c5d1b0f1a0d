import { AllianceError } from "#domain/errors.ts";
import type { Game } from "#domain/game.ts";

/** Missing profiles named in a message. */
const NAMED = 5;

/**
 * @throws AllianceError (usage) unless names are unique, every profile stands exactly once with one payoff per player,
 * and a game marked symmetric has two players with the same strategies who earn the same when they change places
 */
export function requireCompleteGame(game: Game, source: string): void {
  requireUnique(
    game.players.map((player) => player.name),
    "players",
    source,
  );
  game.players.forEach((player, i) => requireUnique(player.strategies, `players[${i}].strategies`, source));
  const payoffs = new Map<string, readonly number[]>();
  game.payoffs.forEach(({ profile, payoff }, i) => {
    requireProfile(game, profile, payoff, `payoffs[${i}]`, source);
    const key = JSON.stringify(profile);
    if (payoffs.has(key)) throw refusal(source, `payoffs[${i}]`, `the profile ${key} stands twice`, "keep one of them");
    payoffs.set(key, payoff);
  });
  requireAllProfiles(game, payoffs, source);
  if (game.symmetric) requireSymmetric(game, payoffs, source);
}

function requireUnique(names: readonly string[], place: string, source: string): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw refusal(source, place, `the name ${JSON.stringify(twice)} stands twice`, "give each its own name");
  }
}

function requireProfile(
  game: Game,
  profile: readonly string[],
  payoff: readonly number[],
  place: string,
  source: string,
): void {
  const count = game.players.length;
  if (profile.length !== count || payoff.length !== count) {
    const found = `${profile.length} strategies and ${payoff.length} payoffs for ${count} players`;
    throw refusal(source, place, found, "give one strategy and one payoff per player, in the order of the players");
  }
  game.players.forEach(({ name, strategies }, i) => {
    const chosen = profile[i] ?? "";
    if (strategies.includes(chosen)) return;
    const found = `${JSON.stringify(name)} has no strategy ${JSON.stringify(chosen)}`;
    throw refusal(source, `${place}.profile[${i}]`, found, `choose one of ${strategies.join(", ")}`);
  });
}

function requireAllProfiles(game: Game, payoffs: ReadonlyMap<string, unknown>, source: string): void {
  const missing: string[] = [];
  const count = game.players.reduce((product, player) => product * player.strategies.length, 1);
  if (payoffs.size === count) return;
  for (const profile of profilesOf(game.players.map((player) => player.strategies))) {
    if (!payoffs.has(JSON.stringify(profile))) missing.push(JSON.stringify(profile));
    if (missing.length === NAMED) break;
  }
  const absent = count - payoffs.size;
  const more = absent > missing.length ? ` and ${absent - missing.length} more` : "";
  throw refusal(source, "payoffs", `no payoff for ${missing.join(", ")}${more}`, "give every profile exactly once");
}

function* profilesOf(strategies: readonly (readonly string[])[]): Generator<readonly string[]> {
  const [first, ...rest] = strategies;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const strategy of first) {
    for (const others of profilesOf(rest)) yield [strategy, ...others];
  }
}

function requireSymmetric(game: Game, payoffs: ReadonlyMap<string, readonly number[]>, source: string): void {
  const [first, ...others] = game.players.map((player) => JSON.stringify(player.strategies));
  if (others.length !== 1 || others[0] !== first) {
    throw refusal(source, "symmetric", "the players differ", "a symmetric game has two players with equal strategies");
  }
  for (const { profile, payoff } of game.payoffs) {
    const mirror = payoffs.get(JSON.stringify(profile.toReversed())) ?? [];
    if (JSON.stringify(mirror) === JSON.stringify(payoff.toReversed())) continue;
    const found = `${JSON.stringify(profile)} and its mirror image differ in payoffs`;
    throw refusal(source, "symmetric", found, "set symmetric to false");
  }
}

function refusal(source: string, place: string, found: string, hint: string): AllianceError {
  return new AllianceError(`${source}: ${place}: ${found}`, { kind: "usage", hint, values: { source, place } });
}
