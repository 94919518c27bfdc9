import { en } from "../locales/en.ts";
import type { Locale } from "../locales/locale.ts";
import { checkNumber, checkOneOf, checkOption } from "../rows/options.ts";
import { type ChartTheme, type Palette, paletteOf } from "./theme.ts";

/** What every chart can be told. */
export interface ChartOptions {
  /** Words and number format: `en` (default), `de`, or an object of your own. */
  readonly locale?: Locale;
  /** Default `"light"`. */
  readonly theme?: ChartTheme;
  /** Width of the plot in pixels, without axes and legends. Default: what suits the chart. */
  readonly width?: number;
  /** Height of the plot in pixels. Default: what suits the chart. */
  readonly height?: number;
  /** Headline instead of the default one. */
  readonly title?: string;
  /** Line below the headline instead of the default one; `""` for none. */
  readonly subtitle?: string;
}

/** Names of the options that every chart has. */
export const CHART_NAMES: Readonly<Record<keyof ChartOptions, true>> = {
  locale: true,
  theme: true,
  width: true,
  height: true,
  title: true,
  subtitle: true,
};

/** The options as charts use them. */
export interface CheckedChartOptions {
  readonly locale: Locale;
  readonly theme: ChartTheme;
  readonly palette: Palette;
  readonly width: number | null;
  readonly height: number | null;
  readonly title: string | null;
  readonly subtitle: string | null;
}

/** Checks what every chart can be told; names are checked by the chart, which may have more of them. */
export function checkedChartOptions(options: ChartOptions): CheckedChartOptions {
  const { locale = en, theme = "light", width, height, title, subtitle } = options;
  const isLocale = typeof locale === "object" && locale !== null && typeof locale.format === "object";
  checkOption("locale", locale, isLocale ? null : "This is no locale: pass en, de, or an object like them.");
  checkOneOf("theme", theme, ["light", "dark"]);
  for (const [path, pixels] of Object.entries({ width, height })) {
    if (pixels !== undefined) checkNumber(path, pixels, { least: 40, most: 10_000 });
  }
  for (const [path, text] of Object.entries({ title, subtitle })) {
    checkOption(path, text, text === undefined || typeof text === "string" ? null : "This is no text.");
  }
  return {
    locale,
    theme,
    palette: paletteOf(theme),
    width: width ?? null,
    height: height ?? null,
    title: title ?? null,
    subtitle: subtitle ?? null,
  };
}
