import { RFM_DIMENSIONS, type RfmDimension } from "../segmentation/rfm-dimension.ts";
import type { RfmPlan } from "../segmentation/rfm-plan.ts";
import type { SegmentGrid } from "../segmentation/segment-grid.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";

const VALUES = ["customer_id", "recency", "frequency", "revenue", "money", "monetary"];

/** From `comparable_values` to `scored_customers` with recency_score, frequency_score and monetary_score. */
export function rfmScoreSteps(syntax: SqlSyntax, plan: RfmPlan<string>): QueryStep[] {
  const { method, breaks } = plan;
  if (breaks !== null) {
    const scores = RFM_DIMENSIONS.map((dimension) => {
      const limits = breaks[dimension];
      const above = (k: number): string => `${dimension} > ${syntax.toDouble(String(limits[k - 1]))}`;
      return scoreOf(dimension, limits.length + 1, above);
    });
    return [scoreStep("scored_customers", "comparable_values", VALUES, scores)];
  }
  if (method !== "nested") {
    return [
      rankStep("ranked_values", "comparable_values", VALUES, RFM_DIMENSIONS, []),
      scoreStep(
        "scored_customers",
        "ranked_values",
        VALUES,
        RFM_DIMENSIONS.map((dimension) => quantileScore(dimension, plan)),
      ),
    ];
  }
  const steps: QueryStep[] = [];
  const known: string[] = [];
  let from = "comparable_values";
  for (const dimension of RFM_DIMENSIONS) {
    const isLast = dimension === "monetary";
    const to = isLast ? "scored_customers" : `${dimension}_scored`;
    steps.push(
      rankStep(`${dimension}_ranked`, from, [...VALUES, ...known], [dimension], known),
      scoreStep(to, `${dimension}_ranked`, [...VALUES, ...known], [quantileScore(dimension, plan)]),
    );
    known.push(`${dimension}_score`);
    from = to;
  }
  return steps;
}

/** How many customers of one's group have a smaller value, and how many there are in all. */
function rankStep(
  name: string,
  from: string,
  columns: readonly string[],
  dimensions: readonly RfmDimension[],
  groups: readonly string[],
): QueryStep {
  const partition = groups.length === 0 ? "" : `PARTITION BY ${groups.join(", ")}`;
  const ranks = dimensions.map(
    (dimension) =>
      `RANK() OVER (${[partition, `ORDER BY ${dimension}`].filter((part) => part !== "").join(" ")}) - 1 AS ${dimension}_below`,
  );
  return {
    name,
    sql: `SELECT\n  ${[...columns, `COUNT(*) OVER (${partition}) AS group_size`, ...ranks].join(",\n  ")}\nFROM ${from}`,
  };
}

function scoreStep(
  name: string,
  from: string,
  columns: readonly string[],
  scores: readonly string[],
): QueryStep {
  return { name, sql: `SELECT\n  ${[...columns, ...scores].join(",\n  ")}\nFROM ${from}` };
}

/**
 * A score by quantiles (R-7). A value exceeds the quantile k/bins of n values if it exceeds the value at the whole part of the place (n − 1)·k/bins,
 * from 0: that is, if more values than this are below it.
 */
function quantileScore(dimension: RfmDimension, { bins }: RfmPlan<string>): string {
  const count = bins[dimension];
  const above = (k: number): string => `${count} * ${dimension}_below > ${k} * (group_size - 1)`;
  return scoreOf(dimension, count, above);
}

/** The score of a dimension with so many, from conditions that say whether a value is above the limit k. */
function scoreOf(dimension: RfmDimension, bins: number, above: (k: number) => string): string {
  const cases = Array.from({ length: bins - 1 }, (_, i) => {
    const k = bins - 1 - i;
    return `WHEN ${above(k)} THEN ${scoreAt(dimension, bins, k)}`;
  });
  return `CASE\n    ${cases.join("\n    ")}\n    ELSE ${scoreAt(dimension, bins, 0)}\n  END AS ${dimension}_score`;
}

/** The highest score is best: fewest days, most orders, most revenue. */
function scoreAt(dimension: RfmDimension, bins: number, level: number): number {
  return dimension === "recency" ? bins - level : level + 1;
}

/** The segment of the three scores; `NULL` if there are no rules. */
export function segmentOfScores(syntax: SqlSyntax, { cells, segments }: SegmentGrid<string>): string {
  const code = "100 * recency_score + 10 * frequency_score + monetary_score";
  const cases = segments.map((segment) => {
    const own = cells.filter((cell) => cell.segment === segment).map(({ cell }) => cell);
    return `WHEN ${code} IN (${own.join(", ")}) THEN ${syntax.text(segment)}`;
  });
  return cases.length === 0
    ? `NULLIF(${syntax.text("")}, ${syntax.text("")})`
    : `CASE\n    ${cases.join("\n    ")}\n    ELSE NULL\n  END`;
}
