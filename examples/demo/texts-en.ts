import type { ErrorTexts, Texts } from "./texts.ts";

const help = `The main job of clientele: from a list of orders to classified, valued customers.

  npm run demo                                     on simulated orders
  npm run demo -- orders.csv [options]             on your file (CSV with a heading; also .csv.gz)
  zcat orders.csv.gz | npm run demo -- - [options] on standard input

Columns of the file
  --customer NAME     customer id                                     default customerId
  --date NAME         day or time of the order                        default date
  --amount NAME       money; below 0 for a return                     default amount
  --quantity NAME --price NAME    instead of --amount: their product is the amount
  --order NAME        order id: its line items become one transaction

How the file is written
  --delimiter CHAR    between cells; "tab" for a tabulator            default ,
  --decimal MARK      . or , in amounts; the other one may then group
                      thousands                                       default . (no groups)
  --date-format WORD  iso (2025-12-31), dmy (31.12.2025),
                      mdy (12/31/2025)                                default iso
  --time-zone ZONE    decides the day of times with an offset         default UTC

What to work out
  --as-of DAY         judge the base as of this day, YYYY-MM-DD       default last day in the file
  --unit UNIT         unit of time of the model: day, week, month,
                      year                                            default week
  --horizon-months N  how far to look ahead                           default 12
  --discount-rate X   per year, 0.1 is 10 %                           default 0.1
  --margin-rate X     share of revenue that is margin                 default 1 (value is revenue)
  --new-months N      a customer is new for so long                   default 3
  --active-months N   active is who bought within so long             default 12
  --lost-months N     lost is who has not bought for so long          default 24

  --lang en|de        language of the report                          default en
  --help, -h          this page

Example
  npm run demo -- orders.csv --customer kundennr --date datum --amount netto --order belegnr \\
    --delimiter ";" --decimal "," --date-format dmy --lang de
`;

const seeHelp = "All options: npm run demo -- --help";

const errors: ErrorTexts = {
  unknownOption: (option, meant) =>
    `There is no option ${option}.${meant === null ? "" : ` Did you mean ${meant}?`}\n${seeHelp}`,
  needsValue: (option) => `The option ${option} needs a value.\n${seeHelp}`,
  takesNoValue: (option) => `The option ${option} takes no value.`,
  givenTwice: (option) => `The option ${option} is given twice.`,
  needsFile: (option) => `The option ${option} says how to read a file, but no file is named.\n${seeHelp}`,
  oneFileOnly: (second) => `Only one file can be read; "${second}" is one too many.\n${seeHelp}`,
  badValue: (option, value, expected) => `${option} ${value}: ${expected}`,
  expectsOneOf: (words) => `expected one of ${words.join(" ")}.`,
  expectsMonths: "expected a number of months, 1 to 9999.",
  expectsShare: "expected a number from 0 to 1, such as 0.1 for 10 %.",
  expectsDelimiter: 'expected one character, such as ";", or the word tab.',
  expectsTimeZone: "expected the IANA name of a time zone, such as Europe/Berlin.",
  expectsDay: "expected a day that the calendar has, such as 2025-12-31.",
  monthsOutOfOrder:
    "The times must lie inside each other: --new-months (default 3) at most --active-months (default 12), and --active-months at most --lost-months (default 24).",
  amountOrProduct: "Give either --amount, or --quantity and --price, not both.",
  quantityAndPrice: "--quantity and --price belong together: the amount is their product.",
  noSuchFile: (path) => `There is no file ${path}.`,
  isFolder: (path) => `${path} is a folder; name a CSV file.`,
  cannotRead: (path, code) => `The file ${path} cannot be read (${code}).`,
  badGzip: (path) => `The file ${path} ends in .gz but cannot be unpacked: it is damaged, or not compressed.`,
  badCsv: (path, line) =>
    `The file ${path} cannot be read as CSV: there is trouble with quotes at line ${line}. A cell that begins with a quotation mark must end with one.`,
  noRows: (path) => `${path} holds no rows: a heading and at least one row are needed.`,
  noColumn: (option, name, columns, meant) =>
    `There is no column "${name}" (${option}).${meant === null ? "" : ` Did you mean "${meant}"?`} The columns are ${columns.map((column) => `"${column}"`).join(", ")}. Say which one it is with ${option} NAME.`,
  columnTwice: (name) => `The heading has the column "${name}" twice, so it is not clear which one is meant.`,
  wrongDelimiter: (option, name, delimiter) =>
    `There is no column "${name}" (${option}): the heading is one single cell. It looks as if the cells are separated otherwise; try --delimiter "${delimiter}".`,
  nothingReadable: "No row could be read, for the reasons told above.",
  cannotBeUsed: (message) => `The data cannot be used: ${message}`,
  asOfTooEarly: (asOf, first) =>
    `--as-of ${asOf}: nothing had happened by then, since the first transaction is of ${first}.`,
};

