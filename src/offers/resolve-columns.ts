import { type Column, checkAccessors, column } from "../rows/accessor.ts";
import { type NamedColumn, namedColumns, type RowAccessor } from "../rows/named-columns.ts";
import { checkNames } from "../rows/options.ts";
import { anyHasField } from "../rows/unique-customers.ts";

/** The columns of an offer, whatever the rows call them; `null` for those that are not there. */
export interface ResolvedColumns<Row> {
  readonly id: Column<Row> | null;
  readonly customer: Column<Row>;
  readonly status: Column<Row>;
  readonly submitted: Column<Row>;
  readonly decided: Column<Row>;
  readonly value: Column<Row>;
  /** Whether the values were named, and not only looked for under their default name. */
  readonly valueNamed: boolean;
  readonly wonValue: Column<Row> | null;
  readonly margin: Column<Row> | null;
  readonly cost: Column<Row> | null;
  readonly hours: Column<Row> | null;
  readonly stage: Column<Row>;
  readonly stageNamed: boolean;
  readonly keys: readonly NamedColumn<Row>[];
  /** Columns that were named as a field that no row has. */
  readonly absent: readonly NamedColumn<Row>[];
}

/** Columns as a caller without types may pass them. */
export interface LooseColumns<Row> {
  readonly id?: RowAccessor<Row>;
  readonly customer?: RowAccessor<Row>;
  readonly status?: RowAccessor<Row>;
  readonly submitted?: RowAccessor<Row>;
  readonly decided?: RowAccessor<Row>;
  readonly value?: RowAccessor<Row>;
  readonly wonValue?: RowAccessor<Row>;
  readonly margin?: RowAccessor<Row>;
  readonly cost?: RowAccessor<Row>;
  readonly hours?: RowAccessor<Row>;
  readonly stage?: RowAccessor<Row>;
  readonly keys?: Readonly<Record<string, RowAccessor<Row>>>;
}

const NAMES = {
  id: true,
  customer: true,
  status: true,
  submitted: true,
  decided: true,
  value: true,
  wonValue: true,
  margin: true,
  cost: true,
  hours: true,
  stage: true,
  keys: true,
} satisfies Record<keyof LooseColumns<unknown>, true>;

/** Checks the columns that were named and fills in the fields of the default names. */
export function resolveColumns<Row>(
  rows: readonly Row[],
  columns: LooseColumns<Row> = {},
): ResolvedColumns<Row> {
  checkNames("columns", columns, NAMES);
  const { keys = {}, ...single } = columns;
  checkAccessors("columns", single, NAMES);
  const named = (name: keyof typeof single): Column<Row> | null =>
    single[name] === undefined ? null : column(single[name], name);
  const others = namedColumns(keys, ["customer", "stage"]);
  return {
    id: named("id"),
    customer: column(single.customer ?? "customerId", "customer"),
    status: column(single.status ?? "status", "status"),
    submitted: column(single.submitted ?? "submitted", "submitted"),
    decided: column(single.decided ?? "decided", "decided"),
    value: column(single.value ?? "value", "value"),
    valueNamed: single.value !== undefined,
    wonValue: named("wonValue"),
    margin: named("margin"),
    cost: named("cost"),
    hours: named("hours"),
    stage: column(single.stage ?? "stage", "stage"),
    stageNamed: single.stage !== undefined,
    keys: others,
    absent: absentColumns(rows, single, others),
  };
}

/** A misspelt name of a field would leave a column empty in silence, where rows may do without it. */
function absentColumns<Row>(
  rows: readonly Row[],
  single: Omit<LooseColumns<Row>, "keys">,
  keys: readonly NamedColumn<Row>[],
): readonly NamedColumn<Row>[] {
  if (rows.length === 0) return [];
  const named = Object.entries(single)
    .filter(([, accessor]) => accessor !== undefined)
    .map(([name, accessor]) => ({ name, column: column<Row>(accessor, name) }));
  return [...named, ...keys].filter(({ column: { key } }) => key !== null && !anyHasField(rows, key));
}
