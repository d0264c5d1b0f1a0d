import { equalizersOf } from "#game/matrix/equalizers.ts";
import { faceJacobian, gainsOutside, unitOf } from "#game/matrix/face.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { bigints, type Matrix } from "./support/games.ts";
import { numericJacobian, onePopulation } from "./support/jacobian.ts";

const ZEEMAN: Matrix = [
  [0, 6, -4],
  [-3, 0, 5],
  [-1, 3, 0],
];
const [middle] = equalizersOf(bigints(ZEEMAN))[0b111]?.filter(({ support }) => support === 0b111) ?? [];

const entry = (m: Matrix, i: number, j: number): number => m[i]?.[j] ?? Number.NaN;
const trace = (m: Matrix): number => entry(m, 0, 0) + entry(m, 1, 1);
const area = (m: Matrix): number => entry(m, 0, 0) * entry(m, 1, 1) - entry(m, 0, 1) * entry(m, 1, 0);

describe("matrix/face", () => {
  it("is the Jacobian that differences of the field show", () => {
    if (middle === undefined) throw new Error("an interior point");
    const exact = faceJacobian(bigints(ZEEMAN), middle, 0b111).map((row) =>
      row.map((value) => Number(value) / Number(unitOf(middle))),
    );
    // Differences drop the first strategy, the face the last one: trace and determinant stay.
    const numeric = numericJacobian(onePopulation(ZEEMAN), [[1 / 3, 1 / 3, 1 / 3]]);
    expect(trace(exact)).to.be.closeTo(trace(numeric), 1e-6);
    expect(area(exact)).to.be.closeTo(area(numeric), 1e-6);
    expect(trace(exact)).to.be.closeTo(-2 / 3, 1e-12);
  });

  it("of a pure state is empty; what leads out is what each other strategy gains", () => {
    const [pure] = equalizersOf(bigints(ZEEMAN))[0b001] ?? [];
    if (pure === undefined) throw new Error("a pure state");
    expect(faceJacobian(bigints(ZEEMAN), pure, 0b001)).to.deep.equal([]);
    expect(gainsOutside(pure, 0b001)).to.deep.equal([
      { strategy: 1, gain: -3n },
      { strategy: 2, gain: -1n },
    ]);
  });
});
