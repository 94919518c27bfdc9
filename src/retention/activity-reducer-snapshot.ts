import { checkOption } from "../rows/options.ts";
import { isIds, NO_ARRAYS, NOT_WHOLE, OLD_SNAPSHOT } from "../transactions/stream-contents.ts";
import type { ActivityCells, SumsPerCell } from "./activity-reducer-cells.ts";
import type { ActivityReducerSnapshot } from "./activity-reducer-types.ts";

/** What a snapshot must fit to be merged. */
export interface SnapshotFrame {
  readonly kind: ActivityReducerSnapshot["kind"];
  readonly settings: string;
  readonly sumsPerCell: SumsPerCell;
}

/** Refuses what is no snapshot, was counted otherwise, or has not survived its way. */
export function checkActivitySnapshot(
  value: unknown,
  { kind, settings, sumsPerCell }: SnapshotFrame,
): asserts value is ActivityReducerSnapshot {
  const record = value as Partial<ActivityReducerSnapshot> | null;
  const isSnapshot = typeof record === "object" && record !== null && record.kind === kind;
  const none = `This is no ${kind.replace("-", " ")}, nor a snapshot of one.`;
  checkOption("merge", value, isSnapshot ? null : none);
  const { version, settings: theirs, cells, customerIds, from, until } = value as ActivityReducerSnapshot;
  checkOption("merge.version", version, version === 1 ? null : OLD_SNAPSHOT);
  const other = `The other reducer has the options ${theirs}, this one ${settings}: only what was counted alike can be merged.`;
  checkOption("merge.settings", theirs, theirs === settings ? null : other);
  const isRecord = typeof cells === "object" && cells !== null;
  checkOption("merge", "[object]", isRecord && isIds(customerIds) && areDays(from, until) ? null : NOT_WHOLE);
  checkOption("merge", "[object]", Object.values(cells).every(ArrayBuffer.isView) ? null : NO_ARRAYS);
  checkOption("merge", "[object]", isWhole(cells, customerIds.length, sumsPerCell) ? null : NOT_WHOLE);
}

function areDays(from: unknown, until: unknown): boolean {
  return from === null ? until === null : Number.isInteger(from) && Number.isInteger(until);
}

function isWhole(cells: ActivityCells, customers: number, sumsPerCell: SumsPerCell): boolean {
  const length = cells.slots?.length;
  return (
    length !== undefined &&
    [cells.customers, cells.firstDays, cells.lastDays, cells.counts].every(
      (list) => list?.length === length,
    ) &&
    [cells.sums, cells.lost].every((list) => list?.length === sumsPerCell * length) &&
    cells.customers.every((customer) => customer >= 0 && customer < customers)
  );
}
