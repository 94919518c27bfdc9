import type { RfmPlan } from "./rfm-plan.ts";
import type { RfmOfRows, SegmentSize } from "./rfm-result.ts";
import { scoreValues } from "./rfm-scores.ts";
import type { RfmValues } from "./rfm-values.ts";
import { rfmWarnings } from "./rfm-warnings.ts";
import { cellPlace, type GridCell } from "./segment-grid.ts";

/** Scores of everybody, without the rows. */
export interface ScoreTable {
  /** The cell of each customer. */
  readonly cells: readonly GridCell<string>[];
  /** What the result says about them. */
  readonly summary: Omit<RfmOfRows<string>, "rows">;
}

/** Scores values and finds their segments. */
export function scoreTable(values: RfmValues, plan: RfmPlan<string>): ScoreTable {
  const { method, bins, grid } = plan;
  const scored = scoreValues(values, plan);
  const { recency, frequency, monetary } = scored.scores;
  const cells = new Array<GridCell<string>>(values.ids.length);
  const sizes = new Int32Array(grid.cells.length);
  for (let i = 0; i < cells.length; i++) {
    const place = cellPlace(bins, recency[i] as number, frequency[i] as number, monetary[i] as number);
    cells[i] = grid.cells[place] as GridCell<string>;
    sizes[place] = (sizes[place] as number) + 1;
  }
  const segments = segmentSizes(plan, sizes, cells.length);
  const warnings = rfmWarnings(values, plan, scored);
  return { cells, summary: { method, bins, limits: scored.limits, segments, warnings } };
}

function segmentSizes(
  { grid }: RfmPlan<string>,
  sizes: Int32Array,
  scored: number,
): readonly SegmentSize<string>[] {
  const customersOf = new Map<string | null, number>();
  for (const [place, { segment }] of grid.cells.entries()) {
    customersOf.set(segment, (customersOf.get(segment) ?? 0) + (sizes[place] as number));
  }
  return grid.segments.map((segment) => {
    const customers = customersOf.get(segment) ?? 0;
    return { segment, customers, shareOfCustomers: scored > 0 ? customers / scored : null };
  });
}
