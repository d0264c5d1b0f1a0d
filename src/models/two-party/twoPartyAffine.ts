import { parseDecimal } from "#domain/decimal.ts";
import { minus, plus, rational, times, type Rational } from "#game/rational.ts";
import { affineGame, type AffineGame } from "#game/threshold/affineGame.ts";
import type { Range } from "#game/threshold/partition.ts";
import { DECIMALS, PARAMETERS, type ParameterSymbol, type TwoPartyParameters } from "./parameters.ts";
import { twoPartyGame } from "./twoPartyGame.ts";

/** How the payoffs of `twoPartyAffine` differ from those that contracts pay. */
export const ROUNDING =
  "Exact for Table II as published. Contracts round the supplier's cost theta Ct down to a unit of 1e-18 token and charge the " +
  "retailer the rest: on them each gain differs by less than 1e-18, and a breakpoint by less than 1e-18 over its gain's slope.";

/** Table II of [Cao2022] as affine forms of one parameter, the others being as given; without the rounding of `twoPartyUnits`. */
export function twoPartyAffine(parameters: TwoPartyParameters, symbol: ParameterSymbol): AffineGame {
  const { players } = twoPartyGame(parameters);
  const values = exactValues(parameters);
  return affineGame({ parameter: symbol, players, payoffsAt: (value) => tableTwo({ ...values, [symbol]: value }) });
}

/** A parameter's value as a fraction. */
export function exactValue(units: bigint): Rational {
  return rational(units, ONE_UNITS);
}

/** The values that a parameter's meaning allows. */
export function rangeOf(symbol: ParameterSymbol): Range {
  const [least, largest] = PARAMETERS[symbol].range;
  const bound = (text: string): Rational => exactValue(parseDecimal(text, DECIMALS));
  return {
    from: bound(least),
    fromClosed: true,
    ...(largest === undefined ? {} : { to: bound(largest) }),
    toClosed: largest !== undefined,
  };
}

const ONE_UNITS = 10n ** BigInt(DECIMALS);
const ONE = rational(1n);

type ExactParameters = Readonly<Record<ParameterSymbol, Rational>>;

function exactValues(parameters: TwoPartyParameters): ExactParameters {
  const { As, Ar, Rs, Rr, Vs, Vr, Bs, Br, Ds, Dr, F, Ct, theta } = parameters;
  const of = exactValue;
  return {
    As: of(As),
    Ar: of(Ar),
    Rs: of(Rs),
    Rr: of(Rr),
    Vs: of(Vs),
    Vr: of(Vr),
    Bs: of(Bs),
    Br: of(Br),
    Ds: of(Ds),
    Dr: of(Dr),
    F: of(F),
    Ct: of(Ct),
    theta: of(theta),
  };
}

/** `[player][profile]`; the profiles in the order of Table II, the supplier's strategy first. */
function tableTwo({ As, Ar, Rs, Rr, Vs, Vr, Bs, Br, Ds, Dr, F, Ct, theta }: ExactParameters): readonly Rational[][] {
  const sum = (...terms: readonly Rational[]): Rational => terms.reduce(plus);
  const supplierCost = times(theta, Ct);
  const retailerCost = times(minus(ONE, theta), Ct);
  return [
    [minus(sum(As, Rs, Vs), supplierCost), minus(sum(As, Bs, Vs, F), supplierCost), minus(sum(As, Ds), F), As],
    [minus(sum(Ar, Rr, Vr), retailerCost), minus(sum(Ar, Dr), F), minus(sum(Ar, Br, Vr, F), retailerCost), Ar],
  ];
}
