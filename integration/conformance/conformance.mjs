// A walk through the whole library on fixed input. It comes to the same figures wherever JavaScript runs: it knows nothing of
// Node, and asks neither the clock nor the machine's language.
import {
  abcClasses,
  activationCandidates,
  auditCustomerBase,
  bootstrapModel,
  classifyCustomers,
  classMovements,
  cohortRetention,
  compareModels,
  concentration,
  constantRetentionValue,
  coxRegression,
  customerEquity,
  DataError,
  de,
  describeAudit,
  discountedExpectedResidualTransactions,
  en,
  expectedPurchases,
  expectedSpend,
  explainClass,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  fitSbg,
  historicValue,
  hitRate,
  hitRateBy,
  kaplanMeier,
  keyAccounts,
  kMeans,
  logisticRegression,
  logRank,
  netPromoterScore,
  offerBook,
  predictColumns,
  predictCustomers,
  predictedValue,
  probabilityAlive,
  probabilityOfPurchases,
  projectSurvivors,
  proportionInterval,
  readModel,
  restrictedMean,
  revenueBridge,
  revenueMovements,
  rfm,
  segmentMigration,
  simulateOffers,
  simulateTransactions,
  splitLog,
  standardErrors,
  subscriptionBook,
  summarizeCustomers,
  survivalQuantile,
  transactionLog,
  transactionLogFromColumns,
  validateModel,
  weightedPipeline,
} from "clientele";
import { classSharesChart, cohortRetentionChart, renderAudit } from "clientele/charts";
import { DataError as DataErrorOfRows } from "clientele/rows";
import { modelSchema, transactionSchema } from "clientele/schema";

/** Everything the walk comes to: plain data, with numbers of ten significant digits. */
export async function conformance() {
  const orders = simulateTransactions({
    customers: 600,
    from: "2022-01-01",
    joinUntil: "2024-12-15",
    until: "2024-12-31",
    seed: 20,
  });
  const log = transactionLog(orders);
  const customers = summarizeCustomers(log, { unit: "week", asOf: "2024-12-31" });
  const models = fits(customers);
  return inTenDigits({
    known: { ...knownCurves(), ...knownShares(), ...knownModels() },
    doors: doors(orders, log),
    customers: { ...customers, rows: customers.rows.slice(0, 5), revenue: sum(customers.rows, "revenue") },
    classes: classes(log),
    shares: shares(log, customers),
    cohorts: cohorts(log),
    models: models.figures,
    values: values(log, customers, models),
    offers: offers(),
    subscriptions: subscriptions(),
    regressions: regressions(customers),
    audit: await audit(log),
    schema: schemas(),
    errors: errors(orders),
    roundTrips: roundTrips(log, customers, models.purchases),
  });
}

/** Durations of the 6-MP trial (Freireich et al. 1963), an event as 1. */
const sixMp = {
  duration: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  event: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
};
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
/** Test data 1 of Therneau and Grambsch (2000), appendix E. */
const therneau = [
  { duration: 9, event: true, x: 0 },
  { duration: 1, event: true, x: 1 },
  { duration: 1, event: false, x: 1 },
  { duration: 6, event: true, x: 1 },
  { duration: 6, event: true, x: 0 },
  { duration: 8, event: false, x: 0 },
];

function knownCurves() {
  const curve = kaplanMeier(sixMp);
  const both = [
    ...sixMp.duration.map((duration, i) => ({ duration, event: sixMp.event[i] === 1, arm: "6-MP" })),
    ...placebo.map((duration) => ({ duration, event: true, arm: "placebo" })),
  ];
  const { statistic, pValue } = logRank(both, "arm");
  const cox = (ties) => {
    const [{ coefficient, standardError }] = coxRegression(therneau, {
      covariates: ["x"],
      ties,
    }).coefficients;
    return { coefficient, standardError };
  };
  return {
    curve: curve.rows.filter(({ events }) => events > 0),
    median: survivalQuantile(kaplanMeier(sixMp, { interval: "log" })),
    restrictedMean: restrictedMean(curve, 23),
    logRank: { statistic, pValue },
    breslow: cox("breslow"),
    efron: cox("efron"),
  };
}

function knownShares() {
  const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
  const abc = abcClasses(incomes);
  return {
    wilson: proportionInterval(81, 263),
    measures: concentration(incomes),
    abc: abc.classes.map(({ class: name, customers, value }) => [name, customers, value]),
    computedLimits: abcClasses(incomes, { method: "computed" }).limits,
  };
}

