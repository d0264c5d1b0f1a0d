import { formatDecimal } from "#domain/decimal.ts";

/** The settlement token: how an amount in units is written for people. */
export interface Token {
  readonly symbol: string;
  /** Digits after the point: one token is `10 ** decimals` units. */
  readonly decimals: number;
}

/** Exact decimal of an amount in units, for files. */
export function exactTokens(units: bigint, { decimals }: Token): string {
  return formatDecimal(units, decimals);
}

/** The same for people: true minus, commas between thousands. */
export function tokens(units: bigint, token: Token): string {
  return grouped(exactTokens(units, token));
}

/** With its sign even when positive, for changes. */
export function change(units: bigint, token: Token): string {
  return `${units > 0n ? "+" : ""}${tokens(units, token)}`;
}

/** The nearest double, for drawing only. */
export function asNumber(units: bigint, token: Token): number {
  return Number(exactTokens(units, token));
}

/** A decimal with a true minus and with commas between thousands. */
export function grouped(decimal: string | number): string {
  const [whole = "", fraction] = String(decimal).split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",").replace("-", "\u2212");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

/** Rounded to `digits` after the point, for people. */
export function rounded(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return grouped(Number(text) === 0 ? text.replace("-", "") : text);
}

export function percent(share: number): string {
  return `${rounded(100 * share, 1)} %`;
}
