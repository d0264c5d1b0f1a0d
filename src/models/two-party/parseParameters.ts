import { formatDecimal, parseDecimal } from "#domain/decimal.ts";
import { AllianceError } from "#domain/errors.ts";
import { closestName } from "#models/closestName.ts";
import { DECIMALS, PARAMETERS, SYMBOLS, type ParameterSymbol, type TwoPartyParameters } from "./parameters.ts";

export interface ParsedParameters {
  readonly parameters: TwoPartyParameters;
  /** One sentence for each value outside its range. */
  readonly warnings: readonly string[];
}

/** Amounts beyond this are refused, in units; far above any sum of money, far below the range of a double. */
const LARGEST = 10n ** 48n;

/**
 * The parameters of Table I: the given decimals, and the published default (Table IV) for what is left out. A value
 * outside its range is taken, with a warning.
 *
 * @param set decimals by symbol, with at most 18 digits after the point, as in `{ F: "5.3" }`
 * @throws AllianceError (usage) for an unknown symbol, or a value that is not such a decimal
 */
export function parseParameters(set: Readonly<Record<string, string>>): ParsedParameters {
  for (const symbol of Object.keys(set)) requireSymbol(symbol);
  const value = (symbol: ParameterSymbol): bigint =>
    parseValue(symbol, Object.hasOwn(set, symbol) ? (set[symbol] ?? "") : PARAMETERS[symbol].default);
  const parameters: TwoPartyParameters = {
    As: value("As"),
    Ar: value("Ar"),
    Rs: value("Rs"),
    Rr: value("Rr"),
    Vs: value("Vs"),
    Vr: value("Vr"),
    Bs: value("Bs"),
    Br: value("Br"),
    Ds: value("Ds"),
    Dr: value("Dr"),
    F: value("F"),
    Ct: value("Ct"),
    theta: value("theta"),
  };
  return { parameters, warnings: SYMBOLS.flatMap((symbol) => warningsOf(symbol, parameters[symbol])) };
}

function warningsOf(symbol: ParameterSymbol, units: bigint): readonly string[] {
  const [least, largest] = PARAMETERS[symbol].range;
  const tooLarge = largest !== undefined && units > parseDecimal(largest, DECIMALS);
  if (units >= parseDecimal(least, DECIMALS) && !tooLarge) return [];
  const range = largest === undefined ? `at least ${least}` : `from ${least} to ${largest}`;
  return [
    `${symbol} = ${formatDecimal(units, DECIMALS)} is outside its range, ${range} (${PARAMETERS[symbol].meaning})`,
  ];
}

/**
 * The symbol itself, known to be one of Table I.
 *
 * @throws AllianceError (usage) with the symbol that was probably meant
 */
export function requireSymbol(symbol: string): ParameterSymbol {
  const found = SYMBOLS.find((known) => known === symbol);
  if (found !== undefined) return found;
  const meant = closestName(symbol, SYMBOLS);
  throw new AllianceError(`the two-party model has no parameter ${JSON.stringify(symbol)}`, {
    kind: "usage",
    hint: `${meant === undefined ? "" : `did you mean ${meant}? `}the parameters are ${SYMBOLS.join(" ")}`,
    values: { symbol },
  });
}

function parseValue(symbol: string, text: string): bigint {
  let units: bigint;
  try {
    units = parseDecimal(text, DECIMALS);
  } catch (cause) {
    if (!(cause instanceof AllianceError)) throw cause;
    const hint = cause.hint ?? "give a decimal number";
    throw new AllianceError(`${symbol}: ${cause.message}`, { kind: "usage", hint, values: { symbol, text }, cause });
  }
  if (units > LARGEST || units < -LARGEST) {
    throw new AllianceError(`${symbol}: ${text} is too large`, {
      kind: "usage",
      hint: "give an amount of at most 1e30",
      values: { symbol, text },
    });
  }
  return units;
}
