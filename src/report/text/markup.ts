import { escapeMarkup } from "./escapeMarkup.ts";

/** Markup that is already safe; everything else is text. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | readonly Value[];

/** A template in which every value is escaped unless it is markup itself; lists are joined. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: String.raw({ raw: strings }, ...values.map(rendered)) };
}

function rendered(value: Value): string {
  if (typeof value === "string" || typeof value === "number") return escapeMarkup(String(value));
  return "markup" in value ? value.markup : value.map(rendered).join("");
}
