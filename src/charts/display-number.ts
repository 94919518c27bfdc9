import { formatNumber, type TextFormat } from "../text/text-format.ts";
import type { Chart, ChartValue } from "./chart.ts";

/** How figures of a chart are written: by the language that stands in the chart itself. */
export interface FigureFormat {
  readonly text: TextFormat;
  readonly percent: string;
}

export function figureFormat({ config }: Chart): FigureFormat {
  const { locale } = partOf(config);
  const { number } = partOf(locale);
  const { decimal, thousands, percent } = partOf(number);
  const mark = (value: ChartValue | undefined, otherwise: string): string =>
    typeof value === "string" ? value : otherwise;
  return {
    text: {
      decimalMark: mark(decimal, "."),
      groupMark: mark(thousands, ","),
      date: "{year}-{month}-{day}",
    },
    percent: mark(percent, "%"),
  };
}

/** What a part holds; nothing if it is none. */
export function partOf(value: ChartValue | undefined): Readonly<Record<string, ChartValue | undefined>> {
  const isPart = typeof value === "object" && value !== null && !Array.isArray(value);
  return isPart ? (value as Readonly<Record<string, ChartValue | undefined>>) : {};
}

/** Writes a figure in a format of Vega such as `",.0f"` or `".1%"`; what is no number stays as it is, and what is missing is a dash. */
export function figureText(value: unknown, format: string, { text, percent }: FigureFormat): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value !== "number") return String(value);
  const [, group = "", decimals = null, kind = ""] = /^(,?)(?:\.(\d+))?([f%d]?)$/.exec(format) ?? [];
  const marks = group === "" && kind !== "%" ? { ...text, groupMark: "" } : text;
  if (kind === "%") return formatNumber(100 * value, Number(decimals ?? 0), marks) + percent;
  if (decimals !== null) return formatNumber(value, Number(decimals), marks);
  return formatNumber(value, Number.isInteger(value) ? 0 : 2, marks);
}
