import { InvalidArgumentError } from "commander";

import type { State } from "#domain/game.ts";

/** `--set F=5.3,Vs=5`, also repeated: values by symbol. */
export function parseSet(text: string, previous: Readonly<Record<string, string>> = {}): Record<string, string> {
  const set: Record<string, string> = { ...previous };
  for (const pair of text.split(",")) {
    const match = /^\s*([A-Za-z]\w*)\s*=\s*(\S+)\s*$/.exec(pair);
    const [, symbol, value] = match ?? [];
    if (symbol === undefined || value === undefined) {
      throw new InvalidArgumentError(`"${pair}" is not SYMBOL=VALUE, as in F=5.3`);
    }
    if (Object.hasOwn(set, symbol)) throw new InvalidArgumentError(`${symbol} is set twice`);
    set[symbol] = value;
  }
  return set;
}

/** `0.5,0.5`: the shares of the first strategies; or all shares as JSON, `[[0.5,0.5],[0.2,0.8]]`. */
export function parseState(text: string): State {
  if (text.trim().startsWith("[")) return parseStateJson(text);
  return text.split(",").map((part) => {
    const share = parseNumber(part);
    return [share, 1 - share];
  });
}

/** A finite number. */
export function parseNumber(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new InvalidArgumentError(`"${text}" is not a finite number`);
  return value;
}

/** `0,1.5,30`: finite numbers. */
export function parseNumbers(text: string): number[] {
  return text.split(",").map(parseNumber);
}

/** A whole number from 0 to 2^53 - 1. */
export function parseSeed(text: string): number {
  const value = parseNumber(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError(`"${text}" is not a whole number`);
  return value;
}

function parseStateJson(text: string): State {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InvalidArgumentError(`"${text}" is not a list of shares, as in [[0.5,0.5],[0.2,0.8]]`);
  }
  if (!isState(value)) throw new InvalidArgumentError(`"${text}" is not a list of lists of numbers`);
  return value;
}

function isState(value: unknown): value is State {
  return (
    Array.isArray(value) &&
    value.every((shares) => Array.isArray(shares) && shares.every((share) => typeof share === "number"))
  );
}