export const textsEn: Texts = {
  help,
  errors,
  units: { day: "days", week: "weeks", month: "months", year: "years" },
  progress: (rows, rate) => `${rows} rows | ${rate} rows/s`,
  overview: {
    heading: (asOf) => `The customer base as of ${asOf}`,
    headingWithoutData: "Nothing that could be judged",
    simulated: "simulated orders of an invented shop",
    standardInput: "standard input",
    source: "source",
    period: "period",
    fromTo: (from, to) => `${from} to ${to}`,
    rowsName: "rows",
    rows: (rows, skipped, text) =>
      `${rows}, ${skipped === 0 ? "all of them read" : `${text} of them skipped`}`,
    transactionsName: "transactions",
    transactions: ({ transactions, purchases, returns, amount }) =>
      `${transactions}: purchases ${purchases}, returns ${returns} (amount ${amount})`,
    purchasesOnly: (transactions) => `${transactions}, all of them purchases`,
    later: (transactions) => `; ${transactions} later ones are not looked at`,
    customersName: "customers",
    customers: (customers, without, text) =>
      `${customers}${without === 0 ? "" : `; ${text} of them have returns only and count as prospects`}`,
    revenueName: "revenue",
    revenue: (amount) => `${amount} net of returns`,
  },
  classes: {
    heading: "Customers by class",
    rules: ({ activeFrom, activeMonths, newFrom, lostFrom, regularOrders, usualGap }) =>
      `New: first purchase since ${newFrom}, fewer than ${regularOrders} purchases. Regular: at least ${regularOrders} purchases since ${activeFrom} (${activeMonths} months) and not overdue. Declining: still active, but silent for more than twice the usual gap${usualGap === null ? "" : ` (own, else the median of ${usualGap} days)`}, or at less than half the revenue of the ${activeMonths} months before. Reactivated: back since ${newFrom} after more than ${activeMonths} months. Dormant: no purchase since ${activeFrom}. Lost: none since ${lostFrom}.`,
    dormant: (onceOnly, lapsed) =>
      `Dormant customers who bought once and never again: ${onceOnly}; several times, then stopped: ${lapsed}.`,
  },
  models: {
    heading: "The models",
    purchases: "How often customers buy: BG/NBD",
    spend: "How much they spend per purchase: Gamma-Gamma",
    estimate: "estimate",
    lower: "95% from",
    upper: "to",
    purchaseMeaning: (perYear, dropout) =>
      `In words: while active, a customer buys again ${perYear} times a year on average, and after each repeat purchase ${dropout} leave for good.`,
    spendMeaning: (mean) => `In words: the average customer spends ${mean} per purchase.`,
    fit: ({ logLikelihood, customers, unit, evaluations, converged }) =>
      `Fit: ${customers} customers, times in ${unit}, log-likelihood ${logLikelihood}, ${converged ? "converged after" : "not converged after"} ${evaluations} evaluations.`,
    noPurchaseModel:
      "Not fitted: nobody bought again on a later day, so there is nothing to learn a rate of purchases from.",
    noSpendModel:
      "Not fitted: it takes at least three customers who bought again on a later day and paid for it, and not all the same.",
    warnings: {
      "not-converged": "Warning: the search did not reach the maximum, so the estimates are rough.",
      "not-identified":
        "Warning: the data do not determine all parameters, so there are no standard errors, and other values would explain the data as well. Predictions are less affected than parameters.",
      "infinite-mean-spend":
        "Warning: q is at most 1, so that the mean spend of customers without repeat purchases is infinite; values cannot be told.",
      "one-time-buyers-always-alive": (customers) =>
        `Note: BG/NBD takes all ${customers} customers with one purchase day for alive, P(alive) = 100%, however long ago it was.`,
    },
  },
  outlook: {
    heading: (months, asOf) =>
      `The next ${months === 1 ? "month" : `${months} months`}, as of ${asOf}: what today's customers will bring`,
    aliveName: "still alive",
    alive: (alive, customers) => `${alive} of ${customers} customers expected`,
    purchasesName: "expected purchases",
    revenueName: "expected revenue",
    valueName: "lifetime value (CLV)",
    value: (amount, discount, margin) =>
      `${amount} at a discount of ${discount} a year and ${margin === null ? "without a margin rate: value is revenue" : `a margin of ${margin}`}`,
    meanName: "CLV per customer",
    comparison: ({ months, from, repeatPurchases, repeatRevenue, newCustomers }) =>
      `For comparison: the ${months === 1 ? "month" : `${months} months`} from ${from} brought ${repeatPurchases} repeat purchases worth ${repeatRevenue}${newCustomers === null ? "" : `, those of ${newCustomers} new customers included`}.`,
    noValue: "No values: a model is missing, as told above.",
  },
  best: {
    heading: (customers) =>
      customers === 1 ? "The most valuable customer" : `The ${customers} most valuable customers`,
    headingByRevenue: (customers) =>
      customers === 1
        ? "The only customer who bought"
        : `The ${customers} customers with the highest revenue`,
    predicted: ["P(alive)", "expected\npurchases", "expected\nspend", "CLV"],
    revenue: "revenue\nto date",
    mostlyReturned: (customer, purchases, returns) =>
      `Customer ${customer}: purchases of ${purchases}, of which ${returns} were returned. The models look at purchases only, so judge this value yourself.`,
  },
  skipped: {
    heading: "Skipped rows",
    nothing: "None.",
    rows: "rows",
    share: "of all rows",
    twoFaults: "A row with two faults is counted under both, but once in the total.",
    hints: {
      invalid_date: "Dates are read as 2025-12-31; for 31.12.2025 say --date-format dmy, for 12/31/2025 mdy.",
      impossible_date: "Are day and month the other way round? See --date-format.",
      text_amount:
        'Amounts are read as 1234.56; for 1.234,56 say --decimal ",", for 1,234.56 say --decimal ".".',
      invalid_row:
        "These rows have more cells than the heading: is there a delimiter inside cells without quotes?",
    },
  },
};
