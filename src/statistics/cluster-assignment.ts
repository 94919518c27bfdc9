import { type Accessor, checkAccessor, column, readValue } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import type { ClusterCentres } from "./cluster-check-model.ts";
import { type FeatureFields, placeRows } from "./cluster-placement.ts";
import type { FeatureColumns } from "./feature-spec.ts";

/** The cluster of a row. */
export interface ClusterAssignment {
  /** Place of the row in the input, from 0. */
  readonly index: number;
  /** Where rows say whose they are. */
  readonly customerId?: CustomerId;
  /** Number of the cluster, from 1. */
  readonly cluster: number;
  /** How far the row is from the centre, in the scaled space: 1 is about a standard deviation of one feature. */
  readonly distance: number;
}

/** The clusters of rows, in the order of the columns. */
export interface ClusterAssignmentColumns {
  /** Numbers of clusters, from 1. */
  readonly cluster: Int32Array;
  readonly distance: Float64Array;
}

/** Options of `assignClusters` for rows. */
export interface AssignClustersOptions<Row> extends FeatureFields<Row> {
  /** Who the row is about. Default: the field `customerId`, if the first row has one. */
  readonly id?: Accessor<Row, CustomerId>;
}

/** Options of `assignClusters` for columns. */
export interface AssignColumnsOptions<Columns> {
  /** By feature, the name of the column. Default: the column called as the feature. */
  readonly features?: Readonly<Record<string, keyof Columns & string>>;
}

/**
 * The cluster of each row under a model: of the rows that it was fitted to, or of new ones.
 *
 * It is the cluster whose centre is nearest, features transformed and scaled as they were for the model, however the new rows are distributed.
 *
 * @param model - What `kMeans` returns, also after a way through JSON.
 * @param rows - Rows, or columns of equal length by name.
 * @param options - `features`, where rows hold features that are no fields of their name: by feature, a field or a function; `id`, who a row is about.
 * @returns For rows `[{ index, customerId?, cluster, distance }]` in their order; for columns `{ cluster, distance }`, typed arrays.
 * @throws {@link DataError} if it is no model, or for numbers that are missing or have no logarithm.
 *
 * @example
 * import { assignClusters, kMeans } from "clientele";
 *
 * const known = { orders: [1, 2, 2, 20, 24], revenue: [20, 30, 25, 900, 1100] };
 * const model = kMeans(known, ["orders", "revenue"], { clusters: 2, seed: 1 });
 * assignClusters(model, [{ customerId: "new", orders: 18, revenue: 700 }]);
 * // => [{ index: 0, customerId: "new", cluster: 2, distance: 0.739 }]
 * assignClusters(model, known).cluster; // => [1, 1, 1, 2, 2]
 */
export function assignClusters<Row>(
  model: ClusterCentres,
  rows: Iterable<Row>,
  options?: AssignClustersOptions<Row>,
): readonly ClusterAssignment[];
export function assignClusters<Columns extends FeatureColumns>(
  model: ClusterCentres,
  columns: Columns,
  options?: AssignColumnsOptions<Columns>,
): ClusterAssignmentColumns;
export function assignClusters(
  model: ClusterCentres,
  data: unknown,
  options: { readonly features?: unknown; readonly id?: unknown } = {},
): readonly ClusterAssignment[] | ClusterAssignmentColumns {
  checkNames("options", options, { features: true, id: true });
  const { source, labels, distances } = placeRows(model, data, options.features);
  if (source.list === null) {
    const trouble = "Columns keep their order, so leave id out.";
    checkOption("id", options.id, options.id === undefined ? null : trouble);
    return { cluster: labels.map((label) => label + 1), distance: distances };
  }
  const ids = idsOf(source.list, options.id);
  return source.list.map((_, index): ClusterAssignment => {
    const assigned = { cluster: (labels[index] as number) + 1, distance: distances[index] as number };
    return ids === null
      ? { index, ...assigned }
      : { index, customerId: ids[index] as CustomerId, ...assigned };
  });
}

function idsOf(rows: readonly unknown[], accessor: unknown): readonly CustomerId[] | null {
  const first = rows[0];
  const isThere = typeof first === "object" && first !== null && "customerId" in first;
  if (accessor === undefined && !isThere) return null;
  const wanted = accessor ?? "customerId";
  checkAccessor("id", wanted);
  const id = column<unknown>(wanted as string, "id");
  return rows.map((row, index) => {
    const value = readValue(row, id);
    if (typeof value === "string" ? value !== "" : Number.isFinite(value)) return value as CustomerId;
    const message = "The customer id must be a text or a finite number.";
    throw new DataError([
      { code: "invalid_customer", row: index, field: id.field, value: plainValue(value), message },
    ]);
  });
}
