import canonicalize from "canonicalize";
import { AllianceError } from "#domain/errors.ts";
import { jsonPath } from "./text.ts";

export interface CanonicalLimits {
  /** How many arrays and objects may lie inside each other. Default 100, as in `parseStrictJson`. */
  readonly maxDepth?: number;
  /** Let whole numbers beyond 2^53-1 pass: RFC 8785 can write them, but readers need not keep their digits. */
  readonly unsafeIntegers?: boolean;
}

type Path = readonly (string | number)[];

/**
 * The one UTF-8 text of a JSON value (RFC 8785), so that equal values have equal hashes everywhere.
 *
 * @throws AllianceError (usage) naming the path of anything that JSON (RFC 8259) cannot say or I-JSON (RFC 7493)
 *   forbids: NaN, Infinity, undefined, functions, bigints, class instances, lone surrogates, unsafe integers
 */
export function canonicalBytes(value: unknown, limits: CanonicalLimits = {}): Uint8Array {
  const { maxDepth = 100, unsafeIntegers = false } = limits;
  check(value, [], { maxDepth, unsafeIntegers });
  const text = canonicalize(value);
  if (text === undefined) {
    throw refusal([], "has no JSON form");
  }
  return new TextEncoder().encode(text);
}

function check(value: unknown, path: Path, limits: Required<CanonicalLimits>): void {
  if (typeof value === "string") {
    checkString(value, path);
  } else if (typeof value === "number") {
    checkNumber(value, path, limits);
  } else if (typeof value === "object") {
    checkContainer(value, path, limits);
  } else if (typeof value !== "boolean") {
    throw refusal(path, `is ${article(typeof value)}, which JSON cannot hold`);
  }
}

function checkString(value: string, path: Path): void {
  if (!value.isWellFormed()) {
    throw refusal(path, "holds half of a surrogate pair, which is no character");
  }
}

function checkNumber(value: number, path: Path, limits: Required<CanonicalLimits>): void {
  if (!Number.isFinite(value)) {
    throw refusal(path, `is ${value}, which JSON cannot hold`);
  }
  if (!limits.unsafeIntegers && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw refusal(path, `is ${value}, a whole number beyond 2^53-1 that readers may round`, "write it as a string");
  }
}

function checkContainer(value: object | null, path: Path, limits: Required<CanonicalLimits>): void {
  if (value === null) {
    return;
  }
  if (path.length >= limits.maxDepth) {
    throw refusal(path, `lies deeper than ${limits.maxDepth} levels, or the value contains itself`);
  }
  if (Array.isArray(value)) {
    // Array.from also visits the holes of a sparse array, as undefined.
    Array.from<unknown>(value).forEach((element, index) => check(element, [...path, index], limits));
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || Object.getOwnPropertySymbols(value).length > 0) {
    throw refusal(path, "is not a plain object", "build it from plain objects, arrays, strings, numbers and booleans");
  }
  for (const [key, member] of Object.entries(value)) {
    checkKey(key, path);
    check(member, [...path, key], limits);
  }
}

function checkKey(key: string, path: Path): void {
  if (key === "__proto__" || !key.isWellFormed()) {
    throw refusal([...path, key], "has a name that a strict reader refuses", "rename the member");
  }
}

function article(type: string): string {
  return type === "undefined" ? type : `a ${type}`;
}

function refusal(path: Path, problem: string, hint = "correct the value at that path"): AllianceError {
  const where = jsonPath(path);
  return new AllianceError(`no canonical JSON: ${where} ${problem}`, { kind: "usage", hint, values: { path: where } });
}
