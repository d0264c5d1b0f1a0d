/** A text that wants to stand beside a place, in pixels. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** What to say where the text does not fit. */
  readonly shorter?: string;
  /** Where it goes: above or below its place. */
  readonly above: boolean;
}

export interface Placement {
  readonly fontSize: number;
  /** The frame that no text may leave, in pixels. */
  readonly frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** Of a letter's height: generous for the widest of common fonts. */
const LETTER = 0.62;
const CLEARANCE = 5;
const GAP = 3;

/** The width that a text may take, in pixels. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].length * LETTER * fontSize;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/**
 * Of labels in the order of their importance those that fit, each with its place moved into the frame; a label that
 * would cover another is shortened or left out.
 */
export function placeLabels<T extends Label>(labels: readonly T[], placement: Placement): readonly T[] {
  const boxes: Box[] = [];
  const placed: T[] = [];
  for (const label of labels) {
    const texts = label.shorter === undefined ? [label.text] : [label.text, label.shorter];
    for (const text of texts) {
      const box = boxOf({ ...label, text }, placement);
      if (boxes.some((other) => collide(box, other, placement.fontSize))) continue;
      boxes.push(box);
      placed.push({ ...label, text, x: (box.left + box.right) / 2, y: box.middle });
      break;
    }
  }
  return placed;
}

function boxOf({ x, y, text, above }: Label, { fontSize, frame }: Placement): Box {
  const width = textWidth(text, fontSize);
  const left = Math.min(Math.max(x - width / 2, frame.left), frame.right - width);
  const wanted = y + (above ? -1 : 1) * (fontSize / 2 + CLEARANCE);
  const middle = Math.min(Math.max(wanted, frame.top + fontSize / 2), frame.bottom - fontSize / 2);
  return { left, right: left + width, middle };
}

function collide(one: Box, other: Box, fontSize: number): boolean {
  const apart = one.left >= other.right + GAP || other.left >= one.right + GAP;
  return !apart && Math.abs(one.middle - other.middle) < fontSize + 1;
}
