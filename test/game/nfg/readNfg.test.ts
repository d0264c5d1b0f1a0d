import { readNfg } from "#game/nfg/readNfg.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "../support/refusal.ts";

const HEAD = 'NFG 1 R "t" { "A" "B" }\n';
const payoffsOf = (text: string): readonly (readonly [string, readonly number[]])[] =>
  readNfg(text, "g.nfg").game.payoffs.map(({ profile, payoff }) => [profile.join(), payoff]);

describe("nfg/readNfg", () => {
  it("reads a list of payoffs, the first player's strategy fastest", () => {
    const text = `${HEAD}{ { "a" "b" } { "x" "y" "z" } }\n"a comment"\n1 10 2 20\n3 30 4 40\n5 50 6 60\n`;
    const { game, warnings } = readNfg(text, "g.nfg");
    expect(warnings).to.deep.equal([]);
    expect(game).to.deep.include({ title: "t", symmetric: false });
    expect(game.players).to.deep.equal([
      { name: "A", strategies: ["a", "b"] },
      { name: "B", strategies: ["x", "y", "z"] },
    ]);
    expect(payoffsOf(text)).to.deep.equal([
      ["a,x", [1, 10]],
      ["a,y", [3, 30]],
      ["a,z", [5, 50]],
      ["b,x", [2, 20]],
      ["b,y", [4, 40]],
      ["b,z", [6, 60]],
    ]);
  });

  it("reads outcomes, with and without commas; outcome 0 pays nothing, and one may serve many profiles", () => {
    const text = `${HEAD}{ 2 2 }\n{ { "win" 1/2, -0.5 }\n{ "" 3 4 } }\n1 2 0 1`;
    expect(payoffsOf(text)).to.deep.equal([
      ["1,1", [0.5, -0.5]],
      ["1,2", [0, 0]],
      ["2,1", [3, 4]],
      ["2,2", [0.5, -0.5]],
    ]);
  });

  it("gives names to what has none, and reads a game of four players", () => {
    const { game } = readNfg(`NFG 1 D "" { "" "" "" "" } { { "" } { "" } { "" "" } { "" } } "" 1 2 3 4 5 6 7 8`, "g");
    expect(game.title).to.equal("untitled game");
    expect(game.players[3]).to.deep.equal({ name: "player 4", strategies: ["1"] });
    expect(game.payoffs[1]).to.deep.equal({ profile: ["1", "1", "2", "1"], payoff: [5, 6, 7, 8] });
  });

  it("warns of a number that is no decimal, with its place", () => {
    expect(readNfg(`${HEAD}{ 1 1 }\n1 1/3`, "g.nfg").warnings).to.deep.equal([
      "g.nfg: line 3 column 3: 1/3 is taken as 0.3333333333333333",
    ]);
  });

  const malformed: readonly (readonly [string, string, RegExp])[] = [
    ["another format", "EFG 2 R", /line 1 column 1: expected the word NFG, found "EFG"/],
    ["version 2", 'NFG 2 R "t"', /line 1 column 5: expected version 1, found "2"/],
    ["another kind of numbers", 'NFG 1 X "t"', /column 7: expected R or D/],
    ["no title", "NFG 1 R { }", /column 9: expected the title in quotes, found "\{"/],
    ["no players", 'NFG 1 R "t" { } { }', /column 15: the players are none/],
    ["a name twice", 'NFG 1 R "t" { "A" "A" } { 1 1 }', /column 19: the name "A" stands twice/],
    ["a name without quotes", 'NFG 1 R "t" { A B }', /column 15: expected a name in quotes, or \} after the players/],
    ["a strategy twice", `${HEAD}{ { "a" "b" "a" } { "x" } }`, /line 2 column 13: the name "a" stands twice/],
    ["a player without strategies", `${HEAD}{ { "a" } { } }`, /line 2 column 13: the strategies of "B" are none/],
    ["strategies of one player", `${HEAD}{ { "a" } }`, /line 2 column 11: expected \{ before the strategies of "B"/],
    [
      "strategies of three players",
      `${HEAD}{ 1 1 1 }`,
      /line 2 column 7: expected \} after the strategies of 2 players/,
    ],
    ["half a strategy", `${HEAD}{ 1.5 1 }`, /line 2 column 3: 1\.5 is not from 1 to 1000/],
    ["countless strategies", `${HEAD}{ 1 99999999999 }`, /line 2 column 5: 99999999999 is not from 1 to 1000/],
    ["too many profiles", 'NFG 1 R "t" { "A" "B" "C" }\n{ 999 999 999 }', /line 2 column 15: 997002999 profiles/],
    [
      "a payoff too few",
      `${HEAD}{ 1 2 }\n1 2\n3`,
      /line 4 column 2: expected the payoff of player 2 in profile 2 of 2, found the end/,
    ],
    [
      "a payoff too many",
      `${HEAD}{ 1 1 }\n1 2 3`,
      /line 3 column 5: expected the end of the file after 1 profiles, found "3"/,
    ],
    ["NaN", `${HEAD}{ 1 1 }\n1 NaN`, /line 3 column 3: expected the payoff of player 2 .* found "NaN"/],
    ["a number beyond all", `${HEAD}{ 1 1 }\n1 1e400`, /line 3 column 3: 1e400 is no number/],
    ["a division by zero", `${HEAD}{ 1 1 }\n1/0 1`, /line 3 column 1: 1\/0 is no number/],
    [
      "an outcome that is not there",
      `${HEAD}{ 1 2 }\n{ { "" 1, 2 } }\n1 2`,
      /line 4 column 3: there is no outcome 2; there are 1/,
    ],
    ["a negative outcome", `${HEAD}{ 1 1 }\n{ { "" 1, 2 } }\n-1`, /line 4 column 1: there is no outcome -1/],
    [
      "an outcome without a name",
      `${HEAD}{ 1 1 }\n{ { 1, 2 } }\n1`,
      /line 3 column 5: expected the name of an outcome/,
    ],
    [
      "an outcome with a payoff too few",
      `${HEAD}{ 1 1 }\n{ { "" 1 } }\n1`,
      /line 3 column 10: expected the payoff of player 2 in outcome 1/,
    ],
    [
      "an outcome with a payoff too many",
      `${HEAD}{ 1 1 }\n{ { "" 1 2 3 } }\n1`,
      /line 3 column 12: expected \} after 2 payoffs/,
    ],
    [
      "outcomes without their end",
      `${HEAD}{ 1 1 }\n{ { "" 1 2 } 1`,
      /line 3 column 14: expected \{ before an outcome or \} after them/,
    ],
    ["a quote without its end", 'NFG 1 R "t', /line 1 column 9: a text that begins with a quote does not end/],
    ["only its first word", "NFG", /line 1 column 4: expected version 1, found the end of the file/],
  ];
  for (const [what, text, message] of malformed) {
    it(`refuses ${what}, with line and column`, () => {
      expectRefusal(() => readNfg(text, "g.nfg"), "usage", message, /^g\.nfg: line/);
    });
  }

  it("refuses every beginning of a file that is not the whole of it", () => {
    const text = `${HEAD}{ { "a" "b" } { "x" } }\n"c"\n{ { "o" 1, 2 } { "p" 3/4, .5 } }\n1 2`;
    for (let end = 0; end < text.length; end++) {
      expectRefusal(() => readNfg(text.slice(0, end), "g"), "usage", /line \d+ column \d+/);
    }
    expect(payoffsOf(text)).to.have.length(2);
  });
});
