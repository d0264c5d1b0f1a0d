import { expect } from "chai";
import { describe, it } from "mocha";

import { storyFigure } from "#report/figures/storyFigure.ts";
import { expectSound, marksIn, readCsv, textsIn } from "../support/inspect.ts";
import { newDocument } from "../support/sampleInput.ts";
import { sampleStory } from "../support/sampleStory.ts";

const TOKEN = { symbol: "AST", decimals: 18 };

describe("storyFigure", () => {
  const story = sampleStory();
  const figure = storyFigure(story, TOKEN, newDocument());

  it("has one band of locked tokens and one outcome per member", () => {
    expectSound(figure);
    expect(marksIn(figure.svg, "locked").length).to.equal(story.members.length);
    const outcomes = textsIn(figure.svg).filter((text) => /^(?:gained|lost|even) /.test(text));
    expect(outcomes).to.deep.equal([
      "gained +60",
      "gained +58",
      "gained +10",
      "gained +92",
      "gained +46",
      "gained +49",
    ]);
  });

  it("says in its caption who gained and who lost, from the balances", () => {
    expect(figure.caption).to.contain("6 members gained").and.to.contain("nobody lost");
    const last = story.steps.length - 1;
    const robbed = { wallet: "0", available: "0", locked: "0" };
    const steps = story.steps.map((step, index) =>
      index === last ? { ...step, balances: { ...step.balances, "Retailer 1": robbed } } : step,
    );
    expect(storyFigure({ ...story, steps }, TOKEN, newDocument()).caption).to.contain(
      "1 member lost (Retailer 1 \u22122,000)",
    );
  });

  it("gives all balances after all steps, exactly", () => {
    const [header, ...rows] = readCsv(figure.csv);
    expect(header?.slice(-4)).to.deep.equal(["wallet_AST", "available_AST", "locked_AST", "total_AST"]);
    expect(rows.length).to.equal(story.steps.length * story.members.length);
    expect(rows.at(-1)?.slice(4)).to.deep.equal([
      "leave",
      "Retailer 3",
      "",
      "Retailer 3 left and withdrew everything",
      "Retailer 3",
      "2049",
      "0",
      "0",
      "2049",
    ]);
  });
});