function knownModels() {
  const bgNbd = {
    kind: "bg-nbd",
    parameters: { r: 0.2425929, alpha: 4.4135316, a: 0.7928861, b: 2.4257534 },
    unit: "week",
  };
  const paretoNbd = {
    kind: "pareto-nbd",
    parameters: { r: 0.5532755, alpha: 10.5776122, s: 0.6062136, beta: 11.6679112 },
    unit: "week",
  };
  const spend = {
    kind: "gamma-gamma",
    parameters: { p: 6.2488025, q: 3.7445885, gamma: 15.447748 },
    unit: "week",
  };
  const histories = [
    { frequency: 1, recency: 1.71, T: 38.86 },
    { frequency: 7, recency: 29.43, T: 38.86 },
    { frequency: 29, recency: 37.71, T: 38 },
  ];
  const sbg = fitSbg({ unit: "year", cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]] });
  const subscriber = { margin: 1, retentionRate: 0.8, discountRate: 0.1 };
  return {
    bgNbdAlive: histories.map((history) => probabilityAlive(bgNbd, history)),
    bgNbdExpected: [1, 10, 52].map((weeks) => expectedPurchases(bgNbd, histories[1], { weeks })),
    paretoNbdAlive: histories.map((history) => probabilityAlive(paretoNbd, history)),
    spend: [
      expectedSpend(spend, { frequency: 2, monetaryValue: 22.35 }),
      expectedSpend(spend, { frequency: 7, monetaryValue: 73.74 }),
    ],
    sbg: { ...sbg.parameters, logLikelihood: sbg.logLikelihood, errors: standardErrors(sbg) },
    sbgProjection: projectSurvivors(sbg, { survivors: 491, renewals: 7, periods: 2 }),
    constantRetention: [
      constantRetentionValue({ ...subscriber, firstMargin: "immediate" }).value,
      constantRetentionValue({ ...subscriber, firstMargin: "deferred" }).value,
    ],
  };
}

function doors(orders, log) {
  const columns = transactionLogFromColumns({
    customer: orders.map(({ customerId }) => customerId),
    date: orders.map(({ date }) => date),
    amount: orders.map(({ amount }) => amount),
  });
  // Moments that fall on other days in other zones: the library looks at the zone it was told, never at the machine's.
  const moments = [
    { customerId: "__proto__", date: new Date("2024-03-31T00:30:00Z"), amount: 10 },
    { customerId: "__proto__", date: "2024-10-27T23:30:00Z", amount: -4 },
    { customerId: 7, date: "2024-02-29", amount: 0.1 },
    { customerId: "I", date: "2024-12-31T23:59:59+14:00", amount: 0.2 },
    { customerId: "ı", date: "1969-12-31", amount: 1 },
  ];
  const zones = ["UTC", "Europe/Berlin", "Pacific/Kiritimati", "America/St_Johns"];
  const [before, after] = [splitLog(log, "2023-12-31").calibration, splitLog(log, "2023-12-31").holdout];
  return {
    orders: orders.length,
    firstOrders: orders.slice(0, 3),
    revenue: sum(orders, "amount"),
    sameByColumns: text(columns) === text(log),
    until: log.until,
    days: zones.map((timeZone) => {
      const read = transactionLog(moments, {}, { timeZone });
      return [timeZone, read.until, [...read.days], [...read.amounts], read.customerIds];
    }),
    split: [before.amounts.length, after.amounts.length],
  };
}

function classes(log) {
  const base = classifyCustomers(log, { asOf: "2024-12-31" });
  const movements = classMovements(log, { from: "2023-12-31", to: "2024-12-31" });
  const chart = classSharesChart(base, { locale: de });
  return {
    classes: base.classes,
    reasons: base.rows
      .slice(0, 8)
      .map((row) => [row.customerId, row.class, explainClass(row, de), explainClass(row, en)]),
    movements: movements.matrix,
    chart: { title: chart.title.text, description: chart.description, schema: chart.$schema },
  };
}

