import type { Game, State } from "#domain/game.ts";
import type { Dynamics } from "#game/dynamics/dynamics.ts";
import { populationsOf } from "#game/dynamics/populations.ts";
import { simulateDynamics } from "#game/dynamics/simulateDynamics.ts";
import { simulate } from "#game/simulate.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { ALL_DYNAMICS } from "../support/dynamics.ts";
import { numbersOf, onePopulation, randomGame, randomState, rockPaperScissors } from "../support/games.ts";
import { forAll, gapQuad, share, sharesOf, stateOf, twoByTwo } from "../support/twoByTwo.ts";

const TOLERANCES = { rtol: 1e-11, atol: 1e-11 };
const REPLICATOR: Dynamics = { kind: "replicator" };

function run(game: Game, dynamics: Dynamics, start: State, until: number, at?: readonly number[]) {
  const options = { ...TOLERANCES, start, until, ...(at === undefined ? {} : { at }) };
  return simulateDynamics(populationsOf(game), dynamics, options);
}

function endOf(game: Game, dynamics: Dynamics, start: State, until: number): readonly number[] {
  return run(game, dynamics, start, until, [until]).states.flat(2);
}

function expectNear(found: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(found).to.have.length(expected.length);
  found.forEach((share, i) => expect(share).to.be.closeTo(expected[i] ?? Number.NaN, tolerance));
}

const isShare = (share: number): boolean => share >= 0 && share <= 1;
const product = (shares: readonly number[]): number => shares.reduce((all, share) => all * share, 1);

describe("simulateDynamics: replicator", () => {
  it("agrees with the exact two-by-two code, and claims no other limit (seed 81)", () => {
    let points = 0;
    forAll(81, 80, [gapQuad, share, share], (quad, x, y) => {
      const game = twoByTwo(...quad);
      const at = [0.5, 2, 7];
      const exact = simulate(game, { start: stateOf(x, y), until: 7, at, method: { kind: "exact" } });
      const found = run(game, REPLICATOR, stateOf(x, y), 7, at);
      expect(found.times).to.deep.equal(at);
      exact.states.forEach((state, i) => {
        const [p, q] = sharesOf(state);
        const [a, b] = sharesOf(found.states[i]);
        expect(a).to.be.closeTo(p, 1e-7);
        expect(b).to.be.closeTo(q, 1e-7);
      });
      if (found.limit.kind === "point") {
        points++;
        expect(found.limit).to.deep.equal(exact.limit);
      }
    });
    expect(points).to.be.above(30);
  });

  it("is the logistic curve for a constant gap, to the last digits of tiny shares", () => {
    const game = onePopulation([[2, 2], [-1, -1]]); // prettier-ignore
    for (const time of [0.5, 3, 20]) {
      const [gain = 0, rest = 0] = endOf(game, REPLICATOR, [[0.01, 0.99]], time);
      const odds = (0.01 / 0.99) * Math.exp(3 * time);
      expect(gain).to.be.closeTo(odds / (1 + odds), 1e-10);
      expect(rest * (1 + odds)).to.be.closeTo(1, 1e-8);
    }
    expect(run(game, REPLICATOR, [[0.01, 0.99]], 0.1).limit).to.deep.equal({ kind: "point", shares: [[1, 0]] });
  });

  it("keeps the product of the shares of rock, paper and scissors where one's win is the other's loss", () => {
    const game = rockPaperScissors(1, 1);
    const { states, limit } = run(game, REPLICATOR, [[0.5, 0.3, 0.2]], 1000);
    expect(states.length).to.be.above(1000);
    for (const [shares = []] of states) expect(product(shares)).to.be.closeTo(0.03, 1e-9);
    expect(limit).to.have.property("kind", "unresolved");
    expect(limit)
      .to.have.property("reason")
      .that.matches(/changed \d{3} times/);
  });

  it("spirals into the middle where wins are larger, and out to the boundary where losses are", () => {
    const inward = run(rockPaperScissors(2, 1), REPLICATOR, [[0.6, 0.3, 0.1]], 300);
    expectNear(inward.states.at(-1)?.[0] ?? [], [1 / 3, 1 / 3, 1 / 3], 1e-9);
    expect(inward.limit.kind).to.equal("unresolved");
    const outward = run(rockPaperScissors(1, 2), REPLICATOR, [[0.34, 0.33, 0.33]], 2000);
    const products = outward.states.map(([shares = []]) => product(shares));
    products.slice(1).forEach((value, i) => expect(value).to.be.at.most((products[i] ?? 0) * (1 + 1e-9) + 1e-300));
    expect(products.at(-1)).to.be.below(1e-60);
    expect(outward.limit.kind, "near a corner for long, but none is a limit").to.equal("unresolved");
  });

  it("leads hawks and doves to the share V/C of hawks", () => {
    const [value, cost] = [2, 5];
    const game = onePopulation([[(value - cost) / 2, value], [0, value / 2]]); // prettier-ignore
    for (const hawks of [0.01, 0.7, 0.99]) {
      const { states, limit } = run(game, REPLICATOR, [[hawks, 1 - hawks]], 60);
      expectNear(states.at(-1)?.[0] ?? [], [0.4, 0.6], 1e-10);
      expect(limit).to.deep.equal({ kind: "point", shares: [[0.4, 0.6]] });
    }
    expect(run(game, REPLICATOR, [[0.4, 0.6]], 60).limit).to.deep.equal({ kind: "point", shares: [[0.4, 0.6]] });
  });

  it("runs as much faster as payoffs are scaled up (seed 82)", () => {
    const next = numbersOf(82);
    for (const sizes of [
      [3, 3],
      [2, 3, 2],
    ]) {
      const game = randomGame(sizes, next);
      const scaled = { ...game, payoffs: game.payoffs.map((p) => ({ ...p, payoff: p.payoff.map((x) => 8 * x) })) };
      const start = randomState(sizes, next);
      expectNear(endOf(scaled, REPLICATOR, start, 1), endOf(game, REPLICATOR, start, 8), 1e-9);
    }
  });
});

