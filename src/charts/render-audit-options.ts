import { en } from "../locales/en.ts";
import type { Locale } from "../locales/locale.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { type CheckedChartOptions, checkedChartOptions } from "./chart-options.ts";
import type { ReportTheme } from "./report-style.ts";
import type { ToSvg } from "./report-svg.ts";

/** How an audit is made into a report. */
export interface RenderAuditOptions {
  /** Words and number format: `en` (default), `de`, or an object of your own; the report's own few words are German or English. */
  readonly locale?: Locale;
  /** Stands beside amounts, e.g. `"€"` or `"EUR"`. Default: none, as the library knows no currency. */
  readonly currency?: string;
  /** Colours on screen: `"auto"` (default) as the reader's system is set, `"light"`, or `"dark"`. On paper the report is light. */
  readonly theme?: ReportTheme;
  /** Draws a chart as SVG, e.g. with `vega-lite` and `vega`. Without it the report has text and tables, and no pictures. */
  readonly toSvg?: ToSvg;
  /** Headline instead of the default one, which names the period. */
  readonly title?: string;
}

const NAMES = {
  locale: true,
  currency: true,
  theme: true,
  toSvg: true,
  title: true,
} satisfies Record<keyof RenderAuditOptions, true>;

/** The options, checked and complete. */
export interface ReportPlan {
  readonly light: CheckedChartOptions;
  readonly dark: CheckedChartOptions;
  readonly currency: string | null;
  readonly theme: ReportTheme;
  readonly toSvg: ToSvg | null;
  readonly title: string | null;
}

export function reportPlan(options: RenderAuditOptions): ReportPlan {
  checkNames("options", options, NAMES);
  const { locale = en, currency, theme = "auto", toSvg, title } = options;
  const light = checkedChartOptions({ locale, theme: "light" });
  checkOneOf("theme", theme, ["auto", "light", "dark"]);
  const isDrawing = toSvg === undefined || typeof toSvg === "function";
  checkOption("toSvg", toSvg, isDrawing ? null : "This is no function: pass one that draws a chart as SVG.");
  const isTitle = title === undefined || (typeof title === "string" && title.trim() !== "");
  checkOption("title", title, isTitle ? null : "This is no text that can be a headline.");
  return {
    light,
    dark: checkedChartOptions({ locale, theme: "dark" }),
    currency: currency ?? null,
    theme,
    toSvg: toSvg ?? null,
    title: title ?? null,
  };
}
