import { readGame } from "#game/readGame.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectRefusal } from "./support/refusal.ts";
import { twoByTwo } from "./support/twoByTwo.ts";

const GAME = twoByTwo(1, 2, 3, 4);
const SOURCE = "games/some.json";

function read(value: unknown) {
  return readGame(JSON.stringify(value), SOURCE);
}

describe("readGame", () => {
  it("refuses what is not JSON, and says where", () => {
    for (const text of ["{", '{"title": NaN}', "not json", '{"payoffs": [1e]}', "'{}'"]) {
      expectRefusal(() => readGame(text, SOURCE), "usage", /games\/some.json is not JSON: .*position \d+/);
    }
    expectRefusal(() => readGame('{"title": "t",\n "players": }', SOURCE), "usage", /position 27 \(line 2 column 13\)/);
  });

  it("refuses an empty text", () => {
    for (const text of ["", " \n", "\uFEFF"])
      expectRefusal(() => readGame(text, SOURCE), "usage", /some.json is empty/);
  });

  it("refuses another form, and names the place", () => {
    expectRefusal(() => read([]), "usage", /the file/);
    expectRefusal(() => read(null), "usage", /the file/);
    expectRefusal(() => read({ ...GAME, players: [] }), "usage", /players: no players/);
    expectRefusal(
      () => read({ ...GAME, players: [{ name: "row", strategies: [] }] }),
      "usage",
      /players\[0\].strategies: no strategies/,
    );
    expectRefusal(
      () => read({ ...GAME, players: [{ name: "", strategies: ["C"] }] }),
      "usage",
      /players\[0\].name: a name is empty/,
    );
    expectRefusal(() => read({ ...GAME, payoffs: {} }), "usage", /payoffs: /);
    expectRefusal(() => read({ ...GAME, symmetric: "yes" }), "usage", /symmetric: /);
    expectRefusal(() => read({ players: 1, payoffs: 2 }), "usage", /players: .*and 1 more/);
  });

  it("refuses payoffs that are no finite numbers: null for NaN, text, and 1e400", () => {
    const text = JSON.stringify(GAME);
    for (const bad of ["null", '"3"', "1e400", "-1e400", "[]"]) {
      const changed = text.replace('"payoff":[3,4]', `"payoff":[${bad},4]`);
      expectRefusal(() => readGame(changed, SOURCE), "usage", /payoffs\[0\].payoff\[0\]: a payoff is a finite number/);
    }
  });

  it("takes a byte order mark, further keys, and a missing title or symmetry", () => {
    const { players, payoffs } = GAME;
    const measured = {
      players,
      payoffs: payoffs.map((entry) => ({ ...entry, gas: 21000 })),
      provenance: {},
      gas: 1,
      components: [],
    };
    expect(readGame(`\uFEFF${JSON.stringify(measured)}`, SOURCE)).to.deep.equal({ ...GAME, title: "untitled game" });
  });

  it("keeps names such as __proto__ from doing harm", () => {
    const text = JSON.stringify(GAME).replaceAll('"D"', '"__proto__"');
    const game = readGame(text.replace("{", '{"__proto__": {"symmetric": true},'), SOURCE);
    expect(game.symmetric).to.equal(false);
    expect(game.payoffs[3]?.profile).to.deep.equal(["__proto__", "__proto__"]);
    expect(Object.getPrototypeOf(game)).to.equal(Object.prototype);
  });

  it("takes games of any size", () => {
    const names = ["a", "b", "c"];
    const payoffs = names.flatMap((a) =>
      names.flatMap((b) => names.map((c) => ({ profile: [a, b, c], payoff: [1, 2, 3] }))),
    );
    const players = ["x", "y", "z"].map((name) => ({ name, strategies: names }));
    expect(read({ players, payoffs }).payoffs).to.have.length(27);
  });
});
