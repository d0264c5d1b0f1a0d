import type { Figure } from "#report/figure.ts";
import { markup, type Markup } from "#report/text/markup.ts";

/** A figure on the page with its caption and its files; scrolls sideways where the page is narrow. */
export function figureBlock({ name, svg, caption }: Figure): Markup {
  const file = (extension: string): Markup =>
    markup`<a href="figures/${name}.${extension}">${extension.toUpperCase()}<span class="hidden"> of ${name}</span></a>`;
  return markup`<figure id="figure-${name}">
<div class="card" tabindex="0" role="group" aria-label="Figure ${name}, scrolls sideways">${{ markup: svg }}</div>
<figcaption>${caption} <span class="files">${file("svg")} · ${file("csv")} · ${file("json")}</span></figcaption>
</figure>
`;
}
