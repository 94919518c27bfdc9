import type { IssueCode } from "clientele";
import type { Analysis } from "./analysis.ts";
import { remarks } from "./facts.ts";
import type { Section } from "./report.ts";
import type { Speech } from "./speech.ts";
import { sumOf } from "./sums.ts";
import { table } from "./table.ts";

/** From this share of all rows on, a fault is more likely one of reading than of the rows. */
const MANY = 0.05;

/** Which rows were left out, and why. */
export function skippedRows({ log }: Analysis, { texts, locale, format }: Speech): Section {
  const { heading, nothing, rows, share } = texts.skipped;
  const { total, byCode } = log.skipped;
  if (total === 0) return { heading, lines: remarks([nothing]) };
  const counts = (Object.entries(byCode) as [IssueCode, number][]).sort(byCountThenCode);
  const columns = [
    { head: locale.terms.reason, align: "left" },
    { head: rows, align: "right" },
    { head: share, align: "right" },
  ] as const;
  const line = (label: string, count: number): string[] => [
    label,
    format.number(count, 0),
    format.percent(count / log.rows),
  ];
  const body = counts.map(([code, count]) => line(locale.issues[code], count));
  const faults = sumOf(counts.map(([, count]) => count));
  const hints = counts.flatMap(([code, count]) =>
    count > log.rows * MANY ? (texts.skipped.hints[code] ?? []) : [],
  );
  return {
    heading,
    lines: [
      ...table(columns, body, line(locale.terms.total, total)),
      ...remarks([...(faults > total ? [texts.skipped.twoFaults] : []), ...hints]),
    ],
  };
}

function byCountThenCode([codeA, a]: [IssueCode, number], [codeB, b]: [IssueCode, number]): number {
  if (a !== b) return b - a;
  return codeA < codeB ? -1 : 1;
}
