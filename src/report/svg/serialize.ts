/// <reference lib="dom" />
import { escapeMarkup } from "#report/text/escapeMarkup.ts";

/** Attributes with coordinates: the only ones whose digits nobody needs beyond a hundredth of a pixel. */
const GEOMETRY = new Set(["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "width", "height", "points"]);

/**
 * The content of a drawn element as XML, whatever document drew it. Ids become `prefix` and a running number, so that
 * they are unique beside other figures and the same in every run. Labels of parts are dropped: a figure is one image,
 * described as a whole.
 */
export function serialize(root: Element, prefix: string): string {
  const ids = new Map<string, string>();
  for (const element of root.querySelectorAll("[id]")) ids.set(element.id, `${prefix}${ids.size + 1}`);
  return [...root.childNodes].map((node) => nodeMarkup(node, ids)).join("");
}

function nodeMarkup(node: ChildNode, ids: ReadonlyMap<string, string>): string {
  if (!isElement(node)) return node.nodeType === 3 ? escapeMarkup(node.nodeValue ?? "") : "";
  if (node.localName === "style") return "";
  const attributes = [...node.attributes].map(({ name, value }) => attributeMarkup(name, value, ids)).join("");
  const content = [...node.childNodes].map((child) => nodeMarkup(child, ids)).join("");
  return content === ""
    ? `<${node.localName}${attributes}/>`
    : `<${node.localName}${attributes}>${content}</${node.localName}>`;
}

function attributeMarkup(name: string, value: string, ids: ReadonlyMap<string, string>): string {
  if (name.startsWith("aria-") || name.startsWith("xmlns")) return "";
  return ` ${name}="${escapeMarkup(attributeValue(name, value, ids))}"`;
}

function attributeValue(name: string, value: string, ids: ReadonlyMap<string, string>): string {
  if (name === "id") return ids.get(value) ?? value;
  if (GEOMETRY.has(name)) return value.replace(/-?\d+\.\d{3,}(?:e[+-]?\d+)?/g, (number) => String(hundredths(number)));
  return value.replace(/url\(#([^)]*)\)/g, (reference, id: string) =>
    ids.has(id) ? `url(#${ids.get(id)})` : reference,
  );
}

function hundredths(number: string): number {
  return Math.round(Number(number) * 100) / 100 + 0;
}

function isElement(node: ChildNode): node is Element & ChildNode {
  return node.nodeType === 1;
}
