import type { Accessor } from "../rows/accessor.ts";
import { codesByKey, type GroupKey } from "../rows/group-codes.ts";
import { groupOffsets } from "../rows/group-offsets.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { refuseOverflow } from "./group-sums.ts";
import { type SummedGroups, summarizeValues, type ValueSummary } from "./group-values.ts";

/** What is said about segments. */
export interface SegmentDescriptionOptions<Row, Feature extends string = never> {
  /** What is added up: a field or a function of the row. Default: the field `revenue`. */
  readonly value?: Accessor<Row, number>;
  /** Numbers whose medians tell what the customers of a segment are like, by names of your own. Default none. */
  readonly features?: Readonly<Record<Feature, Accessor<Row, number>>>;
}

/** A segment in figures. */
export interface SegmentDescription<Feature extends string = never> {
  /** `null` for rows without segment. */
  readonly segment: GroupKey;
  readonly customers: number;
  readonly shareOfCustomers: number;
  readonly revenue: number;
  /** `null` unless the whole revenue is above 0. Below 0 for a segment that returned more than it bought. */
  readonly shareOfRevenue: number | null;
  /** The median of each feature. */
  readonly medians: Readonly<Record<Feature, number>>;
}

/** Segments in figures, which add up to the whole. */
export interface SegmentDescriptions<Feature extends string = never> {
  /** By descending revenue; segments of equal revenue in the order in which they first appear. */
  readonly segments: readonly SegmentDescription<Feature>[];
  readonly customers: number;
  readonly revenue: number;
  /** The median of each feature over all rows; `null` without rows. */
  readonly medians: Readonly<Record<Feature, number | null>>;
}

const NAMES = { value: true, features: true } satisfies Record<keyof SegmentDescriptionOptions<never>, true>;

/**
 * Describes segments: how many customers each has, what they bring, and what they are like.
 *
 * Rows without segment are described under `null`. Works for any rows and any grouping: segments of RFM, classes, clusters, regions. Medians are those of the customers in a segment; they do not
 * add up, but customers and revenue do.
 *
 * @param rows - Rows, one for each customer.
 * @param segment - Name of the field, or function of the row, that holds the segment: a text, a number or a truth value.
 * @param options - `value`: what is added up as revenue (default the field `revenue`); `features`: numbers whose medians are wanted, by name.
 * @returns `{ segments, customers, revenue, medians }`: a row for each segment with customers, revenue, shares of both and medians.
 * @throws {@link DataError} with all rows that are none or lack a number, or if revenue adds up to more than a number can hold.
 *
 * @example
 * import { describeSegments } from "clientele";
 *
 * const rows = [
 *   { segment: "loyal", revenue: 300, orders: 6 },
 *   { segment: "loyal", revenue: 500, orders: 9 },
 *   { segment: "lost", revenue: 200, orders: 1 },
 * ];
 * const { segments, revenue } = describeSegments(rows, "segment", { features: { orders: "orders" } });
 * revenue; // => 1000
 * segments[0]; // => { segment: "loyal", customers: 2, shareOfCustomers: 0.6667, revenue: 800, shareOfRevenue: 0.8, medians: { orders: 7.5 } }
 */
export function describeSegments<Row, Feature extends string = never>(
  rows: Iterable<Row>,
  segment: Accessor<Row, GroupValue>,
  options: SegmentDescriptionOptions<Row, Feature> = {},
): SegmentDescriptions<Feature> {
  checkNames("options", options, NAMES);
  const { value = "revenue" as Accessor<Row, number>, features: wanted = {} } = options;
  checkFeatures(wanted);
  const features: Readonly<Record<string, Accessor<Row, number>>> = wanted;
  const list = listOfRows(rows);
  const collector = new IssueCollector();
  const { groups, codes } = codesByKey(list, segment, "segment", collector);
  const summaries = (accessor: Accessor<Row, number>, name: string): (() => SummedGroups) => {
    const numbers = readNumbers(list, accessor, name, collector);
    return () => {
      refuseOverflow(numbers, typeof accessor === "string" ? accessor : name);
      return summarizeValues(numbers, codes, groups.length);
    };
  };
  const summarizeRevenue = summaries(value, "value");
  const columns = Object.entries<Accessor<Row, number>>(features).map(
    ([name, accessor]) => [name, summaries(accessor, `features.${name}`)] as const,
  );
  collector.throwIfAny();
  const revenue = summarizeRevenue();
  const medians = columns.map(([name, summarize]) => [name, summarize()] as const);
  const offsets = groupOffsets(codes, groups.length);
  const segments = groups.map((group, at) => {
    const customers = (offsets[at + 1] as number) - (offsets[at] as number);
    const { sum, share } = revenue.groups[at] as ValueSummary;
    return {
      segment: group,
      customers,
      shareOfCustomers: customers / list.length,
      revenue: sum,
      shareOfRevenue: share,
      medians: recordOf<Feature, number>(medians, (feature) => feature.groups[at]),
    };
  });
  return {
    segments: segments.sort((one, other) => other.revenue - one.revenue),
    customers: list.length,
    revenue: revenue.total.sum,
    medians: recordOf<Feature, number | null>(medians, (feature) => feature.total),
  };
}

function checkFeatures(features: unknown): void {
  const isRecord = typeof features === "object" && features !== null && !Array.isArray(features);
  checkOption("features", features, isRecord ? null : FEATURES_TROUBLE);
}

const FEATURES_TROUBLE = 'This is no record of features: pass fields by name, like { orders: "orders" }.';

function recordOf<Feature extends string, Median extends number | null>(
  features: readonly (readonly [string, SummedGroups])[],
  summaryOf: (feature: SummedGroups) => ValueSummary | undefined,
): Readonly<Record<Feature, Median>> {
  const medians = features.map(([name, feature]) => [name, summaryOf(feature)?.median ?? null]);
  return Object.fromEntries(medians) as Readonly<Record<Feature, Median>>;
}
