import { parseDecimal } from "#domain/decimal.ts";
import { decimalPlaces } from "#game/decimalPlaces.ts";
import { rational, toDouble, type Rational } from "#game/rational.ts";

/** A payoff of an .nfg file as a number. */
export interface NfgNumber {
  /** The nearest double. */
  readonly value: number;
  /** Whether the shortest decimal that denotes `value` is the number of the file itself. */
  readonly exact: boolean;
}

/** Far more than the digits of any double; beyond this a number is a mistake. */
const LONGEST = 1200;
/** Beyond these no double is left. */
const LARGEST_EXPONENT = 400;
/** Quotients stay well above the smallest doubles, which have fewer digits. */
const SMALLEST_RECIPROCAL = 10n ** 250n;

/**
 * @param text an integer, a decimal with an optional exponent, or a quotient of integers such as 2/3
 * @returns undefined when it is too long, not finite, or a quotient of less than 1e-250
 */
export function nfgNumber(text: string): NfgNumber | undefined {
  if (text.length > LONGEST) return undefined;
  const fraction = text.includes("/") ? quotientOf(text) : decimalOf(text);
  if (fraction === undefined) return undefined;
  const { numerator, denominator } = fraction;
  const value = text.includes("/") ? nearest(fraction) : Number(text) || 0;
  if (!Number.isFinite(value)) return undefined;
  const places = decimalPlaces(value);
  return { value, exact: parseDecimal(value, places) * denominator === numerator * 10n ** BigInt(places) };
}

/** NaN where the quotient is too small. */
function nearest({ numerator, denominator }: Rational): number {
  const size = numerator < 0n ? -numerator : numerator;
  if (size !== 0n && denominator / size > SMALLEST_RECIPROCAL) return Number.NaN;
  return toDouble({ numerator, denominator });
}

function quotientOf(text: string): Rational | undefined {
  const [numerator = "", denominator = ""] = text.replace("+", "").split("/");
  return BigInt(denominator) === 0n ? undefined : rational(BigInt(numerator), BigInt(denominator));
}

function decimalOf(text: string): Rational | undefined {
  const [, sign, whole = "", fraction = "", exponent = "0"] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const shift = Number(exponent) - fraction.length;
  if (Math.abs(Number(exponent)) > LARGEST_EXPONENT) return undefined;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift));
}
