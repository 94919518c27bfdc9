import { type Palette, paletteOf } from "./theme.ts";

/** Whether a report is light, dark, or as the reader's screen; on paper it is always light. */
export type ReportTheme = "auto" | "light" | "dark";

/** Everything about how a report looks, on screen and on paper. */
export function reportStyle(theme: ReportTheme): string {
  const [light, dark] = [paletteOf("light"), paletteOf("dark")];
  const darkRules = `:root { color-scheme: dark; ${colours(dark)} }\n.light { display: none; }\n.dark { display: block; }`;
  const media = { auto: "screen and (prefers-color-scheme: dark)", dark: "screen", light: null }[theme];
  const screen = media === null ? "" : `@media ${media} {\n${darkRules}\n}`;
  return [`:root { color-scheme: light; ${colours(light)} }`, COMMON, screen, PRINT].join("\n");
}

function colours({ ground, text, muted, grid, few, categories }: Palette): string {
  const values = { ground, text, muted, grid, few, accent: categories[0] ?? text };
  return Object.entries(values)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(" ");
}

const COMMON = `* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem;
  background: var(--ground); color: var(--text);
  font: 1rem/1.55 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: break-word;
}
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.2; }
h2 { margin: 3rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); font-size: 1.4rem; line-height: 1.3; }
.lead, .none { color: var(--muted); }
.lead { margin: 0; font-size: 1.1rem; }
ul { margin: 0 0 1.25rem; padding-left: 1.2rem; max-width: 48rem; }
li { margin: .35rem 0; }
.amount { white-space: nowrap; }
li::marker { color: var(--accent); }
figure { margin: 1.75rem 0; }
svg { display: block; max-width: 100%; height: auto; }
.dark { display: none; }
details { margin-top: .5rem; }
summary { width: fit-content; padding: .15rem 0; color: var(--accent); cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding: .5rem 0; text-align: left; font-weight: 600; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--grid); text-align: right; vertical-align: bottom; white-space: nowrap; }
thead th { border-bottom: 1px solid var(--muted); color: var(--muted); font-weight: normal; white-space: normal; }
th:first-child { padding-left: 0; text-align: left; }
tbody th { font-weight: 600; }
tbody tr:hover { background: var(--few); }`;

const PRINT = `@page { size: A4; margin: 16mm 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; }
  h1 { font-size: 20pt; }
  h2 { margin-top: 9mm; font-size: 14pt; break-after: avoid; }
  .lead { font-size: 11pt; }
  ul { max-width: none; }
  li, .drawing, table, tr, caption { break-inside: avoid; }
  caption { break-after: avoid; }
  figure { margin: 5mm 0; }
  summary { display: none; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .6mm 2mm; }
  thead { display: table-header-group; }
}`;
