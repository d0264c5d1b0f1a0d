import { finitePopulations } from "#game/finite/finite.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { HAWK_DOVE, moran, pairwise, playersGame, randomTable, scattered, symmetricGame } from "./support/games.ts";

/** Documents that hold nothing that JSON cannot. */
function expectPlain(value: unknown): void {
  expect(JSON.parse(JSON.stringify(value))).to.deep.equal(value);
}

describe("finite", () => {
  it("names populations, strategies and mutants of a game of two populations", () => {
    const next = scattered(41);
    const game = playersGame([2, 3], () => [next(), next()]);
    const found = finitePopulations(game, pairwise([6, 8], 1, 0.1), { seed: 1 });
    expect(found.populations).to.deep.equal(["p0", "p1"]);
    expect(found.fixation).to.have.length(6 * 3);
    const [first] = found.fixation;
    expect(first).to.deep.include({ population: "p0", residents: ["s0", "s0"], mutant: "s1", neutral: 1 / 6 });
    expect(found.smallMutation.map(({ profile }) => profile.join(" "))).to.deep.equal([
      "s0 s0",
      "s0 s1",
      "s0 s2",
      "s1 s0",
      "s1 s1",
      "s1 s2",
    ]);
    expect(found.smallMutation.reduce((sum, { probability }) => sum + probability, 0)).to.be.closeTo(1, 1e-12);
    expect(found).not.to.have.property("walk");
    expect(found.fixation.some((fate) => "estimate" in fate)).to.equal(false);
    expectPlain(found);
  });

  it("has one population for a symmetric game, and simulates what it is asked to", () => {
    const found = finitePopulations(HAWK_DOVE, moran([12], 1, 0.05), {
      seed: 5,
      steps: 1000,
      runs: { count: 20, limit: 50 },
    });
    expect(found.populations).to.deep.equal(["row, column"]);
    expect(found.strategies).to.deep.equal([["s0", "s1"]]);
    expect(found.walk?.steps).to.equal(1000);
    for (const { estimate } of found.fixation) {
      expect((estimate?.fixed ?? 0) + (estimate?.lost ?? 0) + (estimate?.unresolved ?? 0)).to.equal(20);
    }
    expect(found.fixation.some(({ estimate }) => (estimate?.unresolved ?? 0) > 0)).to.equal(true);
    expectPlain(found);
  });

  it("is the same again, byte for byte", () => {
    const run = (): string =>
      JSON.stringify(
        finitePopulations(symmetricGame(randomTable(3, 3)), pairwise([7], 1, 0.1), {
          seed: 5,
          steps: 5000,
          runs: { count: 30, limit: 1000 },
        }),
      );
    expect(run()).to.equal(run());
  });

  it("permutes with the strategies: fixation and the small-mutation limit", () => {
    const table = randomTable(3, 44);
    const order = [1, 2, 0];
    const renamed = order.map((i) => order.map((j) => table[i]?.[j] ?? Number.NaN));
    const original = (name = ""): string => `s${order[Number(name.slice(1))]}`;
    const results = (rows: number[][], name: (given?: string) => string): Map<string, number> => {
      const found = finitePopulations(symmetricGame(rows), moran([9], 0.4), { seed: 1 });
      return new Map([
        ...found.smallMutation.map(({ profile, lnProbability }) => [name(profile[0]), lnProbability] as const),
        ...found.fixation.flatMap(({ mutant, residents, lnProbability, conditional }) => {
          const key = `${name(mutant)} among ${name(residents[0])}`;
          return [[key, lnProbability] as const, [`steps of ${key}`, conditional.ln] as const];
        }),
      ]);
    };
    const plain = results(table, (name = "") => name);
    const permuted = results(renamed, original);
    expect([...permuted.keys()]).to.have.members([...plain.keys()]);
    expect(plain.size).to.equal(3 + 6 + 6);
    for (const [key, ln] of permuted) expect(ln, key).to.be.closeTo(plain.get(key) ?? Number.NaN, 1e-12);
  });

  it("takes a population that has no choice", () => {
    const game = playersGame([2, 1], ([a = 0]) => [a, 0]);
    const found = finitePopulations(game, moran([5, 5], 1, 0.1), { seed: 1, steps: 100 });
    expect(found.fixation.map(({ mutant }) => mutant)).to.deep.equal(["s1", "s0"]);
    expect(found.stationary.kind).to.equal("exact");
  });

  it("refuses a game with too many combinations of strategies, with their number", () => {
    const game = playersGame([33, 32], () => [0, 0]);
    const run = (): unknown => finitePopulations(game, pairwise([2, 2], 1), { seed: 1 });
    expectRefusal(run, "usage", /1056 combinations.*at most 1000/);
  });
});
