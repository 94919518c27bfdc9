import type { ClassMovements } from "../classification/class-movements.ts";
import { CUSTOMER_CLASSES, type CustomerClass } from "../classification/customer-class.ts";
import type { ClassBefore } from "../classification/movement.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { type FlowCell, type FlowWords, flowMatrix, flowRows, flowSize } from "./flow-matrix.ts";
import { frameChart } from "./frame-chart.ts";
import { checkResult } from "./result-fields.ts";

/** What the matrix of movements can be told. */
export interface ClassMovementsChartOptions extends ChartOptions {}

const BEFORE: readonly ClassBefore[] = ["unknown", ...CUSTOMER_CLASSES];

/**
 * Draws from which lifecycle class to which customers went between two days: numbers as text, shares of the class before as colour.
 *
 * Framed cells are those who stayed. Classes in which nobody was before, or is afterwards, are left out. The headline has the ledger of active
 * customers.
 *
 * @param movements - What `classMovements` returns, also after a way through JSON.
 * @param options - Those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with a row for each pair of classes: `{ from, to, customers, share, stayed }`.
 * @throws DataError for what is no result of `classMovements`, if nobody is known, or for options that cannot be used.
 *
 * @example
 * import { classMovements, transactionLog } from "clientele";
 * import { classMovementsChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-11-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-11-20", amount: 70 },
 *   { customerId: "Ben", date: "2024-08-01", amount: 20 },
 *   { customerId: "Cem", date: "2025-12-24", amount: 90 },
 * ]);
 * const chart = classMovementsChart(classMovements(log, { from: "2024-12-31", to: "2025-12-31" }));
 * chart.title.text; // => "Active customers: 2 on 2024-12-31, 2 on 2025-12-31"
 * chart.title.subtitle; // => "1 new, 0 reactivated, 1 gone dormant; numbers are customers"
 */
export function classMovementsChart(
  movements: ClassMovements,
  options: ClassMovementsChartOptions = {},
): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  checkMovements(movements);
  const { locale } = checked;
  const { count, classMovements: words } = locale.charts.customers;
  const { matrix, ledger } = movements;
  const names: Readonly<Record<ClassBefore, string>> = {
    ...locale.classification.classes,
    unknown: locale.classification.unknown,
  };
  const sumFrom = (from: ClassBefore): number =>
    CUSTOMER_CLASSES.reduce((sum, to) => sum + matrix[from][to], 0);
  const sumTo = (to: CustomerClass): number => BEFORE.reduce((sum, from) => sum + matrix[from][to], 0);
  const before = BEFORE.filter((from) => sumFrom(from) > 0);
  const after = CUSTOMER_CLASSES.filter((to) => sumTo(to) > 0);
  const known = after.reduce((sum, to) => sum + sumTo(to), 0);
  checkOption(
    "movements",
    known,
    known > 0 ? null : "Nobody is known on the second day, so there is nothing to draw.",
  );
  const cells = before.flatMap((from) =>
    after.map((to): FlowCell => {
      const customers = matrix[from][to];
      return {
        from: names[from],
        to: names[to],
        customers,
        share: customers / sumFrom(from),
        stayed: from === to,
      };
    }),
  );
  const date = (day: ClassMovements["from"]): string => formatDate(day, locale.format);
  const number = (customers: number): string => formatNumber(customers, 0, locale.format);
  const places = {
    from: date(movements.from),
    to: date(movements.to),
    customers: countText(known, count, locale.format),
    start: number(ledger.activeStart),
    end: number(ledger.activeEnd),
    new: number(ledger.new),
    reactivated: number(ledger.reactivated),
    dormant: number(ledger.dormant),
  };
  const flow: FlowWords = {
    rows: before.map((from) => names[from]),
    columns: after.map((to) => names[to]),
    from: fillTemplate(words.from, { date: places.from }),
    to: fillTemplate(words.to, { date: places.to }),
    share: words.shareOfRow,
    customers: locale.terms.customers,
  };
  return frameChart(
    flowMatrix(flow, checked),
    flowRows(cells),
    {
      title: fillTemplate(words.title, places),
      subtitle: fillTemplate(words.subtitle, places),
      description: fillTemplate(words.description, places),
    },
    flowSize(flow),
    checked,
  );
}

function checkMovements(movements: ClassMovements): void {
  const maker = "classMovements";
  checkResult(
    "movements",
    movements,
    { from: "text", to: "text", matrix: "record", ledger: "record" },
    maker,
  );
  const rows = Object.fromEntries(BEFORE.map((from) => [from, "record"] as const));
  const columns = Object.fromEntries(CUSTOMER_CLASSES.map((to) => [to, "number"] as const));
  checkResult("movements.matrix", movements.matrix, rows, maker);
  for (const from of BEFORE) checkResult(`movements.matrix.${from}`, movements.matrix[from], columns, maker);
  const balance = {
    activeStart: "number",
    activeEnd: "number",
    new: "number",
    reactivated: "number",
    dormant: "number",
  } as const;
  checkResult("movements.ledger", movements.ledger, balance, maker);
}
