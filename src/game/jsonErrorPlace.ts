/**
 * Where the token stands that makes a text no JSON, as "position 26 (line 2 column 13)": position from 0, line and column
 * from 1. For the errors in whose message the engine leaves that out; those persist in every longer beginning of the
 * text, so the shortest beginning that has one is found by bisection.
 */
export function jsonErrorPlace(text: string): string {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (hasUnexpectedToken(text.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  const before = text.slice(0, Math.max(0, low - 1)).split("\n");
  return `position ${Math.max(0, low - 1)} (line ${before.length} column ${(before.at(-1) ?? "").length + 1})`;
}

function hasUnexpectedToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return error instanceof Error && error.message.startsWith("Unexpected token");
  }
}
