import type { BridgeMovement, CustomerClass } from "clientele";
import type { DateFormat } from "../../demo/settings.ts";
import type { Step } from "../analysis/steps.ts";
import type { ColumnRole, Delimiter } from "../reading/reading.ts";

/** Texts that stand in the page as they are, by the `data-text` of their elements. */
export type FixedText =
  | "title"
  | "intro"
  | "privacy"
  | "language"
  | "ordersHeading"
  | "ordersHint"
  | "chooseFile"
  | "inventOrders"
  | "columnsHeading"
  | "columnsHint"
  | "columnsLegend"
  | "formatLegend"
  | "run"
  | "cancel"
  | "workHeading"
  | "resultsHeading"
  | "faultsHeading";

/** The words of the page in one language; those of results are in the library's locale. */
export interface Texts {
  readonly fixed: Readonly<Record<FixedText, string>>;
  readonly columns: Readonly<Record<ColumnRole, string>>;
  readonly delimiter: string;
  readonly delimiters: Readonly<Record<Delimiter, string>>;
  readonly decimalMark: string;
  readonly dateFormat: string;
  readonly dateFormats: Readonly<Record<DateFormat, string>>;
  readonly noColumn: string;
  readonly chooseColumn: string;
  readonly inventedName: string;
  readonly sample: (rows: string) => string;
  readonly steps: Readonly<Record<Step, string>>;
  readonly rowsRead: (rows: string) => string;
  readonly cancelled: string;
  readonly done: string;
  readonly failures: FailureTexts;
  readonly faults: FaultTexts;
  readonly base: BaseTexts;
  readonly classes: ClassTexts;
  readonly accounts: AccountTexts;
  readonly cohorts: CohortTexts;
  readonly outlook: OutlookTexts;
  readonly audit: AuditTexts;
}

export interface FailureTexts {
  readonly heading: string;
  readonly csv: (line: string) => string;
  readonly empty: string;
  readonly nothingReadable: string;
  readonly noPurchases: string;
  readonly refused: (message: string) => string;
  readonly unexpected: (message: string) => string;
}

export interface FaultTexts {
  readonly summary: (faulty: string, rows: string) => string;
  readonly more: (listed: string) => string;
  readonly counts: string;
  readonly list: string;
  readonly reason: string;
  readonly rows: string;
  readonly line: string;
  readonly field: string;
  readonly value: string;
  readonly message: string;
  readonly wholeRow: string;
}

export interface BaseTexts {
  readonly heading: (asOf: string) => string;
  readonly caption: string;
  readonly period: string;
  readonly fromTo: (from: string, to: string) => string;
  readonly rows: string;
  readonly purchases: string;
  readonly returns: string;
  readonly customers: string;
  readonly repeatCustomers: string;
  readonly withoutPurchase: string;
  readonly revenue: string;
  readonly perCustomer: string;
}

export interface ClassTexts {
  readonly heading: string;
  readonly rules: (months: {
    readonly recent: number;
    readonly active: number;
    readonly lost: number;
  }) => string;
  readonly meaningHead: string;
  readonly meaning: Readonly<Record<CustomerClass, string>>;
}

export interface AccountTexts {
  readonly heading: string;
  readonly summary: (figures: {
    readonly accounts: string;
    readonly customers: string;
    readonly shareOfRevenue: string;
  }) => string;
  readonly abc: string;
  readonly top: (accounts: string) => string;
  readonly rank: string;
  readonly share: string;
  readonly cumulative: string;
}

export interface CohortTexts {
  readonly heading: string;
  readonly hint: Readonly<Record<"month" | "quarter" | "year", string>>;
  readonly caption: string;
  readonly cohort: string;
  readonly size: string;
  readonly all: string;
}

export interface OutlookTexts {
  readonly heading: string;
  readonly summary: (figures: {
    readonly alive: string;
    readonly customers: string;
    readonly purchases: string;
    readonly value: string;
    readonly model: string;
  }) => string;
  readonly none: string;
  readonly top: string;
  readonly revenueSoFar: string;
}

export interface AuditTexts {
  readonly heading: string;
  readonly bridge: (before: string, now: string) => string;
  readonly step: string;
  readonly change: string;
  readonly movements: Readonly<Record<BridgeMovement, string>>;
}
