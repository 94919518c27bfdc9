import { checkNames, checkOption } from "../rows/options.ts";
import type { SegmentMigration } from "../segmentation/migration-result.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { fineShareText } from "./fine-share-text.ts";
import { type FlowCell, type FlowWords, flowMatrix, flowRows, flowSize } from "./flow-matrix.ts";
import { frameChart } from "./frame-chart.ts";
import { groupTexts } from "./group-texts.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { segmentNames } from "./segment-names.ts";

/** What the matrix of segments can be told. */
export interface MigrationChartOptions extends ChartOptions {}

/** A matrix of more cannot be read. */
const MOST_SEGMENTS = 40;

/**
 * Draws from which segment to which customers went: numbers as text, shares of the segment before as colour.
 *
 * Framed cells are those who stayed. The last row is of those who entered, the last column of those who left. Segments stand in the order of the result.
 *
 * @param migration - What `segmentMigration` returns, also after a way through JSON.
 * @param options - Those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with a row for each pair of segments: `{ from, to, customers, share, stayed }`.
 * @throws DataError for what is no result of `segmentMigration`, without segments or with more than 40, or for options that cannot be used.
 *
 * @example
 * import { segmentMigration } from "clientele";
 * import { migrationChart } from "clientele/charts";
 *
 * const lastYear = [
 *   { customerId: "Ada", class: "A" },
 *   { customerId: "Ben", class: "B" },
 * ];
 * const thisYear = [
 *   { customerId: "Ada", class: "B" },
 *   { customerId: "Ben", class: "B" },
 *   { customerId: "Dora", class: "A" },
 * ];
 * const chart = migrationChart(segmentMigration(lastYear, thisYear, { order: ["A", "B"] }));
 * chart.title.text; // => "50% of the customers stayed in their segment"
 * chart.title.subtitle; // => "2 before, 3 afterwards: 0 moved up, 1 moved down, 0 left, 1 entered"
 */
export function migrationChart(migration: SegmentMigration, options: MigrationChartOptions = {}): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  checkMigration(migration);
  const { locale } = checked;
  const { migration: words } = locale.charts.customers;
  const { counts, shares, total } = migration;
  const { sides } = locale.tiers;
  const segments = migration.segments.map(({ segment }) => segment);
  const nameOf = segmentNames(segments, locale, "");
  const [entered = "", left = "", ...names] = groupTexts(
    [sides.entered, sides.left, ...segments.map(nameOf)],
    "",
  );
  const keys = segments.map(String);
  const cells = [...keys, "entered"].flatMap((from, row) =>
    [...keys, "left"].map((to, column): FlowCell => {
      return {
        from: names[row] ?? entered,
        to: names[column] ?? left,
        customers: counts[from]?.[to] ?? 0,
        share: shares[from]?.[to] ?? null,
        stayed: row === column && row < keys.length,
      };
    }),
  );
  const number = (customers: number | null): string => formatNumber(customers ?? 0, 0, locale.format);
  const { before, after, stayed, moved, up, down } = total;
  const places = {
    share: fineShareText(total.stayedShare, locale),
    before: number(before),
    after: number(after),
    stayed: number(stayed),
    moved: number(moved),
    up: number(up),
    down: number(down),
    left: number(total.left),
    entered: number(total.entered),
  };
  const flow: FlowWords = {
    rows: [...names, entered],
    columns: [...names, left],
    from: words.from,
    to: words.to,
    share: words.shareOfRow,
    customers: locale.terms.customers,
  };
  return frameChart(
    flowMatrix(flow, checked),
    flowRows(cells),
    {
      title: fillTemplate(words.title, places),
      subtitle: fillTemplate(up === null ? words.subtitle : words.orderedSubtitle, places),
      description: fillTemplate(words.description, places),
    },
    flowSize(flow),
    checked,
  );
}

function checkMigration(migration: SegmentMigration): void {
  const maker = "segmentMigration";
  const fields = { counts: "record", shares: "record", segments: "list", total: "record" } as const;
  checkResult("migration", migration, fields, maker);
  checkEntries("migration.segments", migration.segments, { before: "number", after: "number" }, maker);
  const totals = {
    before: "number",
    after: "number",
    stayed: "number",
    moved: "number",
    left: "number",
    entered: "number",
    up: "number?",
    stayedShare: "number?",
  } as const;
  checkResult("migration.total", migration.total, totals, maker);
  const { length } = migration.segments;
  checkOption("migration", length, length > 0 ? null : "There are no segments, so there is nothing to draw.");
  const trouble = `A matrix of more than ${MOST_SEGMENTS} segments cannot be read: join small ones.`;
  checkOption("migration", length, length <= MOST_SEGMENTS ? null : trouble);
}
