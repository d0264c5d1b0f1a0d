import type { Analysis, RestPoint } from "#domain/analysis.ts";
import type { Game } from "#domain/game.ts";
import { analyze } from "#game/analyze.ts";
import { analyzeBimatrix } from "#game/matrix/analyzeBimatrix.ts";
import { readAnyGame } from "#game/readAnyGame.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { readFileSync } from "node:fs";

const read = (name: string): Game =>
  readAnyGame(readFileSync(new URL(`../../golden/games/${name}.nfg`, import.meta.url), "utf8"), name).game;
const exactOf = ({ equilibria }: Analysis): readonly (readonly (readonly string[])[])[] =>
  equilibria?.points.map(({ exact }) => exact) ?? [];
const interior = ({ restPoints }: Analysis): RestPoint | undefined =>
  restPoints.find(({ shares }) => shares.flat().every((share) => share > 0));
const essOf = ({ restPoints }: Analysis) =>
  restPoints.filter(({ stability }) => stability === "ess").map(({ shares }) => shares);

const rounded = (value: number): string => (value + 0).toFixed(12);

describe("textbook games", () => {
  it("hawk-dove: one ESS, V/C hawks", () => {
    expect(exactOf(analyze(read("hawk-dove")))).to.deep.equal([[["2/3", "1/3"]]]);
    expect(essOf(analyze(read("hawk-dove")))).to.deep.equal([[[2 / 3, 1 / 3]]]);
  });

  it("prisoner's dilemma: defection is strict, the only equilibrium and the only ESS", () => {
    const analysis = analyze(read("prisoners-dilemma"));
    expect(exactOf(analysis)).to.deep.equal([[["0", "1"]]]);
    expect(essOf(analysis)).to.deep.equal([[[0, 1]]]);
    expect(analysis.restPoints.filter(({ strict }) => strict)).to.have.length(1);
  });

  it("rock-paper-scissors: a centre; good: an ESS; bad: a source, and no ESS at all", () => {
    const [plain, good, bad] = ["", "-good", "-bad"].map((kind) => analyze(read(`rock-paper-scissors${kind}`)));
    for (const analysis of [plain, good, bad]) {
      expect(analysis && exactOf(analysis)).to.deep.equal([[["1/3", "1/3", "1/3"]]]);
    }
    expect([plain, good, bad].map((analysis) => analysis && interior(analysis)?.stability)).to.deep.equal([
      "centre",
      "ess",
      "source",
    ]);
    expect([plain, good, bad].map((analysis) => analysis && essOf(analysis).length)).to.deep.equal([0, 1, 0]);
    expect(plain && interior(plain)?.eigenvalues).to.deep.equal([
      [0, Math.sqrt(1 / 3)],
      [0, -Math.sqrt(1 / 3)],
    ]);
  });

  it("rock-paper-scissors of two populations: a centre, since their interests are opposed", () => {
    const game = { ...read("rock-paper-scissors"), symmetric: false };
    const point = interior(analyze(game));
    expect(point).to.deep.include({ stability: "centre", nash: true, trace: 0 });
    expect(point?.eigenvalues.every(([re]) => re === 0)).to.equal(true);
    expect(interior(analyze({ ...read("rock-paper-scissors-good"), symmetric: false }))?.stability).to.equal("saddle");
  });

  it("Zeeman's game: an attracting mixture that is no ESS, beside a pure one", () => {
    const analysis = analyze(read("zeeman"));
    expect(essOf(analysis)).to.deep.equal([[[1, 0, 0]]]);
    expect(interior(analysis)?.stability).to.equal("stable");
    const [[re, im] = [0, 0]] = interior(analysis)?.eigenvalues ?? [];
    expect(re).to.be.closeTo(-1 / 3, 1e-15);
    expect(im).to.be.closeTo(Math.SQRT2 / 3, 1e-15);
  });

  it("coordination of three: an equilibrium for each set of conventions, weights as 1/v; the pure ones are the ESS", () => {
    const analysis = analyze(read("coordination"));
    expect(exactOf(analysis)).to.deep.equal([
      [["1", "0", "0"]],
      [["0", "1", "0"]],
      [["2/3", "1/3", "0"]],
      [["0", "0", "1"]],
      [["3/4", "0", "1/4"]],
      [["0", "3/5", "2/5"]],
      [["6/11", "3/11", "2/11"]],
    ]);
    expect(essOf(analysis)).to.have.length(3);
  });

  it("two by two: the general analysis agrees with the special one", () => {
    for (const [name, equilibria] of [
      [
        "stag-hunt",
        [
          [
            ["1", "0"],
            ["1", "0"],
          ],
          [
            ["0", "1"],
            ["0", "1"],
          ],
          [
            ["3/4", "1/4"],
            ["3/4", "1/4"],
          ],
        ],
      ],
      [
        "battle-of-the-sexes",
        [
          [
            ["1", "0"],
            ["1", "0"],
          ],
          [
            ["0", "1"],
            ["0", "1"],
          ],
          [
            ["3/5", "2/5"],
            ["2/5", "3/5"],
          ],
        ],
      ],
      [
        "matching-pennies",
        [
          [
            ["1/2", "1/2"],
            ["1/2", "1/2"],
          ],
        ],
      ],
    ] as const) {
      const general = analyzeBimatrix(read(name));
      expect(exactOf(general), name).to.deep.equal(equilibria);
      const pick = ({ shares, nash, strict, eigenvalues, trace, determinant, stability }: RestPoint): string =>
        JSON.stringify({
          shares,
          nash,
          strict,
          stability,
          numbers: [...eigenvalues.flat(), trace, determinant].map(rounded),
        });
      expect(general.restPoints.map(pick).toSorted()).to.deep.equal(
        analyze(read(name)).restPoints.map(pick).toSorted(),
      );
    }
  });

  it("von Stengel's six by six: 75 equilibria, more than 2^6 - 1", () => {
    const { equilibria } = analyze(read("von-stengel"));
    expect(equilibria?.points).to.have.length(75);
    expect(equilibria).to.deep.include({ indexSum: 1, components: [], degeneracies: [] });
  });

  it("public goods: nobody gives, the only equilibrium, strict", () => {
    // A giver of 1 gets back a half of it: keeping is better by 1/2, whatever the others do.
    const nash = analyze(read("public-goods")).restPoints.filter((point) => point.nash);
    expect(nash.map(({ shares, strict, stability }) => ({ shares, strict, stability }))).to.deep.equal([
      {
        shares: [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
        strict: true,
        stability: "ess",
      },
    ]);
    expect(nash[0]?.eigenvalues.map(([re]) => re)).to.deep.equal([-0.5, -0.5, -0.5]);
  });

  it("McKelvey and McLennan's three players: nine equilibria, four pure, two with everybody mixing", () => {
    const nash = analyze(read("mckelvey-mclennan")).restPoints.filter((point) => point.nash);
    const mixing = nash.map(({ shares }) => shares.filter(([share = 0]) => share > 0 && share < 1).length);
    expect(mixing.toSorted((a, b) => a - b)).to.deep.equal([0, 0, 0, 0, 2, 2, 2, 3, 3]);
  });
});
