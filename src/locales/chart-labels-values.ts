/** Words of the charts of lifetime value. */
export interface ValueChartLabels {
  readonly value: string;
  readonly mean: string;
  readonly median: string;
  /** A label with its amount: places `{label}` and `{amount}`. */
  readonly labelled: string;
  readonly distribution: {
    /** Place `{share}`: what the tenth with the highest values holds. */
    readonly title: string;
    /** If the values add up to nothing. */
    readonly titleWithoutShare: string;
    /** Places `{customers}`, `{mean}`, `{median}` and `{sum}`. */
    readonly subtitle: string;
    /** Names the range of a bar: places `{from}` and `{to}`. */
    readonly range: string;
    /** The last bar: place `{from}`. */
    readonly above: string;
    /** The first bar, where it is open: place `{to}`. */
    readonly below: string;
    /** What an open bar holds: place `{share}`. */
    readonly holds: string;
    readonly shareOfCustomers: string;
    readonly shareOfValue: string;
    /** Places of title and subtitle. */
    readonly description: string;
    /** Appended if the tenth has a share: place `{share}`. */
    readonly topTenth: string;
  };
  readonly cohorts: {
    readonly title: string;
    /** Places `{customers}`, `{sum}` and `{level}`. */
    readonly subtitle: string;
    readonly cohort: string;
    readonly equity: string;
    readonly perCustomer: string;
    readonly interval: string;
    readonly share: string;
    /** For rows without a group. */
    readonly none: string;
    /** Places `{cohorts}`, `{sum}`, `{best}`, `{bestSum}` and `{mean}`. */
    readonly description: string;
  };
  readonly periods: {
    readonly title: string;
    readonly titlePerCustomer: string;
    /** Places `{method}`, `{value}` and `{rate}`. */
    readonly subtitle: string;
    /** Appended where the value goes on beyond the periods shown: place `{rest}`. */
    readonly rest: string;
    /** Place `{unit}`. */
    readonly period: string;
    readonly perPeriod: string;
    readonly perPeriodPlain: string;
    readonly cumulative: string;
    readonly cumulativePlain: string;
    readonly acquisitionCost: string;
    /** Place `{period}`. */
    readonly paidBack: string;
    readonly notPaidBack: string;
    /** Places `{value}`, `{periods}` and `{last}`. */
    readonly description: string;
  };
  readonly comparison: {
    readonly title: string;
    /** Where all rest on the same: places `{rate}` and `{horizon}`. */
    readonly subtitle: string;
    /** Where they do not. */
    readonly differing: string;
    readonly perCustomer: string;
    readonly method: string;
    readonly horizon: string;
    readonly noEnd: string;
    readonly discountRate: string;
    readonly firstMargin: string;
    readonly ratio: string;
    readonly undiscounted: string;
    readonly name: string;
    /** Says one value: places `{name}` and `{value}`. */
    readonly item: string;
    /** Place `{items}`. */
    readonly description: string;
  };
}