describe("simulateDynamics: other dynamics", () => {
  it("of Maynard Smith follow the replicator's path in another time", () => {
    const game = onePopulation([[3, 3], [1, 1]]); // prettier-ignore
    // x' = x (1-x) 2 / (1 + 2x) gives 2t = ln x - 3 ln(1-x) + constant.
    const [x = 0, rest = 0] = endOf(game, { kind: "maynard-smith" }, [[0.2, 0.8]], 1.5);
    const potential = (p: number, q: number): number => Math.log(p) - 3 * Math.log(q);
    expect(potential(x, rest) - potential(0.2, 0.8)).to.be.closeTo(3, 1e-9);
  });

  it("of imitation follow a logistic curve for a constant gap, at the rate tanh(beta gap / 2)", () => {
    const game = onePopulation([[2, 2], [-1, -1]]); // prettier-ignore
    const odds = (0.01 / 0.99) * Math.exp(4 * Math.tanh(0.3));
    expectNear(endOf(game, { kind: "imitation", intensity: 0.2 }, [[0.01, 0.99]], 4), [odds / (1 + odds), 1 / (1 + odds)], 1e-10); // prettier-ignore
  });

  it("of mutation end at the root of a quadratic", () => {
    // Payoffs 3 and 1: 2x^2 + (4 mu - 2) x - mu = 0.
    const game = onePopulation([[3, 3], [1, 1]]); // prettier-ignore
    for (const mutation of [0.01, 0.1, 0.5, 0.9]) {
      const b = 4 * mutation - 2;
      const root = (-b + Math.sqrt(b * b + 8 * mutation)) / 4;
      for (const x of [0, 0.5, 1]) {
        const { states } = run(game, { kind: "replicator-mutator", mutation }, [[x, 1 - x]], 60);
        expectNear(states.at(-1)?.[0] ?? [], [root, 1 - root], 1e-10);
      }
    }
  });

  it("of logit end where shares are in the ratio of exp(payoff / noise), the payoffs being those there (seed 83)", () => {
    const next = numbersOf(83);
    for (const sizes of [
      [3, 3],
      [2, 2, 2],
    ]) {
      const game = randomGame(sizes, next);
      const form = populationsOf(game);
      const noise = 0.7;
      const { states, limit } = run(game, { kind: "logit", noise }, randomState(sizes, next), 200);
      const end = states.at(-1) ?? [];
      expect(limit.kind).to.equal("unresolved");
      sizes.forEach((_, player) => {
        const weights = (end[player] ?? []).map((_share, mine) => Math.exp(averageOf(game, player, mine, end) / noise));
        const sum = weights.reduce((a, b) => a + b);
        expectNear(end[player] ?? [], weights.map((weight) => weight / sum), 1e-9); // prettier-ignore
      });
      expect(form.length).to.equal(end.flat().length);
    }
  });

  it("of Smith and BNN find what nobody plays, and take it up for good where it is best", () => {
    const game = onePopulation([[1, 1], [0, 0]]); // prettier-ignore
    for (const kind of ["smith", "bnn"] as const) {
      const { states, limit } = run(game, { kind }, [[0, 1]], 5, [0, 1, 5]);
      // Smith: x' = 1 - x. BNN: x' = (1-x)^2, for the mean is x.
      const curve = (t: number) => (kind === "smith" ? 1 - Math.exp(-t) : t / (1 + t));
      expectNear(states.map(([shares = []]) => shares[0] ?? NaN), [0, curve(1), curve(5)], 1e-9); // prettier-ignore
      expect(limit).to.deep.equal({ kind: "point", shares: [[1, 0]] });
    }
    expect(run(game, REPLICATOR, [[0, 1]], 5).limit).to.deep.equal({ kind: "point", shares: [[0, 1]] });
  });

  it("of Smith and BNN lead rock, paper and scissors to the middle, where one's win is the other's loss", () => {
    for (const kind of ["smith", "bnn"] as const) {
      const { states } = run(rockPaperScissors(1, 1), { kind }, [[0.7, 0.2, 0.1]], 400);
      const distance = (shares: readonly number[]) => Math.max(...shares.map((x) => Math.abs(x - 1 / 3)));
      expect(distance(states.at(-1)?.[0] ?? [])).to.be.below(1e-2);
      expect(distance(states.at(-1)?.[0] ?? [])).to.be.below(distance(states[100]?.[0] ?? []) / 3);
    }
  });
});

