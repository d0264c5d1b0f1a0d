/// <reference lib="dom" />
import { escapeMarkup } from "#report/text/escapeMarkup.ts";
import { PALETTE } from "./palette.ts";
import { serialize } from "./serialize.ts";

/** A drawn plot and where its corner stands in the figure, in pixels. */
export interface Panel {
  readonly plot: Element;
  readonly x: number;
  readonly y: number;
}

export interface Composition {
  /** Unique on the page: the ids of the figure begin with it. */
  readonly name: string;
  readonly title: string;
  /** What a reader who cannot see the figure needs to know. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly panels: readonly Panel[];
}

const FONT_SIZE = 12;

/** One self-contained SVG document out of several plots, on white, described by its title and description. */
export function composeSvg({ name, title, description, width, height, panels }: Composition): string {
  const content = panels.map(
    ({ plot, x, y }, index) => `<g transform="translate(${x},${y})">${serialize(plot, `${name}-${index + 1}-`)}</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${name}-title" aria-describedby="${name}-desc" color="${PALETTE.ink}"`,
    ` fill="${PALETTE.ink}" font-family="system-ui, sans-serif" font-size="${FONT_SIZE}" text-anchor="middle">`,
    `<title id="${name}-title">${escapeMarkup(title)}</title>`,
    `<desc id="${name}-desc">${escapeMarkup(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${PALETTE.paper}"/>`,
    ...content,
    `</svg>\n`,
  ].join("");
}
