import { checkNames, checkOption, invalidOption } from "../rows/options.ts";
import type { Chart } from "./chart.ts";
import { chartFigures } from "./display-figures.ts";
import { chartsTogether } from "./display-together.ts";
import { escapeHtml } from "./report-html.ts";
import { drawnSvg, inlineSvg, type ToSvg } from "./report-svg.ts";
import { tableHtml } from "./report-table.ts";
import { checkResult } from "./result-fields.ts";

/** How charts are shown in a notebook. */
export interface DisplayOptions {
  /** Draws a chart as SVG, e.g. with `vega-lite` and `vega`, for notebooks that cannot draw Vega-Lite. Without it these show a table of the figures. */
  readonly toSvg?: ToSvg;
}

/** The forms in which something is shown, by MIME type; whoever shows it takes the best form that he knows. */
export interface MediaBundle {
  /** Title and description. */
  readonly "text/plain": string;
  /** The drawn charts, or the figures as tables. */
  readonly "text/html": string;
  /** One drawn chart. */
  readonly "image/svg+xml"?: string;
  /** The chart itself. Notebooks with Vega-Lite 5 know only the older name; the charts are the same in both. */
  readonly "application/vnd.vegalite.v5+json": Chart;
  readonly "application/vnd.vegalite.v6+json": Chart;
}

/** Charts that show themselves. */
export interface ChartDisplay {
  readonly charts: readonly Chart[];
  /** All forms in which the charts can be shown: plain data. */
  readonly bundle: () => Promise<MediaBundle>;
  /** Title and description of each chart. */
  readonly toString: () => string;
  /** `Symbol.for("Jupyter.display")`, which the Deno kernel calls, is `bundle`; `Symbol.for("nodejs.util.inspect.custom")` is `toString`. */
  readonly [show: symbol]: () => Promise<MediaBundle> | string;
}

const NAMES = { toSvg: true } satisfies Record<keyof DisplayOptions, true>;

/**
 * Makes charts show themselves in a notebook: as the last line of a cell in Deno's Jupyter kernel.
 *
 * The bundle holds the chart as Vega-Lite, which most notebooks draw by themselves, and beside it HTML: with `toSvg` the drawn charts, else tables of
 * their figures. Where nothing of this is known, as in a terminal, title and description are printed. Several charts stand one below the other.
 *
 * @param charts - A chart, or a list of charts.
 * @param options - `toSvg`: draws a chart as SVG.
 * @returns `{ charts, bundle, toString }`, with the symbols by which notebooks and terminals ask.
 * @throws DataError for what is no chart, an empty list, or options that are none; `bundle` rejects if `toSvg` returns no SVG.
 *
 * @example
 * import { revenueBridge, transactionLog } from "clientele";
 * import { display, revenueBridgeChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-03-10", amount: 500 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 900 },
 * ]);
 * const chart = revenueBridgeChart(revenueBridge(log, { period: "year", asOf: "2025-12-31" }));
 * const shown = display(chart);
 * shown.toString().split("\n")[0]; // => "Revenue bridge: from 500 to 900 (+400, +80%)"
 * const bundle = await shown.bundle();
 * bundle["text/html"].includes("<caption>Revenue bridge: from 500 to 900 (+400, +80%)</caption>"); // => true
 */
export function display(charts: Chart | readonly Chart[], options: DisplayOptions = {}): ChartDisplay {
  const list = checkedCharts(charts);
  checkNames("options", options, NAMES);
  const { toSvg = null } = options;
  const isDrawing = toSvg === null || typeof toSvg === "function";
  checkOption("toSvg", toSvg, isDrawing ? null : "This is no function: pass one that draws a chart as SVG.");
  const text = list.map(({ title, description }) => `${title.text}\n${description}`).join("\n\n");
  const bundle = (): Promise<MediaBundle> => bundleOf(list, text, toSvg);
  const words = (): string => text;
  return {
    charts: list,
    bundle,
    toString: words,
    [Symbol.for("Jupyter.display")]: bundle,
    [Symbol.for("nodejs.util.inspect.custom")]: words,
  };
}

function checkedCharts(charts: Chart | readonly Chart[]): readonly [Chart, ...Chart[]] {
  const list: readonly Chart[] = Array.isArray(charts) ? charts : [charts];
  for (const [at, chart] of list.entries()) {
    const path = Array.isArray(charts) ? `charts[${at}]` : "charts";
    checkResult(
      path,
      chart,
      { $schema: "text", title: "record", description: "text" },
      "a chart function such as auditChart",
    );
    checkResult(`${path}.title`, chart.title, { text: "text" }, "a chart function such as auditChart");
  }
  const [first, ...others] = list;
  if (first === undefined) throw invalidOption("charts", charts, "There is no chart in the list.");
  return [first, ...others];
}

async function bundleOf(
  charts: readonly [Chart, ...Chart[]],
  text: string,
  toSvg: ToSvg | null,
): Promise<MediaBundle> {
  const chart = chartsTogether(charts);
  const pictures: string[] = [];
  if (toSvg !== null) for (const one of charts) pictures.push(await drawnSvg(toSvg, one));
  const [picture, ...others] = pictures;
  return {
    "text/plain": text,
    "text/html": charts.map((one, at) => chartHtml(one, pictures[at] ?? null, at)).join("\n"),
    ...(picture === undefined || others.length > 0 ? {} : { "image/svg+xml": picture }),
    "application/vnd.vegalite.v5+json": { ...chart, $schema: chart.$schema.replace("/v6.", "/v5.") },
    "application/vnd.vegalite.v6+json": chart,
  };
}

/** The drawn chart, or its figures. */
function chartHtml(chart: Chart, picture: string | null, at: number): string {
  if (picture !== null)
    return `<figure style="margin: 0 0 1em">\n${inlineSvg(picture, chart, `chart-${fingerprint(picture)}-${at + 1}-`)}\n</figure>`;
  const tables = chartFigures(chart).map(tableHtml);
  const words = tables.length === 0 ? [`<p><strong>${escapeHtml(chart.title.text)}</strong></p>`] : tables;
  return [...words, `<p>${escapeHtml(chart.description)}</p>`].join("\n");
}

/** A notebook is one page: pictures of several cells must not have the same ids. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
