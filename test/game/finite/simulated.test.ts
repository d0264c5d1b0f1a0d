import { fixationOf } from "#game/finite/fixation.ts";
import { invasionsOf } from "#game/finite/invasions.ts";
import { ladderOf } from "#game/finite/ladder.ts";
import { processOf } from "#game/finite/process.ts";
import { estimatesOf, visitsOf } from "#game/finite/simulated.ts";
import { stationaryOf } from "#game/finite/stationary.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { HAWK_DOVE, moran, pairwise, playersGame, randomTable, scattered, symmetricGame } from "./support/games.ts";

describe("finite/simulated", () => {
  it("visits states as often as the exact distribution says: total variation below 0.03 (seed 1)", () => {
    const next = scattered(21);
    for (const [game, options] of [
      [HAWK_DOVE, pairwise([30], 1, 0.02)],
      [HAWK_DOVE, moran([30], 1, 0.02)],
      [symmetricGame(randomTable(3, 5)), pairwise([6], 0.5, 0.1)],
      [playersGame([2, 2], () => [next(), next()]), moran([6, 5], 0.5, 0.1)],
    ] as const) {
      const process = processOf(game, options);
      const visits = visitsOf(process, 2_000_000, 1, stationaryOf(process));
      expect(visits.distance).to.be.lessThan(0.03);
      expect(visits.states.reduce((sum, { steps }) => sum + steps, 0)).to.equal(2_000_000);
      visits.states.slice(1).forEach(({ steps }, i) => expect(steps).to.be.at.most(visits.states[i]?.steps ?? 0));
    }
  });

  it("comes nearer with the root of the steps: a hundred times as many, about a tenth of the distance (seed 2)", () => {
    const process = processOf(HAWK_DOVE, pairwise([20], 1, 0.05));
    const distance = (steps: number): number => visitsOf(process, steps, 2, stationaryOf(process)).distance ?? 1;
    expect(distance(4_000_000) / distance(40_000)).to.be.within(0.02, 0.4);
  });

  it("is, after a single step, as far from the exact distribution as all states but the start weigh", () => {
    const process = processOf(HAWK_DOVE, pairwise([10], 1, 0.05));
    const exact = stationaryOf(process);
    const start = exact.kind === "exact" ? exact.states.find(({ counts }) => counts[0]?.[0] === 5) : undefined;
    const { distance } = visitsOf(process, 1, 1, exact);
    expect(distance).to.be.closeTo(1 - (start?.probability ?? Number.NaN), 1e-13);
  });

  it("starts from an even spread, and leaves the distance out where the exact distribution is not there", () => {
    const process = processOf(symmetricGame(randomTable(3, 5)), pairwise([8], 1));
    const visits = visitsOf(process, 10, 3, stationaryOf(process));
    expect(visits.start).to.deep.equal([[3, 3, 2]]);
    expect(visits).not.to.have.property("distance");
    expect({ steps: visits.steps, seed: visits.seed }).to.deep.equal({ steps: 10, seed: 3 });
  });

  it("estimates fixation with intervals that hold the exact value, for mutants of every kind (seed 7)", () => {
    const next = scattered(22);
    for (const [game, options] of [
      [symmetricGame(randomTable(3, 6)), moran([6], 0.3)],
      [playersGame([2, 2], () => [next(), next()]), pairwise([5, 7], 0.5)],
    ] as const) {
      const process = processOf(game, options);
      const invasions = invasionsOf(process).map(({ invasion }) => invasion);
      const found = estimatesOf(process, invasions, { runs: 2000, limit: 1e6, seed: 7 });
      invasions.forEach((invasion, i) => {
        const { probability } = fixationOf(ladderOf(process, invasion, 0));
        const { fixed = 0, lost = 0, unresolved = 0 } = found[i] ?? {};
        expect(fixed + lost).to.equal(2000);
        expect(unresolved).to.equal(0);
        // Four standard deviations: of these 14 intervals at 95 %, some may well miss.
        const deviation = Math.sqrt((probability * (1 - probability)) / 2000);
        expect(fixed / 2000, JSON.stringify(invasion)).to.be.closeTo(probability, 4 * deviation);
      });
    }
  });

  it("never drops a run that its limit has ended: hawks among 100 doves, where most have neither won nor lost", () => {
    const process = processOf(HAWK_DOVE, pairwise([100], 1));
    const invasion = { population: 0, mutant: 0, residents: [1] };
    const [found] = estimatesOf(process, [invasion], { runs: 200, limit: 2000, seed: 3 });
    const { fixed = 0, lost = 0, unresolved = 0, interval = [1, 0] } = found ?? {};
    expect(fixed + lost + unresolved).to.equal(200);
    expect(unresolved).to.be.greaterThan(100);
    // 0.8641 is the exact value; of the resolved runs alone nearly all are lost.
    expect(interval[0]).to.be.lessThan(0.8641155742462664);
    expect(interval[1]).to.be.greaterThan(0.8641155742462664);
    expect(fixed / (fixed + lost)).to.be.lessThan(0.5);
  });

  it("gives each run its own stream: more runs, or other mutants beside, change none of the first", () => {
    const process = processOf(symmetricGame(randomTable(3, 6)), moran([6], 0.3));
    const invasions = invasionsOf(process).map(({ invasion }) => invasion);
    const all = estimatesOf(process, invasions, { runs: 100, limit: 1e6, seed: 9 });
    const first = estimatesOf(process, invasions.slice(0, 1), { runs: 100, limit: 1e6, seed: 9 });
    expect(first[0]).to.deep.equal(all[0]);
    const more = estimatesOf(process, invasions.slice(0, 1), { runs: 101, limit: 1e6, seed: 9 });
    expect((more[0]?.fixed ?? 0) - (all[0]?.fixed ?? 0)).to.be.within(0, 1);
    const other = estimatesOf(process, invasions, { runs: 100, limit: 1e6, seed: 10 });
    expect(other).not.to.deep.equal(all);
  });

  it("refuses numbers of steps and runs that are none", () => {
    const process = processOf(HAWK_DOVE, pairwise([5], 1, 0.1));
    const invasion = { population: 0, mutant: 0, residents: [1] };
    for (const bad of [0, -1, 1.5, Number.NaN, Infinity, 2 ** 53]) {
      expectRefusal(() => visitsOf(process, bad, 1, stationaryOf(process)), "usage", /number of steps is/);
      const limits = { runs: 1, limit: bad, seed: 1 };
      expectRefusal(() => estimatesOf(process, [invasion], limits), "usage", /limit of a run is/);
      const runs = { runs: bad, limit: 1, seed: 1 };
      expectRefusal(() => estimatesOf(process, [invasion], runs), "usage", /number of runs is/);
    }
  });
});
