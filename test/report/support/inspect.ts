import { expect } from "chai";
import { JSDOM } from "jsdom";

import type { Figure } from "#report/figure.ts";

/** An SVG document, read by an XML parser, which refuses what is not well-formed. */
export function readSvg(svg: string): Element {
  return new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement;
}

/** Elements drawn by the marks of a class. */
export function marksIn(svg: string, name: string): readonly Element[] {
  return [...readSvg(svg).querySelectorAll(`.${name}`)].flatMap((mark) =>
    mark.localName === "g" ? [...mark.children] : [mark],
  );
}

/** All texts of a figure, in the order of drawing. */
export function textsIn(svg: string): readonly string[] {
  return [...readSvg(svg).querySelectorAll("text")].map((text) => text.textContent);
}

/** RFC 4180, read by its grammar: fields end in a comma or CRLF, and those with such characters stand in quotes. */
export function readCsv(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  let read = 0;
  for (const [match, field = "", end] of csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy)) {
    records.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === "\r\n") records.push([]);
    read += match.length;
  }
  expect(read, "all of it is CSV").to.equal(csv.length);
  expect(records.pop(), "the last record ends in CRLF").to.deep.equal([]);
  return records;
}

/** What every figure owes its readers. */
export function expectSound({ name, svg, csv, json, caption }: Figure): void {
  const root = readSvg(svg);
  expect(root.getAttribute("role"), name).to.equal("img");
  expect(root.querySelector("title")?.textContent, name).to.not.be.oneOf([undefined, ""]);
  expect(root.querySelector("desc")?.textContent, name).to.not.be.oneOf([undefined, ""]);
  const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
  expect(new Set(ids).size, `${name}: unique ids`).to.equal(ids.length);
  expect(ids.every((id) => id.startsWith(`${name}-`))).to.equal(true);
  for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(ids, `${name}: url(#${id})`).to.include(id);
  const values = [...root.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].map(({ value }) => value),
  );
  expect(
    values.filter((value) => /NaN|undefined|Infinity|var\(/.test(value)),
    name,
  ).to.deep.equal([]);
  expect(
    textsIn(svg).filter((text) => /NaN|undefined|Infinity/.test(text)),
    name,
  ).to.deep.equal([]);
  expect(svg.replace(' xmlns="http://www.w3.org/2000/svg"', "")).to.not.match(/https?:/);
  const [header, ...rows] = readCsv(csv);
  const data = JSON.parse(json);
  expect(data.rows.length, `${name}: as many rows in both files`).to.equal(rows.length);
  expect(Object.keys(data.rows[0]), name).to.deep.equal(header);
  expect(rows.every((row) => row.length === header?.length)).to.equal(true);
  expect(caption.length).to.be.greaterThan(20);
}
