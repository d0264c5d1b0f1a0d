import type { Game } from "#domain/game.ts";
import { normalFormOf, strategyPayoffs, type NormalForm } from "#game/normalForm.ts";

/**
 * Nash equilibria of a game of two-strategy players by Newton's method from a grid of starts on every support, in
 * double precision, from expected payoffs: slow, simple, independent. Shares of the first strategies.
 */
export function nashByMultistart(game: Game, startsPerAxis: number): readonly (readonly number[])[] {
  const form = normalFormOf(game);
  const found: number[][] = [];
  for (const support of supports(game.players.length)) {
    const mixing = support.flatMap((pin, i) => (pin === 0.5 ? [i] : []));
    for (const start of starts(mixing.length, startsPerAxis)) {
      const point = newton(form, support, mixing, start);
      const isNew = point && !found.some((other) => other.every((x, i) => Math.abs(x - (point[i] ?? 0)) < 1e-7));
      if (point && isNew && isNash(form, point)) found.push(point);
    }
  }
  return found;
}

/** All vectors of 0, 1 and 0.5, which stands for mixing. */
function supports(n: number): number[][] {
  return Array.from({ length: n }).reduce<number[][]>(
    (all) => all.flatMap((s) => [0, 1, 0.5].map((x) => [...s, x])),
    [[]],
  );
}

function starts(m: number, each: number): number[][] {
  const axis = Array.from({ length: each }, (_, i) => (i + 0.5) / each);
  return Array.from({ length: m }).reduce<number[][]>((all) => all.flatMap((s) => axis.map((x) => [...s, x])), [[]]);
}

function gap(form: NormalForm, player: number, x: readonly number[]): number {
  const out = new Float64Array(2);
  strategyPayoffs(
    form,
    player,
    x.map((share) => [share, 1 - share]),
    out,
  );
  return (out[0] ?? 0) - (out[1] ?? 0);
}

function newton(form: NormalForm, support: readonly number[], mixing: readonly number[], start: readonly number[]) {
  let x = support.map((pin, i) => (mixing.includes(i) ? (start[mixing.indexOf(i)] ?? 0) : pin));
  if (mixing.length === 0) return x;
  for (let step = 0; step < 60; step++) {
    const residual = mixing.map((i) => gap(form, i, x));
    const jacobian = mixing.map((i) => mixing.map((j) => gap(form, i, x.with(j, 1)) - gap(form, i, x.with(j, 0))));
    const move = cramer(jacobian, residual);
    x = x.map((value, i) => value - (mixing.includes(i) ? (move[mixing.indexOf(i)] ?? 0) : 0));
    if (!x.every((value) => Math.abs(value) < 5)) return undefined;
    if (move.every((part) => Math.abs(part) < 1e-13)) break;
  }
  const solves = mixing.every((i) => Math.abs(gap(form, i, x)) < 1e-7);
  return solves && mixing.every((i) => (x[i] ?? 0) > 0 && (x[i] ?? 0) < 1) ? x : undefined;
}

function cramer(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const whole = determinant(matrix);
  return right.map((_, k) => determinant(matrix.map((row, i) => row.with(k, right[i] ?? 0))) / whole);
}

function determinant(matrix: readonly (readonly number[])[]): number {
  const [first, ...rest] = matrix;
  if (first === undefined) return 1;
  return first.reduce(
    (sum, value, k) => sum + (k % 2 === 0 ? value : -value) * determinant(rest.map((row) => row.toSpliced(k, 1))),
    0,
  );
}

function isNash(form: NormalForm, x: readonly number[]): boolean {
  return x.every((share, i) => (share === 0 ? gap(form, i, x) <= 0 : share === 1 ? gap(form, i, x) >= 0 : true));
}
