import { Result } from "ethers";

/** A struct or an event's arguments, as the plain object of its named fields, for comparisons as a whole. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  if (!(value instanceof Result)) throw new Error("not a result of the chain");
  return value.toObject(true);
}

/** Several return values, as a plain array. */
export function valuesOf(value: unknown): unknown[] {
  if (!(value instanceof Result)) throw new Error("not a result of the chain");
  return value.toArray(true);
}
