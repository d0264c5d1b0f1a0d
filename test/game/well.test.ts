import { logistic, softplus } from "#game/logOdds.ts";
import { displacement, distanceAt, divergence, signedRoot, wellsOf, type Well } from "#game/well.ts";
import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { forAll, magnitude } from "./support/twoByTwo.ts";

function wellAt(off: number, on: number): Well {
  return wellsOf({ c1: -1, c2: off, c3: 1, c4: on })[0];
}

const distance = fc.double({ min: -60, max: 60, noNaN: true });

describe("well", () => {
  it("sits at the interior rest point of each population, scaled by its payoffs", () => {
    const [first, second] = wellsOf({ c1: -1, c2: -3, c3: 3, c4: 1 });
    expect(first).to.deep.equal({ centre: Math.log(3), share: 0.75, rest: 0.25, weight: 4 });
    expect(second).to.deep.equal({ centre: Math.log(1 / 3), share: 0.25, rest: 0.75, weight: 4 });
  });

  it("has the Kullback-Leibler divergence p ln(p/q) + (1-p) ln((1-p)/(1-q)) (seed 41)", () => {
    forAll(41, 300, [magnitude, magnitude, fc.double({ min: -6, max: 6, noNaN: true })], (off, on, w) => {
      const well = wellAt(-off, on);
      const [p, q] = [well.share, logistic(well.centre + w)];
      const expected = p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
      expect(divergence(well, w)).to.be.closeTo(expected, 1e-13);
      expect(displacement(well, w)).to.be.closeTo(q - p, 4e-15);
    });
  });

  it("keeps its relative precision near the centre: w^2 share rest / 2 + w^3 share rest (rest - share) / 6", () => {
    for (const w of [1e-3, -1e-5, 1e-8, -1e-100]) {
      const { share, rest } = wellAt(-3, 1);
      const expected = share * rest * w * w * (0.5 + (w * (rest - share)) / 6);
      expect(divergence(wellAt(-3, 1), w) / expected).to.be.closeTo(1, Math.max(1e-14, w * w));
      expect(displacement(wellAt(-3, 1), w) / (share * rest * w)).to.be.closeTo(1, Math.max(1e-15, Math.abs(w)));
    }
  });

  it("passes smoothly from each branch to the next, also for extreme shares", () => {
    for (const on of [1e-12, 1e-3, 1, 1e3, 1e12]) {
      const well = wellAt(-1, on);
      for (const w of [-700, -1, -0.09, 0.09, 1, 700]) {
        const h = Math.abs(w) * 1e-9;
        const [below, above] = [divergence(well, w - h), divergence(well, w + h)];
        const slope = displacement(well, w);
        expect(above - below, `on ${on}, w ${w}`).to.be.closeTo(2 * h * slope, 1e-13 * Math.max(above, below) + 1e-300);
      }
    }
  });

  it("grows linearly without bound: softplus(u) - softplus(u*) - share w", () => {
    const well = wellAt(-3, 1);
    for (const w of [-1e6, -701, 30, 701, 1e12]) {
      const expected = softplus(well.centre + w) - softplus(well.centre) - well.share * w;
      expect(divergence(well, w) / expected).to.be.closeTo(1, 1e-12);
    }
  });

  it("is displaced by no more than the share and its complement, however far", () => {
    const { share, rest } = wellAt(-3, 1);
    for (const w of [50, 701, 1e6]) {
      expect(displacement(wellAt(-3, 1), w)).to.be.closeTo(rest, 1e-15);
      expect(displacement(wellAt(-3, 1), -w)).to.be.closeTo(-share, 1e-15);
    }
  });

  it("finds the distance of a signed root again (seed 42)", () => {
    forAll(42, 500, [magnitude, magnitude, distance], (off, on, w) => {
      const well = wellAt(-off, on);
      expect(distanceAt(well, signedRoot(well, w))).to.be.closeTo(w, 1e-11 * (1 + Math.abs(w)));
    });
  });

  it("finds it for extreme shares, tiny roots and huge ones too", () => {
    for (const on of [1e-70, 1e-12, 1, 1e12, 1e70]) {
      const well = wellAt(-1, on);
      for (const root of [-1e20, -1, -1e-10, 1e-10, 1, 1e20]) {
        expect(signedRoot(well, distanceAt(well, root)) / root, `on ${on}, root ${root}`).to.be.closeTo(1, 1e-9);
      }
    }
    expect(distanceAt(wellAt(-1, 1), 0)).to.equal(0);
  });
});
