/** Text of unknown origin made safe for a terminal or a log: control, format and lone surrogate characters escaped. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The path of a value inside a JSON document: `$.items[0].sku`, `$["odd key"]`. */
export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === "number") {
      return `${path}[${key}]`;
    }
    const name = String(key);
    return /^[A-Za-z_$][\w$]*$/.test(name) ? `${path}.${name}` : `${path}[${printable(JSON.stringify(name))}]`;
  }, "$");
}
