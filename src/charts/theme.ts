import type { Locale } from "../locales/locale.ts";
import type { ChartPart } from "./chart.ts";

/** On what ground a chart is drawn. */
export type ChartTheme = "light" | "dark";

/** The colours of a theme. */
export interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** Neutral fill, for what is not in question. */
  readonly quiet: string;
  /**
   * For things that are told apart, the most important first. They differ in lightness as well as in hue (after Okabe & Ito), so that the colour-blind
   * tell them apart; where there are more than two, shapes, dashes or names beside them should say the same.
   */
  readonly categories: readonly string[];
  /** From few to many, for heat maps: the ends of a scale of one hue. */
  readonly few: string;
  readonly many: string;
  /** For more and less, up and down. */
  readonly better: string;
  readonly worse: string;
}

const LIGHT: Palette = {
  ground: "#ffffff",
  text: "#1b2430",
  muted: "#566273",
  grid: "#e3e7ec",
  quiet: "#c3cad3",
  categories: ["#0067a5", "#b34700", "#00735a", "#8f2f74", "#6b5d00", "#3d4c5e", "#c2185b", "#4a7fb5"],
  few: "#eef4f9",
  many: "#00426b",
  better: "#0067a5",
  worse: "#b34700",
};

const DARK: Palette = {
  ground: "#10151c",
  text: "#dbe4ee",
  muted: "#a3afbd",
  grid: "#2b3541",
  quiet: "#46525f",
  categories: ["#6cb8f0", "#f2a24a", "#41d1a7", "#e79fd0", "#d8c64f", "#aab8c7", "#ff8fb3", "#9cc3ea"],
  few: "#17222d",
  many: "#9ad3ff",
  better: "#6cb8f0",
  worse: "#f2a24a",
};

/** The colours of a theme. */
export function paletteOf(theme: ChartTheme): Palette {
  return theme === "dark" ? DARK : LIGHT;
}

const FONT = '"Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif';

/** What all charts of a theme and language have in common. */
export function chartConfig(theme: ChartTheme, locale: Locale): ChartPart {
  const { ground, text, muted, grid, categories } = paletteOf(theme);
  return {
    background: ground,
    font: FONT,
    locale: { number: numberFormat(locale) },
    title: {
      anchor: "start",
      color: text,
      fontSize: 16,
      subtitleColor: muted,
      subtitleFontSize: 12,
      subtitlePadding: 4,
      offset: 14,
    },
    axis: {
      labelColor: muted,
      titleColor: muted,
      titleFontWeight: "normal",
      labelFontSize: 12,
      titleFontSize: 12,
      domainColor: muted,
      tickColor: muted,
      gridColor: grid,
      labelLimit: 220,
    },
    legend: {
      labelColor: text,
      titleColor: muted,
      titleFontWeight: "normal",
      labelFontSize: 12,
      labelLimit: 260,
    },
    header: { labelColor: text, titleColor: muted, labelFontSize: 12 },
    view: { stroke: null },
    range: { category: categories },
    text: { color: text, fontSize: 12 },
    line: { strokeWidth: 2.5 },
    rule: { color: muted },
    bar: { color: categories[0] },
    point: { filled: true, size: 60 },
  };
}

/** How Vega writes numbers in a language. */
function numberFormat({ format, language }: Locale): ChartPart {
  return {
    decimal: format.decimalMark,
    thousands: format.groupMark,
    grouping: [3],
    currency: ["", ""],
    percent: language.startsWith("en") ? "%" : "\u00a0%",
    minus: "−",
  };
}
