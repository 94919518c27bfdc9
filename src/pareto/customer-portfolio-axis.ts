import { quantile } from "../math/quantile.ts";
import type { Accessor } from "../rows/accessor.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import type { AccountCriterion } from "./account-criterion.ts";
import { type CriterionScore, readScores } from "./account-scores.ts";
import { type AccountWarning, equalWarnings } from "./account-warnings.ts";

/** One of the two axes of a portfolio. */
export type PortfolioAxisName = "attractiveness" | "position";

/** What lies on an axis: a figure of the row as it is, or a weighted score of several. */
export type PortfolioAxis<Row> = Accessor<Row, number> | readonly AccountCriterion<Row>[];

/** Where customers lie on an axis. */
export interface AxisCoordinates {
  readonly coordinates: Float64Array;
  /** Names of criteria in which all are equal. */
  readonly equal: readonly string[];
  partsOf(row: number): CriterionScore[];
}

/** Reads an axis; the coordinates can be asked for once nothing was noted. */
export function readAxis<Row>(
  rows: readonly Row[],
  name: PortfolioAxisName,
  axis: PortfolioAxis<Row>,
  collector: IssueCollector,
): () => AxisCoordinates {
  if (Array.isArray(axis)) {
    const scored = readScores(rows, name, axis as readonly AccountCriterion<Row>[], collector);
    return () => {
      const { scores, equal, partsOf } = scored();
      return { coordinates: scores, equal, partsOf };
    };
  }
  const coordinates = readNumbers(rows, axis as Accessor<Row, number>, name, collector);
  return () => ({ coordinates, equal: [], partsOf: () => [] });
}

/** The middle of all coordinates; `null` if there are none. */
export function medianOf(coordinates: Float64Array): number | null {
  return quantile(coordinates.slice().sort(), 0.5);
}

/** Warns of an axis that tells nobody apart. */
export function axisWarnings(
  name: PortfolioAxisName,
  { coordinates, equal }: AxisCoordinates,
  limit: number | null,
): AccountWarning[] {
  const warnings = equalWarnings(equal, coordinates.length);
  if (limit === null) return warnings;
  const high = coordinates.reduce((count, coordinate) => count + (coordinate >= limit ? 1 : 0), 0);
  if (high > 0 && high < coordinates.length) return warnings;
  const side = high > 0 ? "at or above" : "below";
  const message = `All customers lie ${side} the limit ${limit} of ${name}: set a number in limits.${name} that parts them.`;
  return [...warnings, { code: "one-sided-axis", customers: coordinates.length, message }];
}
