import type { IssueCode, ModelWarning, TimeUnit } from "clientele";

/** What the demo says in one language. Classes, reasons and headings that the library has words for come from its locales. */
export interface Texts {
  readonly help: string;
  readonly errors: ErrorTexts;
  readonly units: Readonly<Record<TimeUnit, string>>;
  readonly overview: OverviewTexts;
  readonly classes: ClassTexts;
  readonly models: ModelTexts;
  readonly outlook: OutlookTexts;
  readonly best: BestTexts;
  readonly skipped: SkippedTexts;
  progress(rows: string, rate: string): string;
}

/** What went wrong, and what to do. */
export interface ErrorTexts {
  unknownOption(option: string, meant: string | null): string;
  needsValue(option: string): string;
  takesNoValue(option: string): string;
  givenTwice(option: string): string;
  needsFile(option: string): string;
  oneFileOnly(second: string): string;
  badValue(option: string, value: string, expected: string): string;
  expectsOneOf(words: readonly string[]): string;
  readonly expectsMonths: string;
  readonly expectsShare: string;
  readonly expectsDelimiter: string;
  readonly expectsTimeZone: string;
  readonly expectsDay: string;
  readonly monthsOutOfOrder: string;
  readonly amountOrProduct: string;
  readonly quantityAndPrice: string;
  noSuchFile(path: string): string;
  isFolder(path: string): string;
  cannotRead(path: string, code: string): string;
  badGzip(path: string): string;
  badCsv(path: string, line: number): string;
  noRows(path: string): string;
  noColumn(option: string, name: string, columns: readonly string[], meant: string | null): string;
  columnTwice(name: string): string;
  wrongDelimiter(option: string, name: string, delimiter: string): string;
  readonly nothingReadable: string;
  /** `message` is the library's own, in English. */
  cannotBeUsed(message: string): string;
  asOfTooEarly(asOf: string, first: string): string;
}

export interface OverviewTexts {
  heading(asOf: string): string;
  readonly headingWithoutData: string;
  readonly simulated: string;
  readonly standardInput: string;
  readonly source: string;
  readonly period: string;
  fromTo(from: string, to: string): string;
  readonly rowsName: string;
  rows(rows: string, skipped: number, skippedText: string): string;
  readonly transactionsName: string;
  transactions(counts: {
    readonly transactions: string;
    readonly purchases: string;
    readonly returns: string;
    readonly amount: string;
  }): string;
  /** If there are no returns. */
  purchasesOnly(transactions: string): string;
  later(transactions: string): string;
  readonly customersName: string;
  customers(customers: string, withoutPurchase: number, withoutPurchaseText: string): string;
  readonly revenueName: string;
  revenue(amount: string): string;
}

export interface ClassTexts {
  readonly heading: string;
  rules(limits: {
    readonly activeFrom: string;
    readonly activeMonths: number;
    readonly newFrom: string;
    readonly lostFrom: string;
    readonly regularOrders: number;
    readonly usualGap: string | null;
  }): string;
  dormant(onceOnly: string, lapsed: string): string;
}

/** Warnings that say the same of every model. */
type PlainWarning = Exclude<ModelWarning["code"], "one-time-buyers-always-alive">;

export interface ModelTexts {
  readonly heading: string;
  readonly purchases: string;
  readonly spend: string;
  readonly estimate: string;
  readonly lower: string;
  readonly upper: string;
  purchaseMeaning(perYear: string, dropout: string): string;
  spendMeaning(mean: string): string;
  fit(fit: {
    readonly logLikelihood: string;
    readonly customers: string;
    readonly unit: string;
    readonly evaluations: string;
    readonly converged: boolean;
  }): string;
  readonly noPurchaseModel: string;
  readonly noSpendModel: string;
  readonly warnings: Readonly<Record<PlainWarning, string>> & {
    readonly "one-time-buyers-always-alive": (customers: string) => string;
  };
}

export interface OutlookTexts {
  heading(months: number, asOf: string): string;
  readonly aliveName: string;
  alive(alive: string, customers: string): string;
  readonly purchasesName: string;
  readonly revenueName: string;
  readonly valueName: string;
  /** `margin` is `null` if the value is revenue. */
  value(amount: string, discount: string, margin: string | null): string;
  readonly meanName: string;
  comparison(behind: {
    readonly months: number;
    readonly from: string;
    readonly repeatPurchases: string;
    readonly repeatRevenue: string;
    /** `null` if there were none. */
    readonly newCustomers: string | null;
  }): string;
  readonly noValue: string;
}

export interface BestTexts {
  heading(customers: number): string;
  headingByRevenue(customers: number): string;
  /** P(alive), expected purchases, expected spend, lifetime value. */
  readonly predicted: readonly [string, string, string, string];
  readonly revenue: string;
  /** About a customer whose revenue is small beside the purchases that the models see. */
  mostlyReturned(customer: string, purchases: string, returns: string): string;
}

export interface SkippedTexts {
  readonly heading: string;
  readonly nothing: string;
  readonly rows: string;
  readonly share: string;
  readonly twoFaults: string;
  /** What to do if many rows have this fault. */
  readonly hints: Readonly<Partial<Record<IssueCode, string>>>;
}
