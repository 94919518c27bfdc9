import type { Report } from "../analysis/report.ts";
import { type Content, element } from "./element.ts";
import { pictureFrame } from "./picture-frames.ts";
import type { Speech } from "./speech.ts";
import { tableOf } from "./table.ts";

/** Retention by cohort: a row for each cohort, and one for all of them. */
export function cohortsSection({ cohorts }: Report, { texts, format, count }: Speech): readonly Content[] {
  const words = texts.cohorts;
  const { matrix, pooled, period } = cohorts;
  const intervals = Math.max(0, ...matrix.rates.map((rates) => rates.length));
  const head = [
    words.cohort,
    words.size,
    ...Array.from({ length: intervals }, (_, interval) => String(interval)),
  ];
  const percent = (rate: number | null): string => (rate === null ? "–" : format.number(rate * 100, 0));
  const rows = cohorts.cohorts.map(({ cohort, size }, at) => {
    const cells = (matrix.rates[at] ?? []).map((rate, interval) => {
      const isOver = matrix.complete[at]?.[interval] ?? false;
      return isOver ? percent(rate) : `(${percent(rate)})`;
    });
    return [cohort, count(size), ...padded(cells, intervals)];
  });
  const all = pooled.map(({ rate }) => percent(rate));
  const total = count(cohorts.cohorts.reduce((sum, { size }) => sum + size, 0));
  const hint = words.hint[period === "month" || period === "quarter" ? period : "year"];
  return [
    element("h3", {}, words.heading),
    element("p", {}, hint),
    pictureFrame("cohorts"),
    tableOf({ caption: words.caption, head, rows: [...rows, [words.all, total, ...padded(all, intervals)]] }),
  ];
}

function padded(cells: readonly string[], length: number): readonly string[] {
  return [...cells, ...new Array<string>(Math.max(0, length - cells.length)).fill("")];
}
