import { observerOf } from "#game/dynamics/observe.ts";
import { populationsOf } from "#game/dynamics/populations.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { gameOf } from "../support/games.ts";

describe("observerOf", () => {
  it("counts how often the lead changes, and remembers the smallest positive share", () => {
    const observer = observerOf(populationsOf(gameOf([2, 2], () => [0, 0])));
    for (const [x, y] of [
      [0.6, 0.1],
      [0.4, 0.1],
      [0.4, 0.9],
      [1, 0.875],
    ] as const) {
      observer.see(Float64Array.of(x, 1 - x, y, 1 - y));
    }
    const text = observer.describe(Float64Array.of(1, 0, 0.875, 0.125), 0.25);
    expect(text).to.include("ended at (1, 0), (0.875, 0.125)");
    expect(text).to.include("by up to 0.25 per unit of time");
    expect(text).to.include("changed 3 times");
    expect(text).to.include(`smallest positive share was ${1 - 0.9}`);
  });

  it("says when the lead never changed", () => {
    const observer = observerOf(populationsOf(gameOf([2], () => [0])));
    observer.see(Float64Array.of(0.4, 0.6));
    observer.see(Float64Array.of(0.3, 0.7));
    expect(observer.describe(Float64Array.of(0.3, 0.7), 0)).to.include("never changed");
  });
});
