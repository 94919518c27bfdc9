import type { IssueCode } from "clientele";
import type { FaultyRow, FaultyRows } from "../analysis/faulty-rows.ts";
import type { ColumnRole } from "../reading/reading.ts";
import { element, elementOf } from "./element.ts";
import type { Speech } from "./speech.ts";
import { tableOf } from "./table.ts";

/** Lists the rows that were left out: line, field, what stood there, and what is wrong. */
export function showFaults(
  faults: FaultyRows | null,
  rows: number | null,
  columns: Readonly<Record<ColumnRole, string | null>>,
  speech: Speech,
): void {
  elementOf("faults", HTMLElement).hidden = faults === null || faults.total === 0;
  const list = elementOf("fault-list", HTMLElement);
  if (faults === null || faults.total === 0) {
    list.replaceChildren();
    return;
  }
  const { texts, locale, count } = speech;
  const words = texts.faults;
  const counts = Object.entries(faults.byCode).map(([code, number]) => [
    locale.issues[code as IssueCode],
    count(number),
  ]);
  const cells = (fault: FaultyRow): readonly string[] => [
    String(fault.line),
    fault.column === null ? words.wholeRow : (columns[fault.column] ?? fault.column),
    fault.value,
    speech.language === "en" ? fault.message : locale.issues[fault.code],
  ];
  const summary = rows === null ? [] : [words.summary(count(faults.total), count(rows))];
  const more = faults.listed.length < faults.total ? [words.more(count(faults.listed.length))] : [];
  list.replaceChildren(
    element("p", {}, [...summary, ...more].join(" ")),
    tableOf({ caption: words.counts, head: [words.reason, words.rows], rows: counts }),
    tableOf({
      caption: words.list,
      head: [words.line, words.field, words.value, words.message],
      rows: faults.listed.map(cells),
      words: 3,
      sentences: true,
    }),
  );
}
