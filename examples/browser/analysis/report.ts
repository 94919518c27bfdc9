import type {
  AbcClassSummary,
  BridgeMovement,
  BridgeStep,
  ClassShare,
  CohortRetention,
  CustomerId,
  FindingView,
  KeyAccountSummary,
  PurchaseModel,
} from "clientele";
import type { Language } from "../language.ts";
import type { FaultyRows } from "./faulty-rows.ts";

/** What the page shows: small plain data in no language, apart from the findings, which are sentences. */
export interface Report {
  readonly base: BaseReport;
  readonly classes: readonly ClassShare[];
  readonly accounts: AccountsReport;
  readonly cohorts: CohortRetention;
  /** `null` if the data are too poor for the models. */
  readonly outlook: OutlookReport | null;
  readonly audit: AuditReport;
  readonly faults: FaultyRows;
}

/** The base in numbers. */
export interface BaseReport {
  readonly asOf: string;
  readonly from: string;
  readonly rows: number;
  readonly purchases: number;
  readonly returns: number;
  readonly returnedAmount: number;
  readonly customers: number;
  readonly withoutPurchase: number;
  /** Net of returns. */
  readonly revenue: number;
  readonly repeatCustomers: number;
}

/** ABC classes, and the first key accounts. */
export interface AccountsReport {
  readonly abc: readonly AbcClassSummary[];
  readonly summary: KeyAccountSummary;
  readonly top: readonly {
    readonly rank: number;
    readonly customerId: CustomerId;
    readonly revenue: number;
    readonly share: number | null;
    readonly cumulativeShare: number | null;
    readonly orders: number;
    readonly lastPurchase: string;
  }[];
}

/** What is expected of today's customers. */
export interface OutlookReport {
  readonly model: PurchaseModel["kind"];
  readonly customers: number;
  readonly alive: number;
  readonly purchases: number;
  readonly value: number;
  readonly top: readonly {
    readonly customerId: CustomerId;
    readonly probabilityAlive: number;
    readonly expectedPurchases: number;
    readonly expectedSpend: number;
    readonly lifetimeValue: number;
    readonly revenue: number;
  }[];
}

/** The audit in sentences, and from one period's revenue to the next. */
export interface AuditReport {
  readonly current: string | null;
  readonly previous: string | null;
  readonly findings: Readonly<
    Record<Language, readonly { readonly view: FindingView; readonly text: string }[]>
  >;
  readonly bridge: {
    readonly before: number;
    readonly now: number;
    readonly steps: Readonly<Record<BridgeMovement, BridgeStep>>;
  } | null;
}
