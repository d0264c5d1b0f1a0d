/** What the caller may do about an error decides its exit code; see the README of `src/cli`. */
export const EXIT_CODES = {
  "unexpected": 1,
  "usage": 2,
  "config": 3,
  "not-found": 4,
  "integrity": 5,
  "chain": 6,
  "reverted": 7,
} as const;

export type ErrorKind = keyof typeof EXIT_CODES;

export interface AllianceErrorOptions {
  /** What the caller may do about it. */
  kind: ErrorKind;
  /** What to do next, as one sentence. */
  hint?: string;
  /** The offending values, by name. */
  values?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/**
 * The one error class of the project: says what was wrong and where (`message`), with which values, and what to do
 * (`hint`). Everything else that is thrown is a bug.
 */
export class AllianceError extends Error {
  override readonly name = "AllianceError";
  readonly kind: ErrorKind;
  readonly hint: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(message: string, options: AllianceErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = options.kind;
    this.hint = options.hint;
    this.values = options.values ?? {};
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind];
  }
}