function shares(log, customers) {
  const abc = abcClasses(customers.rows, "revenue");
  const scores = rfm(log, { asOf: "2024-12-31", window: { months: 12 } });
  const earlier = rfm(log, { asOf: "2023-12-31", window: { months: 12 } });
  const clusters = kMeans(scores.rows, ["orders", "daysSinceLastPurchase", "revenue"], {
    clusters: 3,
    seed: 1,
  });
  return {
    abc: abc.classes,
    accounts: keyAccounts(customers.rows, "revenue", { share: 0.5 }).summary,
    measures: concentration(customers.rows, "revenue"),
    segments: scores.segments,
    limits: scores.limits,
    firstScores: scores.rows.slice(0, 3),
    migration: segmentMigration(earlier.rows, scores.rows).counts,
    clusters: clusters.clusters.map(({ size, centroid }) => ({ size, centroid })),
  };
}

function cohorts(log) {
  const bounded = cohortRetention(log, { period: "quarter", asOf: "2024-12-31" });
  const elapsed = cohortRetention(log, {
    period: "quarter",
    clock: "elapsed",
    definition: "unbounded",
    asOf: "2024-12-31",
  });
  const chart = cohortRetentionChart(bounded, { theme: "dark" });
  return {
    matrix: bounded.matrix.values,
    pooled: bounded.pooled.slice(0, 4),
    elapsed: elapsed.matrix.values,
    chart: chart.title.text,
  };
}

function fits(customers) {
  const purchases = fitBgNbd(customers);
  const pareto = fitParetoNbd(customers);
  const spend = fitGammaGamma(customers);
  const figures = [purchases, pareto, spend].map((model) => ({
    kind: model.kind,
    parameters: model.parameters,
    logLikelihood: model.logLikelihood,
    standardErrors: standardErrors(model),
    converged: model.convergence.converged,
    warnings: model.warnings,
  }));
  const compared = compareModels(customers).rows.map(({ kind, aic }) => [kind, aic]);
  const bootstrap = bootstrapModel(purchases, customers, { replicates: 5, seed: 3 });
  return { purchases, pareto, spend, figures: { fits: figures, compared, bootstrap: bootstrap.intervals } };
}

function values(log, customers, { purchases, pareto, spend }) {
  const history = customers.rows.find(({ frequency }) => frequency >= 4);
  const options = { spend, horizon: { months: 12 }, marginRate: 0.3, discountRate: 0.1 };
  const byRows = predictCustomers(customers, { ...options, purchases });
  const byColumns = predictColumns(inColumns(customers), { ...options, purchases });
  const fit = (calibration) => fitBgNbd(calibration);
  return {
    history,
    alive: [purchases, pareto].map((model) => probabilityAlive(model, history)),
    chances: [0, 1, 2].map((exactly) =>
      probabilityOfPurchases(pareto, history, { horizon: { weeks: 26 }, exactly }),
    ),
    dert: discountedExpectedResidualTransactions(pareto, history, { discountRate: 0.15 }),
    first: byRows.slice(0, 4),
    sameByColumns: byRows.every(({ lifetimeValue }, i) => lifetimeValue === byColumns.lifetimeValue[i]),
    total: sum(byRows, "lifetimeValue"),
    totalPareto: sum(predictCustomers(customers, { ...options, purchases: pareto }), "lifetimeValue"),
    holdout: validateModel(log, { split: "2023-12-31", fit, unit: "week" }).holdout,
    predicted: predictedValue(customers, { ...options, purchases }).total.value,
    equity: customerEquity(byRows, { value: "lifetimeValue" }),
    historic: historicValue(log, { marginRate: 0.3 }).sums,
  };
}

function inColumns({ unit, asOf, rows }) {
  const column = (name) => Float64Array.from(rows, (row) => row[name] ?? Number.NaN);
  const fields = ["frequency", "recency", "T", "monetaryValue"];
  return { unit, asOf, ...Object.fromEntries(fields.map((name) => [name, column(name)])) };
}

function offers() {
  const keys = { seller: "seller", product: "product" };
  const book = offerBook(simulateOffers({ offers: 800, seed: 4 }), {
    id: "offerId",
    wonValue: "wonValue",
    keys,
  });
  const all = hitRate(book);
  const pipeline = weightedPipeline(book);
  return {
    counts: all.counts,
    submitted: all.submitted,
    decided: all.decided,
    bySeller: hitRateBy(book, "seller").rows,
    pipeline: pipeline.open,
    firstOpen: pipeline.rows.slice(0, 3),
  };
}

