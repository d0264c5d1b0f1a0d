import { AllianceError } from "#domain/errors.ts";
import { printable } from "./text.ts";

const MAX_DEPTH = 100;
const SPACE = /[ \t\n\r]*/y;
const WORD = /[-+.\w]*/y;
/** All but the control characters below space, the quote and the backslash. */
const PLAIN_CHARACTERS = /[ !#-[\]-\uffff]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const LITERALS = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const BEGUN_WORD = /^(?:t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|-?(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?))$/;
const BEGUN_ESCAPE = /^\\(?:u[0-9a-fA-F]{0,3})?$/;

/**
 * `JSON.parse` for documents of unknown origin: also refuses what JSON.parse lets pass silently, because two readers
 * may understand it differently: repeated names, `__proto__`, numbers that overflow or whose digits would change,
 * lone surrogates, nesting beyond 100 levels.
 *
 * @param source where the text comes from, for messages: a path, a URL, `standard input`
 * @throws AllianceError (usage) with line and column (both from 1, columns in UTF-16 units); `values.incomplete` is
 *   true when the text is a proper beginning of an acceptable document
 */
export function parseStrictJson(text: string, source: string): unknown {
  return new Reader(text, source).document();
}

class Reader {
  readonly #text: string;
  readonly #source: string;
  #at = 0;

  constructor(text: string, source: string) {
    this.#text = text;
    this.#source = source;
  }

  document(): unknown {
    if (this.#text.startsWith("\uFEFF")) {
      this.#fail("a byte order mark before the document", "save the file as UTF-8 without BOM");
    }
    const value = this.#value(0);
    if (this.#next() !== "") {
      this.#fail("text after the end of the document");
    }
    return value;
  }

  #value(depth: number): unknown {
    switch (this.#next()) {
      case "{":
        return this.#object(this.#deeper(depth));
      case "[":
        return this.#array(this.#deeper(depth));
      case '"':
        return this.#string();
      default:
        return this.#scalar();
    }
  }

  #deeper(depth: number): number {
    if (depth >= MAX_DEPTH) {
      this.#fail(`nested deeper than ${MAX_DEPTH} levels`);
    }
    this.#at += 1;
    return depth + 1;
  }

  #object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (let more = this.#next() !== "}"; more; more = this.#separator("}")) {
      this.#next();
      const start = this.#at;
      const name = this.#string();
      if (name === "__proto__" || Object.hasOwn(object, name)) {
        this.#at = start;
        this.#fail(name === "__proto__" ? "the name __proto__ is not allowed" : `the name ${quote(name)} stands twice`);
      }
      this.#expect(":");
      object[name] = this.#value(depth);
    }
    this.#at += 1;
    return object;
  }

  #array(depth: number): unknown[] {
    const array: unknown[] = [];
    for (let more = this.#next() !== "]"; more; more = this.#separator("]")) {
      array.push(this.#value(depth));
    }
    this.#at += 1;
    return array;
  }

  /** After a member: true past a comma, false at the closing bracket. */
  #separator(close: string): boolean {
    if (this.#next() === close) {
      return false;
    }
    this.#expect(",", `"," or "${close}"`);
    return true;
  }

  #expect(character: string, wanted = `"${character}"`): void {
    if (this.#next() !== character) {
      this.#fail(`${wanted} is expected`);
    }
    this.#at += 1;
  }

  #string(): string {
    const start = this.#at;
    if (this.#text[start] !== '"') {
      this.#fail("a string in double quotes is expected");
    }
    this.#at += 1;
    for (this.#take(PLAIN_CHARACTERS); this.#text[this.#at] !== '"'; this.#take(PLAIN_CHARACTERS)) {
      if (this.#take(ESCAPE) === "") {
        this.#fail(this.#text[this.#at] === "\\" ? "a broken escape in a string" : "a control character in a string");
      }
    }
    this.#at += 1;
    const value = JSON.parse(this.#text.slice(start, this.#at)) as string;
    if (!value.isWellFormed()) {
      this.#at = start;
      this.#fail("half of a surrogate pair, which is no character");
    }
    return value;
  }

  #scalar(): unknown {
    const start = this.#at;
    const word = this.#take(WORD);
    if (LITERALS.has(word)) {
      return LITERALS.get(word);
    }
    const number = Number(word);
    if (NUMBER.test(word) && Number.isFinite(number) && keepsDigits(word, number)) {
      return number;
    }
    this.#at = start;
    return this.#fail(NUMBER.test(word) ? `the number ${word} is too large to be kept exactly` : "a value is expected");
  }

  #next(): string {
    this.#take(SPACE);
    return this.#text[this.#at] ?? "";
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #fail(problem: string, hint = "correct the document at that place"): never {
    const rest = this.#text.slice(this.#at);
    const incomplete = rest === "" || BEGUN_WORD.test(rest) || BEGUN_ESCAPE.test(rest);
    const before = this.#text.slice(0, this.#at);
    const line = before.split("\n").length;
    const column = this.#at - before.lastIndexOf("\n");
    const what = rest === "" ? "the document ends too early" : problem;
    throw new AllianceError(`${printable(this.#source)}:${line}:${column}: ${what}`, {
      kind: "usage",
      hint,
      values: { source: this.#source, line, column, incomplete },
    });
  }
}

/** Whole numbers written digit by digit keep every digit, or are the way JavaScript itself writes that number. */
function keepsDigits(word: string, number: number): boolean {
  return !/^-?\d+$/.test(word) || Number.isSafeInteger(number) || String(number) === word;
}

function quote(name: string): string {
  return printable(JSON.stringify(name));
}