/** What a strategy earns on average, restated from the file: the sum over profiles of the chance of the others' part. */
function averageOf(game: Game, player: number, mine: number, state: State): number {
  return game.payoffs.reduce((sum, { profile, payoff }) => {
    const taken = profile.map((name) => Number(name.slice(1)));
    if (taken[player] !== mine) return sum;
    const chance = taken.reduce((all, s, other) => (other === player ? all : all * (state[other]?.[s] ?? NaN)), 1);
    return sum + chance * (payoff[player] ?? NaN);
  }, 0);
}

describe("simulateDynamics: whatever the dynamics", () => {
  for (const dynamics of ALL_DYNAMICS) {
    it(`${dynamics.kind} keeps shares in [0,1] with the sum 1 for as long as it runs (seed 84)`, function () {
      this.timeout(60_000);
      const next = numbersOf(84);
      for (const sizes of [[3], [2, 4], [3, 2, 2], [4, 4, 4, 4]]) {
        const game = randomGame(sizes, next, 0.05, 1);
        const options = { rtol: 1e-7, atol: 1e-7, start: randomState(sizes, next), until: 1e4 };
        const { states, status } = simulateDynamics(populationsOf(game), dynamics, options);
        expect(status).to.equal("completed");
        const wrong = states
          .flat()
          .filter((shares) => !(Math.abs(shares.reduce((a, b) => a + b) - 1) < 4e-15 && shares.every(isShare)));
        expect(wrong).to.deep.equal([]);
      }
    });

    it(`${dynamics.kind} answers a relabelled game with the relabelled orbit (seed 85)`, () => {
      const next = numbersOf(85);
      const sizes = [3, 2, 4];
      const game = randomGame(sizes, next, 0.05, 1);
      const start = randomState(sizes, next);
      const turned = {
        ...game,
        players: game.players.map((p) => ({ ...p, strategies: p.strategies.toReversed() })).toReversed(),
        payoffs: game.payoffs.map((p) => ({ profile: p.profile.toReversed(), payoff: p.payoff.toReversed() })),
      };
      const mirror = (state: State) => state.map((shares) => shares.toReversed()).toReversed();
      const [plain, other] = [run(game, dynamics, start, 9, [3, 9]), run(turned, dynamics, mirror(start), 9, [3, 9])];
      plain.states.forEach((state, i) => expectNear(mirror(other.states[i] ?? []).flat(), state.flat(), 1e-8));
      expect(other.limit.kind).to.equal(plain.limit.kind);
      if (plain.limit.kind === "point" && other.limit.kind === "point") {
        expect(mirror(other.limit.shares)).to.deep.equal(plain.limit.shares);
      }
    });

    it(`${dynamics.kind} agrees with short Euler steps`, () => {
      const next = numbersOf(86);
      const game = randomGame([3, 2], next, 0.05, 1);
      const start = randomState([3, 2], next);
      const exact = endOf(game, dynamics, start, 2);
      const error = (step: number): number => {
        const method = { kind: "euler", step } as const;
        const end = simulate(game, { start, until: 2, method, dynamics }).states.at(-1)?.flat() ?? [];
        return Math.max(...end.map((x, i) => Math.abs(x - (exact[i] ?? NaN))));
      };
      expect(error(1e-3)).to.be.within(1e-7, 1e-2);
      expect(error(2e-3) / error(1e-3)).to.be.closeTo(2, 0.05);
    });
  }

  it("holds a start at rest, and reports the start as it was given and the times asked for", () => {
    const game = rockPaperScissors(1, 2);
    const third = 0.3333333333333333;
    for (const dynamics of ALL_DYNAMICS.filter(({ kind }) => !["maynard-smith", "replicator-mutator"].includes(kind))) {
      const still = run(game, dynamics, [[third, third, 0.3333333333333333]], 1e6);
      expect(still.limit.kind, dynamics.kind).to.equal("point");
      expect([still.times, still.steps, still.errorEstimate]).to.deep.equal([[0, 1e6], 0, 0]);
      expect(still.states[1]).to.deep.equal(still.states[0]);
      const moving = run(game, dynamics, [[0.5, 0.3, 0.2]], 4, [0, 1, 4]);
      expect(moving.times).to.deep.equal([0, 1, 4]);
      expect(moving.states[0]).to.deep.equal([[0.5, 0.3, 0.2]]);
      const all = run(game, dynamics, [[0.5, 0.3, 0.2]], 4);
      expect(all.times).to.have.length(all.steps + 1);
      expect([all.times.at(-1), all.states[0]]).to.deep.equal([4, [[0.5, 0.3, 0.2]]]);
      expect(all.errorEstimate).to.be.within(1e-16, 1e-10);
      expect(run(game, dynamics, [[0.5, 0.3, 0.2]], 0).times).to.deep.equal([0]);
    }
  });

  it("observes the steps that it takes, and not those that it rejects (seed 88)", () => {
    const next = numbersOf(88);
    let rejected = 0;
    for (let i = 0; i < 20; i++) {
      const game = randomGame([3, 3], next, 0.1, 1);
      const { states, limit, rejectedSteps } = run(game, { kind: "smith" }, randomState([3, 3], next), 8);
      if (limit.kind !== "unresolved") continue;
      rejected += rejectedSteps;
      const leaders = states.map((state) => state.map((shares) => shares.indexOf(Math.max(...shares))).join());
      const changes = leaders.filter((leader, k) => k > 0 && leader !== leaders[k - 1]).length;
      const smallest = Math.min(...states.flat(2).filter((one) => one > 0));
      expect(limit.reason).to.include(changes === 0 ? "never changed" : `changed ${changes} times`);
      expect(limit.reason).to.match(new RegExp(`smallest positive share was ${smallest}$`));
    }
    expect(rejected).to.be.above(0);
  });

  it("lets a strategy without a share stay without, where strategies are copied", () => {
    for (const kind of ["replicator", "maynard-smith"] as const) {
      const next = numbersOf(87);
      const game = randomGame([3, 3], next, 0.1, 1);
      const { states } = run(game, { kind }, [[0.5, 0, 0.5], [0, 0.25, 0.75]], 50); // prettier-ignore
      for (const state of states) expect([state[0]?.[1], state[1]?.[0]]).to.deep.equal([0, 0]);
    }
  });

  it("is more exact for smaller tolerances", () => {
    const game = rockPaperScissors(1, 1);
    const drift = (tolerance: number): number => {
      const options = { start: [[0.5, 0.3, 0.2]], until: 50, rtol: tolerance, atol: tolerance };
      const { states } = simulateDynamics(populationsOf(game), REPLICATOR, options);
      return Math.abs(product(states.at(-1)?.[0] ?? []) - 0.03);
    };
    expect(drift(1e-5)).to.be.within(1e-9, 1e-3);
    expect(drift(1e-12)).to.be.below(1e-11);
  });
});
