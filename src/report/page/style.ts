/** The whole style of the page; no font, image or script is fetched. Figures stand on white in both colour schemes. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --band: #f6f8fa;
  --link: #0550ae; --good: #00664b; --bad: #8f2f6b; --bad-band: #fbe9f3; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181d; --ink: #e6edf3; --soft: #a3afbb; --line: #3d444d; --band: #1c2229;
    --link: #79b8ff; --good: #57c7a0; --bad: #ef9fcb; --bad-band: #3a1f30; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
.soft { color: var(--soft); font-size: .9rem; }
nav ul { list-style: none; margin: 1rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.findings { margin: 0; padding-left: 1.25rem; max-width: 50rem; }
.findings li { margin: .4rem 0; }
.verdict { font-weight: 600; }
figure { margin: 1.25rem 0; }
figcaption { margin-top: .5rem; max-width: 50rem; font-size: .92rem; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: .75rem; overflow-x: auto; }
.card svg { display: block; margin: 0 auto; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.files { color: var(--soft); white-space: nowrap; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 0 0 .4rem; color: var(--soft); }
caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 2rem); }
@media (max-width: 44rem) { table { min-width: 38rem; } }
th, td { padding: .35rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--band); border-bottom: 2px solid var(--line); }
tbody th { font-weight: 600; }
.number { text-align: right; }
td.number { white-space: nowrap; }
td.mono { font-family: ui-monospace, monospace; font-size: .82rem; overflow-wrap: anywhere; min-width: 14rem; }
.good { color: var(--good); }
.bad { color: var(--bad); background: var(--bad-band); font-weight: 700; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --band: #f3f3f3; --link: #000; --good: #00664b; --bad: #8f2f6b; --bad-band: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .skip, .files { display: none; }
  .card { border: 0; padding: 0; overflow: visible; }
  .card svg { max-width: 100%; height: auto; max-height: 23cm; }
  .scroll { overflow: visible; }
  figure, table, tr { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`;
