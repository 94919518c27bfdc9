import { fillTemplate } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { escapeHtml } from "./report-html.ts";
import { drawnSvg, inlineSvg, type ToSvg } from "./report-svg.ts";
import { type FigureTable, tableHtml } from "./report-table.ts";
import type { ReportWords } from "./report-words.ts";
import type { ChartTheme } from "./theme.ts";

/** A chart in each theme in which it is needed, and the figures behind it. */
export interface SectionFigure {
  readonly charts: readonly { readonly theme: ChartTheme; readonly chart: Chart }[];
  readonly table: FigureTable;
}

/** A part of the report. */
export interface ReportSection {
  readonly id: string;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly figures: readonly SectionFigure[];
}

/** What was found, and the charts with their figures. */
export async function sectionHtml(
  { id, heading, sentences, figures }: ReportSection,
  toSvg: ToSvg | null,
  words: ReportWords,
): Promise<string> {
  const parts = [`<section aria-labelledby="${id}">`, `<h2 id="${id}">${escapeHtml(heading)}</h2>`];
  if (sentences.length > 0) {
    parts.push("<ul>", ...sentences.map((sentence) => `<li>${sentenceHtml(sentence)}</li>`), "</ul>");
  } else if (figures.length === 0) {
    parts.push(`<p class="none">${escapeHtml(words.labels.noView)}</p>`);
  }
  for (const [at, figure] of figures.entries()) {
    parts.push(await figureHtml(figure, `${id}-${at + 1}`, toSvg, words));
  }
  return [...parts, "</section>"].join("\n");
}

/** A sentence in which no line ends between a sign and its amount. */
function sentenceHtml(sentence: string): string {
  return escapeHtml(sentence).replace(/[+−]\p{Sc}?\d[\d.,]*/gu, '<span class="amount">$&</span>');
}

/** A chart, and its figures below it, closed; where nothing is drawn, the figures alone. */
async function figureHtml(
  { charts, table }: SectionFigure,
  id: string,
  toSvg: ToSvg | null,
  { labels }: ReportWords,
): Promise<string> {
  const label = escapeHtml(fillTemplate(labels.figures, { title: table.caption }));
  // Wide tables are moved sideways, with the keyboard, too.
  const figures = `<div class="scroll" role="region" aria-label="${label}" tabindex="0">\n${tableHtml(table)}\n</div>`;
  if (toSvg === null) return figures;
  const parts = ["<figure>"];
  for (const { theme, chart } of charts) {
    const svg = inlineSvg(await drawnSvg(toSvg, chart), chart, `${id}-${theme}-`);
    parts.push(`<div class="drawing ${theme}">\n${svg}\n</div>`);
  }
  parts.push("<details>", `<summary>${label}</summary>`, figures, "</details>", "</figure>");
  return parts.join("\n");
}
