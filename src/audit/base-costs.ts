import { CompensatedSums } from "../math/compensated-sums.ts";
import { countUpTo } from "../math/dense-ranks.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { PeriodFrame } from "./period-frame.ts";

/** What was spent on a day, or booked for the period in which it lies. */
export interface BaseCost {
  readonly date: DateInput;
  /** On winning customers: advertising, commissions, sales. Default 0. */
  readonly acquisition?: number;
  /** On keeping customers: service, loyalty programme, visits. Default 0. */
  readonly retention?: number;
}

/** Costs by place of the period. */
export interface CostsByPeriod {
  readonly acquisition: CompensatedSums;
  readonly retention: CompensatedSums;
  /** Sum of what lies in no period. */
  readonly outside: number;
}

/** Books costs into periods; `null` without any. Those after `asOf` are not looked at. */
export function costsByPeriod(
  costs: Iterable<BaseCost> | undefined,
  { periods, starts, ends }: PeriodFrame,
  asOf: CivilDay,
  timeZone: string,
): CostsByPeriod | null {
  if (costs === undefined) return null;
  const list = objectRows(costs, "costs");
  const collector = new IssueCollector();
  const acquisition = new CompensatedSums(periods.length);
  const retention = new CompensatedSums(periods.length);
  const outside = new CompensatedSums(1);
  list.forEach((row, i) => {
    const day = dayOption(`costs[${i}].date`, row.date, timeZone);
    const spent = readCost(row, "acquisition", i, collector);
    const kept = readCost(row, "retention", i, collector);
    if (row.acquisition === undefined && row.retention === undefined) {
      collector.add(
        "missing_value",
        i,
        "costs",
        null,
        () => "There is neither acquisition nor retention in it.",
      );
    }
    if (day > asOf) return;
    const place = countUpTo(starts, day) - 1;
    if (place < 0 || day > (ends[place] as number)) {
      outside.add(0, spent);
      outside.add(0, kept);
      return;
    }
    acquisition.add(place, spent);
    retention.add(place, kept);
  });
  collector.throwIfAny();
  return { acquisition, retention, outside: outside.at(0) };
}

function readCost(
  row: BaseCost,
  name: "acquisition" | "retention",
  i: number,
  collector: IssueCollector,
): number {
  const value: unknown = row[name];
  if (value === undefined) return 0;
  if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
  collector.add("invalid_value", i, `costs.${name}`, value, () => "A cost is a finite number of at least 0.");
  return 0;
}
