import type { Counts } from "#game/finite/process.ts";
import { processOf } from "#game/finite/process.ts";
import { walkerOf } from "#game/finite/walk.ts";
import { randomStream, type Random } from "#game/random.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { HAWK_DOVE, moran, pairwise, randomTable, symmetricGame } from "./support/games.ts";

function stays(process: ReturnType<typeof processOf>, start: Counts, steps: number, random: Random) {
  const found: { counts: Counts; steps: number }[] = [];
  const rests = walkerOf(process).walk(start, steps, random, (counts, stay) => found.push({ counts, steps: stay }));
  return { found, rests };
}

const total = (found: readonly { steps: number }[]): number => found.reduce((sum, { steps }) => sum + steps, 0);

describe("finite/walk", () => {
  it("spends all steps, each in one state, and moves by one member at a time", () => {
    const process = processOf(symmetricGame(randomTable(3, 2)), pairwise([9], 1, 0.05));
    const { found, rests } = stays(process, [[3, 3, 3]], 20_000, randomStream(3));
    expect(rests).to.equal(false);
    expect(total(found)).to.equal(20_000);
    found.slice(1).forEach(({ counts, steps }, i) => {
      const before = found[i]?.counts[0] ?? [];
      const change = (counts[0] ?? []).map((n, s) => n - (before[s] ?? 0));
      expect(change.toSorted((a, b) => a - b)).to.deep.equal([-1, 0, 1]);
      expect(steps).to.be.at.least(1);
    });
  });

  it("waits geometrically: mean and no-wait share within five standard deviations (seed 4)", () => {
    // From nobody but doves the only change is a mutant, with the probability of mutation.
    const process = processOf(HAWK_DOVE, pairwise([2], 1, 0.2));
    const { found } = stays(process, [[0, 2]], 400_000, randomStream(4));
    const waits = found.filter(({ counts }) => counts[0]?.[0] === 0).map(({ steps }) => steps);
    const mean = total(waits.map((steps) => ({ steps }))) / waits.length;
    const atOnce = waits.filter((steps) => steps === 1).length / waits.length;
    expect(waits.length).to.be.greaterThan(10_000);
    expect(mean).to.be.closeTo(5, 5 * Math.sqrt(20 / waits.length));
    expect(atOnce).to.be.closeTo(0.2, 5 * Math.sqrt(0.16 / waits.length));
  });

  it("changes at every step where every step changes something", () => {
    const process = processOf(HAWK_DOVE, pairwise([10], 1, 1));
    const { found } = stays(process, [[5, 5]], 500, randomStream(5));
    expect(found).to.have.length(500);
  });

  it("comes to rest where nobody is left to imitate, and spends the other steps there", () => {
    const process = processOf(HAWK_DOVE, moran([5], 1));
    const { found, rests } = stays(process, [[1, 4]], 1e9, randomStream(6));
    expect(rests).to.equal(true);
    expect(total(found)).to.equal(1e9);
    expect([0, 5]).to.include(found.at(-1)?.counts[0]?.[0]);
  });

  it("is the same with a walker that has walked before", () => {
    const process = processOf(symmetricGame(randomTable(3, 2)), moran([9], 1, 0.05));
    const walker = walkerOf(process);
    const trail = (): string => {
      const found: unknown[] = [];
      walker.walk([[3, 3, 3]], 3000, randomStream(8), (counts, steps) => found.push([counts, steps]));
      return JSON.stringify(found);
    };
    const first = trail();
    walker.walk([[9, 0, 0]], 3000, randomStream(9), () => undefined);
    expect(trail()).to.equal(first);
  });

  it("says so before it fills the memory with states", () => {
    const process = processOf(symmetricGame(randomTable(6, 2)), pairwise([60], 0, 1));
    const start = [[10, 10, 10, 10, 10, 10]];
    expectRefusal(
      () => stays(process, start, 1e7, randomStream(1)),
      "usage",
      /visited \d+ states.*smaller populations/,
    );
  }).timeout(60_000);
});
