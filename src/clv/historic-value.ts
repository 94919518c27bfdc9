import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type CivilDay, civilDayOfIso, type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { daysPerUnit } from "../time/unit.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { bookLog } from "./book-log.ts";
import { concludeValue } from "./conclude-value.ts";
import type { Contributions, CustomerContributions } from "./contribution.ts";
import { ContributionLedger } from "./contribution-ledger.ts";
import { type CustomerCost, readCosts } from "./customer-costs.ts";
import { checkDiscountRate } from "./discount-per-period.ts";
import type { LifetimeValue } from "./lifetime-value.ts";
import { type MarginRates, readMarginRates } from "./margin-rates.ts";
import { YearlyValues } from "./yearly-values.ts";

/** Costs that each transaction causes; they are order costs (level II). */
export interface TransactionCosts {
  /** Money for each transaction of 0 or more: picking, postage, payment. */
  readonly perPurchase?: number;
  /** Money for each transaction below 0. */
  readonly perReturn?: number;
}

/** Which part of a log is counted, and what is deducted. */
export interface HistoricValueOptions {
  /** Last day that is counted. Default: the last of the log. */
  readonly asOf?: DateInput;
  /** First day that is counted. Default: the first of the log. */
  readonly from?: DateInput;
  /** Share of revenue that is margin, −1 to 1: for all, as a function, or rows `{ customerId, marginRate }`. Default: the log's margins. */
  readonly marginRate?: MarginRates<{ readonly customerId: CustomerId }>;
  /** Costs of single customers. Default none. */
  readonly costs?: Iterable<CustomerCost>;
  /** Costs of each transaction. Default none. */
  readonly transactionCosts?: TransactionCosts;
  /** Interest per year, 0 to 1, at which past margins are compounded to `asOf`. Default 0: none. */
  readonly interestRate?: number;
}

/** What customers have brought so far. */
export interface HistoricValue {
  readonly from: IsoDate;
  readonly asOf: IsoDate;
  /** Customers in the order of the log, then those of whom there are costs only. */
  readonly rows: readonly CustomerContributions[];
  /** All customers together. */
  readonly sums: Contributions;
  /** Contribution III of all customers by calendar year, period 0 being that of `from`; costs without a date are its `rest`. */
  readonly total: LifetimeValue;
  /** Costs with a date outside the window, which are not counted. */
  readonly costsLeftOut: { readonly rows: number; readonly amount: number };
}

const NAMES = {
  asOf: true,
  from: true,
  marginRate: true,
  costs: true,
  transactionCosts: true,
  interestRate: true,
} satisfies Record<keyof HistoricValueOptions, true>;

/**
 * What each customer has brought so far: revenue, margin, and contribution I, II and III (Kundendeckungsbeitrag).
 *
 * I is revenue less deductions (returns, rebates) and product cost, II is I less order and service cost, III is II less marketing and sales
 * cost of this customer. Product cost is what margins leave of net revenue, plus cost rows of that kind. Nothing is discounted, nor
 * compounded unless `interestRate` says so. The sums agree with the log to the cent.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `asOf` and `from` (days, both included); `marginRate` (a number, a function, or rows), needed if the log has no margins;
 *   `costs`: rows `{ customerId, kind, amount, date? }` with kind `"deduction"`, `"product"`, `"order"`, `"service"`, `"marketing"` or
 *   `"sales"`; `transactionCosts` (money `perPurchase`, `perReturn`); `interestRate` per year, default 0.
 * @returns `{ from, asOf, rows, sums, total, costsLeftOut }`: contributions per customer and of all, and a `LifetimeValue` by calendar year.
 * @throws {@link DataError} for options that are none, without any margin, for faulty costs, or interest on costs without a date.
 *
 * @example
 * import { historicValue, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 200 },
 *   { customerId: "Ada", date: "2025-02-01", amount: -50 },
 *   { customerId: "Ben", date: "2025-03-05", amount: 80 },
 * ]);
 * const costs = [{ customerId: "Ben", kind: "sales", amount: 30 }] as const;
 * const { rows, sums } = historicValue(log, { marginRate: 0.4, costs, transactionCosts: { perPurchase: 5, perReturn: 8 } });
 * rows.map(({ contribution1, contribution2, contribution3 }) => [contribution1, contribution2, contribution3]); // => [[60, 47, 47], [32, 27, -3]]
 * sums.contribution3; // => 44
 */
