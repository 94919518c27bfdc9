import { checkOption } from "../rows/options.ts";
import type { CheckedChartOptions } from "./chart-options.ts";

/** The option of charts that show what customers are worth. */
export interface ValueNameOptions {
  /** What the value is called, such as `"revenue"`, as it fits into "share of the …". Default "value". */
  readonly valueName?: string;
}

/** The value's name as the caller or the language has it. */
export function checkedValueName({ valueName }: ValueNameOptions, { locale }: CheckedChartOptions): string {
  const isName = valueName === undefined || (typeof valueName === "string" && valueName !== "");
  checkOption("valueName", valueName, isName ? null : "This is no name: pass a text.");
  return valueName ?? locale.charts.customers.value;
}
