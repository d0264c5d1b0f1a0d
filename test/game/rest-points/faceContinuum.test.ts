import { expect } from "chai";
import { describe, it } from "mocha";

import { faceContinuum, largestContinua } from "#game/rest-points/faceContinuum.ts";

import { gameOf } from "./support/cube.ts";

const game = gameOf(3, () => 0);
const edge = faceContinuum(game, { pins: [1, undefined, 0], mixing: [1] }, [[0, 1]]);
const line = faceContinuum(game, { pins: [1, undefined, undefined], mixing: [1, 2] }, [
  [0, 1],
  [0.25, 0.25],
]);
const square = faceContinuum(game, { pins: [1, undefined, undefined], mixing: [1, 2] }, [
  [0, 1],
  [0, 1],
]);
const all = faceContinuum(game, { pins: [undefined, undefined, undefined], mixing: [0, 1, 2] }, [
  [0, 1],
  [0, 1],
  [0, 1],
]);

describe("rest-points/faceContinuum", () => {
  it("has a range per population, and says where in words", () => {
    expect(edge).to.deep.equal({
      range: [
        [1, 1],
        [0, 1],
        [0, 0],
      ],
      description:
        'Every state in which "p1" all play "A" and "p3" all play "B" is a rest point, whatever the shares in "p2".',
    });
    expect(line.range[2]).to.deep.equal([0.25, 0.25]);
    expect(line.description).to.include('the share of "A" in "p3" is 0.25');
    expect(all.description).to.equal('Every state is a rest point, whatever the shares in "p1" and "p2" and "p3".');
  });

  it("drops those that lie within another one", () => {
    expect(largestContinua([edge, line, square])).to.deep.equal([square]);
    expect(largestContinua([edge, line])).to.deep.equal([edge, line]);
    expect(largestContinua([edge, square, all, line])).to.deep.equal([all]);
  });
});
