import type { GroupKey } from "../rows/group-codes.ts";
import type { RfmOfRows, RfmScored } from "../segmentation/rfm-result.ts";
import { RFM_RULES } from "../segmentation/segment-rules.ts";

/** A cell of the grid of recency and value. */
export interface RfmGridCell {
  readonly recency: number;
  /** FM score, or the frequency score where the two have different numbers of scores. */
  readonly vertical: number;
  readonly customers: number;
  readonly revenue: number;
  /** `null` without rules, and for a cell that is empty. */
  readonly segment: string | null;
  /** Customers of the cell are of several segments, as rules of one's own may have it. */
  readonly several: boolean;
}

/** The result of RFM as a grid draws it. */
export type AnyRfm = RfmOfRows<string, RfmScored<string>>;

/** Whether the grid goes up by the FM score; else it does by the frequency score. */
export function hasFmScore({ bins }: AnyRfm): boolean {
  return bins.frequency === bins.monetary;
}

/** All cells of the grid, empty ones included. */
export function rfmGridCells(rfm: AnyRfm): readonly RfmGridCell[] {
  const { bins, rows } = rfm;
  const byFm = hasFmScore(rfm);
  const cells = new Map<number, { customers: number; revenue: number; segments: Set<GroupKey> }>();
  const placeOf = (recency: number, vertical: number): number => recency * 10 + vertical;
  for (const { recencyScore, frequencyScore, fmScore, revenue, segment } of rows) {
    const place = placeOf(recencyScore, (byFm ? fmScore : null) ?? frequencyScore);
    const cell = cells.get(place) ?? { customers: 0, revenue: 0, segments: new Set() };
    cell.customers += 1;
    cell.revenue += revenue;
    cell.segments.add(segment);
    cells.set(place, cell);
  }
  const rules = defaultSegments(rfm);
  const result: RfmGridCell[] = [];
  for (let recency = 1; recency <= bins.recency; recency++) {
    for (let vertical = 1; vertical <= bins.frequency; vertical++) {
      const cell = cells.get(placeOf(recency, vertical));
      const [only = null] = cell?.segments ?? [];
      const several = (cell?.segments.size ?? 0) > 1;
      result.push({
        recency,
        vertical,
        customers: cell?.customers ?? 0,
        revenue: cell?.revenue ?? 0,
        segment: several
          ? null
          : cell === undefined
            ? (rules.get(`${recency}${vertical}`) ?? null)
            : String(only ?? "") || null,
        several,
      });
    }
  }
  return result;
}

/** The segments of cells by the default rules, if those are the ones of the result. */
function defaultSegments({ segments, bins }: AnyRfm): ReadonlyMap<string, string> {
  const fits =
    bins.recency === 5 &&
    bins.frequency === 5 &&
    bins.monetary === 5 &&
    segments.length === RFM_RULES.length &&
    segments.every(({ segment }, at) => segment === RFM_RULES[at]?.segment);
  if (!fits) return new Map();
  return new Map(RFM_RULES.flatMap(({ segment, cells }) => cells.map((cell) => [cell, segment])));
}