export function historicValue(log: TransactionLog, options: HistoricValueOptions = {}): HistoricValue {
  checkLog(log);
  checkNames("options", options, NAMES);
  const { interestRate = 0, transactionCosts = {}, marginRate } = options;
  checkDiscountRate(interestRate, "interestRate");
  checkNames("transactionCosts", transactionCosts, { perPurchase: true, perReturn: true });
  const { perPurchase = 0, perReturn = 0 } = transactionCosts;
  checkNumber("transactionCosts.perPurchase", perPurchase, { least: 0 });
  checkNumber("transactionCosts.perReturn", perReturn, { least: 0 });
  checkOption("marginRate", marginRate, marginRate === undefined && log.margins === null ? NO_MARGIN : null);
  const asOf = asOfDay(log, options.asOf);
  const from = firstDay(log, options.from, asOf);
  const costs = readCosts(options.costs ?? [], log.timeZone);
  const undated = interestRate > 0 && costs.some(({ day }) => day === null);
  checkOption("costs", null, undated ? UNDATED : null);

  const customers: { readonly customerId: CustomerId }[] = log.customerIds.map((customerId) => ({
    customerId,
  }));
  const rates = marginRate === undefined ? null : readMarginRates(marginRate, customers);
  const codeOf = new Map(log.customerIds.map((id, code) => [id, code]));
  for (const { customerId } of costs) {
    if (!codeOf.has(customerId)) codeOf.set(customerId, customers.push({ customerId }) - 1);
  }
  const ledger = new ContributionLedger(customers.length);
  const years = new YearlyValues(from, asOf);
  const growth = Math.log1p(interestRate) / daysPerUnit("year");
  const worth = (day: CivilDay): number => Math.exp(growth * (asOf - day));
  bookLog(log, { from, asOf, rates, perPurchase, perReturn, worth }, ledger, years);
  let leftOut = 0;
  let amountLeftOut = 0;
  for (const { customerId, kind, amount, day } of costs) {
    if (day !== null && (day < from || day > asOf)) {
      leftOut += 1;
      amountLeftOut += amount;
      continue;
    }
    const code = codeOf.get(customerId) as number;
    const now = day === null ? amount : amount * worth(day);
    ledger.bookCost(code, kind, amount);
    ledger.addValue(code, -now);
    years.add(day, -amount, -now);
  }
  const sums = ledger.total().at(0);
  return {
    from: isoDate(from),
    asOf: isoDate(asOf),
    rows: customers.map(({ customerId }, code) => ({ customerId, ...ledger.at(code) })),
    sums,
    total: concludeValue(
      {
        value: sums.value,
        undiscounted: sums.contribution3,
        perPeriod: years.periods(),
        rest: years.undated(),
        assumptions: {
          method: "historic",
          customers: customers.length,
          period: "year",
          discountRate: interestRate,
          firstMargin: "continuous",
          horizon: years.size,
          inputs: {
            marginRate: typeof marginRate === "number" ? marginRate : rates === null ? "log" : "per customer",
            perPurchase,
            perReturn,
          },
        },
        interval: null,
      },
      { path: costs.length > 0 ? "costs" : "marginRate" },
    ),
    costsLeftOut: { rows: leftOut, amount: amountLeftOut },
  };
}

const NO_MARGIN = "The log carries no margins: pass marginRate, e.g. 0.3, or 1 to count revenue.";
const UNDATED =
  "Interest needs to know when a cost was caused: give each row of costs a date, or leave interestRate out.";

function firstDay(log: TransactionLog, from: DateInput | undefined, asOf: CivilDay): CivilDay {
  if (from === undefined) return log.from === null ? asOf : Math.min(asOf, civilDayOfIso(log.from));
  const day = dayOption("from", from, log.timeZone);
  checkOption(
    "from",
    from,
    day > asOf ? `The first day lies after ${isoDate(asOf)}, the last that is counted.` : null,
  );
  return day;
}
