import { AllianceError } from "./errors.ts";

/**
 * Exact decimal arithmetic for money and model parameters: a decimal with at most `decimals` digits after the point
 * is the integer `value * 10^decimals`.
 *
 * @param text a decimal such as `5.3`, `-0.25`, `1e-3`, or a number, read as the shortest decimal that denotes it
 * @throws AllianceError (usage) when it is not a finite decimal, or has more than `decimals` digits after the point
 */
export function parseDecimal(text: string | number, decimals: number): bigint {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(String(text).trim());
  if (match === null) {
    throw new AllianceError(`not a decimal number: ${typeof text === "number" ? text : JSON.stringify(text)}`, {
      kind: "usage",
      hint: "write digits with an optional point and exponent, as in 5.3 or 1e-3",
    });
  }
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(whole + fraction);
  const shift = decimals - fraction.length + Number(exponent);
  const magnitude = shift >= 0 ? digits * 10n ** BigInt(shift) : exactQuotient(digits, -shift, text, decimals);
  return sign === "-" ? -magnitude : magnitude;
}

/** The shortest decimal text of `value / 10^decimals`: no exponent, no trailing zeros. */
export function formatDecimal(value: bigint, decimals: number): string {
  const magnitude = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = magnitude.slice(0, magnitude.length - decimals);
  const fraction = magnitude.slice(magnitude.length - decimals).replace(/0+$/, "");
  return (value < 0n ? "-" : "") + whole + (fraction === "" ? "" : `.${fraction}`);
}

function exactQuotient(digits: bigint, places: number, text: string | number, decimals: number): bigint {
  const divisor = 10n ** BigInt(places);
  if (digits % divisor !== 0n) {
    throw new AllianceError(`${text} has more than ${decimals} digits after the point`, {
      kind: "usage",
      hint: `round it to ${decimals} digits`,
    });
  }
  return digits / divisor;
}
