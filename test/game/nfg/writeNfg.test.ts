import type { Game } from "#domain/game.ts";
import { readNfg } from "#game/nfg/readNfg.ts";
import { writeNfg } from "#game/nfg/writeNfg.ts";
import { readGame } from "#game/readGame.ts";
import { writeGame } from "#game/writeGame.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";
import { forAll, twoByTwo } from "../support/twoByTwo.ts";

const name = fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" }).filter((text) => !text.endsWith("\\"));
const names = (max: number) => fc.uniqueArray(name, { minLength: 1, maxLength: max });
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: -5000, max: 5000 }).map((value) => value / 100),
);

/** Games of up to four players with up to three strategies. */
const game: fc.Arbitrary<Game> = names(4).chain((players) =>
  fc.tuple(...players.map(() => names(3))).chain((strategies) => {
    const profiles = strategies.reduce<string[][]>((all, list) => all.flatMap((p) => list.map((s) => [...p, s])), [[]]);
    return fc
      .tuple(
        name,
        fc.array(number, { minLength: players.length * profiles.length, maxLength: players.length * profiles.length }),
      )
      .map(([title, numbers]) => ({
        title,
        players: players.map((player, i) => ({ name: player, strategies: strategies[i] ?? [] })),
        payoffs: profiles.map((profile, i) => ({
          profile,
          payoff: numbers.slice(i * players.length, (i + 1) * players.length),
        })),
        symmetric: false,
      }));
  }),
);

describe("nfg/writeNfg", () => {
  it("writes the first player's strategy fastest, numbers as plain decimals", () => {
    const text = writeNfg({ ...twoByTwo(1e-7, 2, 3, -4.5), title: 'a "game"' });
    expect(text).to.equal(
      'NFG 1 R "a \\"game\\"" { "row" "column" }\n\n{ { "C" "D" }\n  { "C" "D" }\n}\n""\n\n3 -4.5\n0 2\n0.0000001 0\n0 0\n',
    );
  });

  it("is undone by readNfg, whatever the names and numbers, and so is JSON between (seed 42)", () => {
    forAll(42, 400, [game], (original) => {
      const read = readNfg(writeNfg(original), "text");
      expect(read).to.deep.equal({ game: original, warnings: [] });
      expect(writeNfg(readGame(writeGame(read.game), "text"))).to.equal(writeNfg(original));
    });
  });

  it("keeps the mark of a symmetric game", () => {
    const plain = twoByTwo(1, 1, 1, 1);
    const symmetric = {
      ...plain,
      symmetric: true,
      payoffs: plain.payoffs.map((entry) => ({ ...entry, payoff: [1, 1] })),
    };
    expect(readNfg(writeNfg(symmetric), "text").game.symmetric).to.equal(true);
  });

  it("refuses a name that ends in a backslash, and a game with a hole", () => {
    expectRefusal(() => writeNfg({ ...twoByTwo(1, 1, 1, 1), title: "a\\" }), "usage", /"a\\\\" ends in a backslash/);
    expectRefusal(() => writeNfg({ ...twoByTwo(1, 1, 1, 1), payoffs: [] }), "usage", /no payoff/);
  });
});
