import { bestReplies, equalizersOf, isSubset, members, setsOf, unionOf } from "#game/matrix/equalizers.ts";
import { expect } from "chai";
import { describe, it } from "mocha";
import { forAll } from "../support/twoByTwo.ts";
import { bigints, matrix } from "./support/games.ts";

describe("matrix/equalizers", () => {
  it("handles sets of strategies as bit masks", () => {
    expect(members(0b1101)).to.deep.equal([0, 2, 3]);
    expect(members(0)).to.deep.equal([]);
    expect([isSubset(0b101, 0b111), isSubset(0b101, 0b110), isSubset(0, 0)]).to.deep.equal([true, false, true]);
    expect(setsOf(bigints([[1], [2]]))).to.deep.equal([1, 2, 3]);
  });

  it("finds the one mixture against which matching pennies earn the same", () => {
    const lists = equalizersOf(
      bigints([
        [1, -1],
        [-1, 1],
      ]),
    );
    expect(lists[0]).to.deep.equal([]);
    expect(lists[0b01]?.map(({ support }) => support)).to.deep.equal([0b01, 0b10]);
    expect(lists[0b11]).to.have.length(1);
    const [half] = lists[0b11] ?? [];
    expect(half?.shares.map((share) => share * 2n)).to.deep.equal([half?.denominator, half?.denominator]);
    expect(unionOf(lists[0b01] ?? [])).to.equal(0b11);
  });

  it("finds mixtures with the support named, against which the set earns the same (seed 53)", () => {
    forAll(53, 60, [matrix(3, 4, 2)], (rows) => {
      equalizersOf(bigints(rows)).forEach((mixtures, set) => {
        expect(new Set(mixtures.map(({ support }) => support)).size).to.equal(mixtures.length);
        for (const { support, shares, denominator, earnings } of mixtures) {
          expect(shares.reduce((sum, share) => sum + share, 0n)).to.equal(denominator);
          shares.forEach((share, j) => expect(share > 0n).to.equal((support & (1 << j)) !== 0));
          expect(new Set(members(set).map((i) => earnings[i])).size).to.equal(1);
          rows.forEach((row, i) => {
            const earned = row.reduce((sum, value, j) => sum + BigInt(value) * (shares[j] ?? 0n), 0n);
            expect(earned).to.equal(earnings[i]);
          });
        }
      });
    });
  });

  it("names all best replies, tied ones too", () => {
    expect(bestReplies({ support: 1, shares: [1n], denominator: 1n, earnings: [-3n, -1n, -1n] })).to.equal(0b110);
  });
});
