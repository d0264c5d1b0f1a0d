import { connectedPieces, maximalPieces } from "#game/matrix/components.ts";
import { expect } from "chai";
import { describe, it } from "mocha";

const piece = (first: readonly number[], second: readonly number[]) => ({ first, second });

describe("matrix/components", () => {
  it("leaves out parts of others and repetitions, in the order given", () => {
    const pieces = [piece([1], [1]), piece([2], [3]), piece([1, 2], [1]), piece([1, 2], [1]), piece([1], [1, 2])];
    expect(maximalPieces(pieces)).to.deep.equal([pieces[1], pieces[2], pieces[4]]);
  });

  it("joins pieces that share a corner, also through others", () => {
    const [a, b, c, d] = [piece([1], [1, 2]), piece([3], [3]), piece([2, 3], [2]), piece([1, 2], [2])];
    expect(connectedPieces([a, b, c]).map((group) => group.length)).to.deep.equal([1, 1, 1]);
    expect(connectedPieces([a, b, c, d]).map((group) => group.length)).to.have.members([1, 3]);
  });
});
