import { expect } from "chai";
import { describe, it } from "mocha";

import { PALETTE, PLAYER_COLOURS } from "#report/svg/palette.ts";

/** Relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("PALETTE", () => {
  it("has text colours with a contrast of 4.5 to 1 on paper", () => {
    for (const colour of [...PLAYER_COLOURS, PALETTE.ink, PALETTE.grey, PALETTE.purple, PALETTE.green]) {
      expect(1.05 / (luminance(colour) + 0.05), colour).to.be.at.least(4.5);
    }
  });
});