function subscriptions() {
  const book = subscriptionBook(
    [
      { customerId: "Adler", start: "2024-11-01", end: "2025-01-31", monthlyAmount: 49.9 },
      { customerId: "Adler", start: "2025-02-01", end: null, monthlyAmount: 99.9 },
      { customerId: "Berg", start: "2024-12-01", end: "2025-02-28", monthlyAmount: 99.9 },
      { customerId: "Berg", start: "2025-05-01", end: null, monthlyAmount: 49.9 },
    ],
    {},
    { until: "2025-06-30" },
  );
  return revenueMovements(book, { from: "2025-01-01" }).rows;
}

function regressions(customers) {
  const rows = customers.rows.map(({ frequency, monetaryValue, T, recency }) => ({
    duration: T + 1,
    event: T - recency > 26,
    repeats: Math.min(frequency, 8),
    dear: (monetaryValue ?? 0) > 40,
  }));
  const cox = coxRegression(rows, { covariates: ["repeats", "dear"] });
  const logistic = logisticRegression(rows, { outcome: "event", covariates: ["repeats", "dear"] });
  return {
    cox: cox.coefficients,
    concordance: cox.concordance.value,
    logistic: logistic.coefficients,
    nps: netPromoterScore([10, 9, 9, 8, 7, 6, 3, 10, 0, null].map((score) => ({ score }))),
  };
}

async function audit(log) {
  const base = auditCustomerBase(log, { period: "year", asOf: "2024-12-31" });
  const german = describeAudit(base, { locale: de, currency: "€" });
  const page = await renderAudit(base, { locale: de });
  return {
    german: german.text.split("\n"),
    english: describeAudit(base, { locale: en }).findings.map(({ code, tone, text: sentence }) => [
      code,
      tone,
      sentence,
    ]),
    bridge: revenueBridge(log, { period: "year", asOf: "2024-12-31" }).steps,
    page: page.includes("Kundenbestandsanalyse 2024"),
    candidates: activationCandidates(log, [], { asOf: "2024-12-31" }).rows.slice(0, 3),
  };
}

function schemas() {
  const refused = transactionSchema.safeParse({ customerId: "A", date: "2025-02-30", amount: "10" });
  return {
    accepted: transactionSchema.safeParse({ customerId: "A", date: "2025-02-28", amount: 10 }).success,
    refused: refused.error?.issues.map(({ path, message }) => [path, message]),
    model: modelSchema.safeParse({ kind: "crystal-ball" }).success,
  };
}

function errors(orders) {
  const faulty = [
    { customerId: "A", date: "2025-02-30", amount: 10 },
    { customerId: "", date: "2025-02-28", amount: Number.NaN },
    { customerId: "B", date: "28.02.2025", amount: "10" },
  ];
  const caught = (act) => {
    try {
      act();
      return "no error";
    } catch (error) {
      if (!(error instanceof DataError)) return String(error);
      const { name, message, issues } = error;
      return { name, message, issues, same: error instanceof DataErrorOfRows };
    }
  };
  return {
    faulty: caught(() => transactionLog(faulty)),
    option: caught(() => transactionLog(orders, {}, { invlaid: "skip" })),
    model: caught(() => readModel({ kind: "crystal-ball" })),
    nothing: caught(() => summarizeCustomers(null)),
    skipped: transactionLog(faulty, {}, { invalid: "skip" }).skipped,
  };
}

function roundTrips(log, customers, purchases) {
  const stored = readModel(JSON.parse(JSON.stringify(purchases)));
  const cloned = structuredClone(log);
  return {
    model: text(stored) === text(purchases),
    clonedModel: text(structuredClone(purchases)) === text(purchases),
    log: text(summarizeCustomers(cloned, { unit: "week", asOf: "2024-12-31" })) === text(customers),
    frozen: Object.isFrozen(purchases),
    locales: text(structuredClone([de, en])) === text([de, en]),
  };
}

function text(value) {
  return JSON.stringify(value);
}

function sum(rows, field) {
  return rows.reduce((total, row) => total + row[field], 0);
}

/** Numbers of a result in ten significant digits; columns become plain arrays, so that JSON keeps all. */
function inTenDigits(value) {
  if (typeof value === "number")
    return Number.isFinite(value) ? Number(value.toPrecision(10)) : String(value);
  if (ArrayBuffer.isView(value)) return inTenDigits([...value]);
  if (Array.isArray(value)) return value.map(inTenDigits);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inTenDigits(each)]));
}
