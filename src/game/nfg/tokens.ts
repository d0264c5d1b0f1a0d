import { AllianceError } from "#domain/errors.ts";

/** A piece of an .nfg file, with the place of its first character; lines and columns count from 1. */
export interface Token {
  readonly kind: "number" | "text" | "symbol" | "{" | "}" | "," | "end";
  /** As it stands in the file; of a quoted text what it denotes. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const NUMBER = /^[+-]?(?:\d+\/\d+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/;
const WORD = /[^\s{},"]+/y;
const SPACE = /\s*/y;

/**
 * The pieces of an .nfg file, an `end` last. Between quotes everything stands for itself, but `\"` for a quote.
 *
 * @param source what the text is called in messages
 * @throws AllianceError (usage) naming the place where a quoted text begins that does not end
 */
export function tokensOf(text: string, source: string): readonly Token[] {
  const tokens: Token[] = [];
  let [line, lineStart, scanned] = [1, 0, 0];
  let at = skipSpace(text, text.startsWith("\uFEFF") ? 1 : 0);
  for (;;) {
    for (let next = text.indexOf("\n", scanned); next >= 0 && next < at; next = text.indexOf("\n", scanned)) {
      line++;
      lineStart = scanned = next + 1;
    }
    const token = { ...tokenAt(text, at), line, column: at - lineStart + 1 };
    if (token.end < 0) throw syntaxError(source, token, "a text that begins with a quote does not end");
    tokens.push({ kind: token.kind, text: token.text, line, column: token.column });
    if (token.kind === "end") return tokens;
    at = skipSpace(text, token.end);
  }
}

/** @param place where it is wrong */
export function syntaxError(source: string, place: Pick<Token, "line" | "column">, found: string): AllianceError {
  const { line, column } = place;
  return new AllianceError(`${source}: line ${line} column ${column}: ${found}`, {
    kind: "usage",
    hint: 'an .nfg file reads NFG 1 R "title" { "player" ... } { { "strategy" ... } ... }, then payoffs or outcomes',
    values: { source, line, column },
  });
}

interface Piece {
  readonly kind: Token["kind"];
  readonly text: string;
  /** Index behind it; -1 when it does not end. */
  readonly end: number;
}

function tokenAt(text: string, at: number): Piece {
  const first = text[at];
  if (first === undefined) return { kind: "end", text: "", end: at };
  if (first === "{" || first === "}" || first === ",") return { kind: first, text: first, end: at + 1 };
  if (first === '"') return quoted(text, at);
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? first;
  return { kind: NUMBER.test(word) ? "number" : "symbol", text: word, end: at + word.length };
}

function quoted(text: string, start: number): Piece {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close - 1] === "\\") close = text.indexOf('"', close + 1);
  if (close < 0) return { kind: "text", text: "", end: -1 };
  return { kind: "text", text: text.slice(start + 1, close).replaceAll('\\"', '"'), end: close + 1 };
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}
