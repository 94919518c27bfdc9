import { describe, expect, it } from "vitest";
import {
  cumulativeIncidence,
  fitBetaBinomial,
  incidenceAt,
  incidenceQuantile,
  jamesStein,
  kaplanMeier,
  logisticProbabilities,
  logisticProbability,
  logisticRegression,
  predictionQuality,
  probabilityOfBeating,
  proportionInterval,
  rateDifference,
  readLogisticModel,
  sampleSizeForDifference,
  sampleSizeForRate,
  shrinkRates,
  transactionLog,
  validateLogistic,
} from "../../src/index.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const half = { successes: 1, trials: 2 };
const groups = [
  { id: "a", successes: 3, trials: 10 },
  { id: "b", successes: 9, trials: 12 },
];
const calls8 = [1, 2, 3, 4, 5, 6, 7, 8].map((hours) => ({
  hours,
  minutes: hours * 60,
  weight: 1,
  day: 1,
  ordered: [1, 2, 3, 5, 7].includes(hours),
  channel: hours % 3 === 0 ? "phone" : "mail",
}));
const rows = calls8 as readonly Record<string, unknown>[];
const changed = (change: (row: (typeof calls8)[number]) => object) =>
  calls8.map((row) => ({ ...row, ...change(row) })) as readonly Record<string, unknown>[];
const fields = { outcome: "ordered", covariates: ["hours"] } as never as {
  readonly outcome: never;
  readonly covariates: readonly never[];
};
const fitOf = (data: readonly Record<string, unknown>[], options: object = {}) =>
  logisticRegression(data, { ...fields, ...options });
const model = fitOf(rows);
const byChannel = fitOf(rows, { covariates: ["channel"], penalty: "firth" });
const held = (holdout: unknown, data = rows) => validateLogistic(data, { ...fields, holdout } as never);
const offers = [
  { days: 3, end: "won" },
  { days: 5, end: "lost" },
  { days: 8, end: null },
];
const accessors = { time: "days", cause: "end" } as const;
const incidence = cumulativeIncidence(offers, accessors);

// As the wrong calls of the other rooms: the answer is a DataError that says where and what to do.
const calls: readonly (readonly [string, () => unknown, string, string])[] = [
  ["percent of one", () => proportionInterval(60, 1), "successes", "at most 1"],
  ["more than all", () => proportionInterval(6, 5), "successes", "at most 5"],
  [
    "counts as record",
    () => proportionInterval(half as never, undefined as never),
    "trials",
    "finite number",
  ],
  ["a level alone", () => proportionInterval(3, 5, 0.95 as never), "options", "level, method"],
  ["an unknown method", () => proportionInterval(3, 5, { method: "exact" as never }), "method", "import one"],
  ["a level in percent", () => proportionInterval(3, 5, { level: 95 }), "level", "at most"],
  ["more cases than there can be", () => proportionInterval(1, 1e308), "trials", "at most 1000000000000"],
  ["two rates", () => rateDifference(0.5 as never, 0.4 as never), "first", "{ successes, trials }"],
  ["one group", () => rateDifference(half, undefined as never), "second", "{ successes, trials }"],
  [
    "a rate for successes",
    () => rateDifference({ rate: 0.5, trials: 3 } as never, half),
    "first.successes",
    "finite number",
  ],
  [
    "another option",
    () => rateDifference(half, half, { method: "wald" } as never),
    "options.method",
    "level",
  ],
  ["two rates", () => probabilityOfBeating(0.3 as never, 0.2 as never), "first", "{ successes, trials }"],
  ["rates as groups", () => fitBetaBinomial([0.3, 0.4] as never), "row", "pass objects"],
  ["other names", () => fitBetaBinomial([{ won: 3, all: 5 }] as never), "successes", '"won", "all"'],
  ["text", () => fitBetaBinomial([{ successes: "3", trials: 5 }] as never), "successes", "convert it"],
  [
    "options for columns",
    () => fitBetaBinomial(groups, { level: 0.9 } as never),
    "columns.level",
    "successes",
  ],
  ["trials below 0", () => fitBetaBinomial([{ successes: 0, trials: -5 }]), "trials", "fewer than 0"],
  ["trials beyond measure", () => fitBetaBinomial([{ successes: 1, trials: 1e300 }]), "trials", "1e12"],
  ["no rows", () => shrinkRates(null as never), "rows", "pass an array"],
  ["a misspelt option", () => shrinkRates(groups, { name: "id" } as never), "options.name", "id, level"],
  ["an unknown name", () => shrinkRates(groups, { id: "seller" as never }), "seller", '"id", "successes"'],
  ["a mean as prior", () => shrinkRates(groups, { prior: 0.3 as never }), "prior", "{ alpha, beta }"],
  ["a prior without spread", () => shrinkRates(groups, { prior: { alpha: 0, beta: 1 } }), "prior", "above 0"],
  [
    "a prior beyond measure",
    () => shrinkRates(groups, { prior: { alpha: 1e300, beta: 1e308 } }),
    "prior",
    "at most 1e12",
  ],
  [
    "a fit that found none",
    () => shrinkRates(groups, { prior: fitBetaBinomial([half]) }),
    "prior",
    "no-differences",
  ],
  ["no variance", () => jamesStein([1, 2, 3, 4], {} as never), "variance", "trials if"],
  ["rates in percent", () => jamesStein([10, 20, 30, 40], { trials: 50 }), "values", "from 0 to 1"],
  ["sizes of each", () => jamesStein([0.1, 0.2], { trials: [10, 20] as never }), "trials", "finite number"],
  ["rows for values", () => jamesStein([{ value: 1 }] as never, { variance: 1 }), "values", "no number"],
  [
    "values beyond numbers",
    () => jamesStein([1e308, 1e308, -1e308, 1e308], { variance: 1 }),
    "values",
    "mistaken figure",
  ],
  ["points as half width", () => sampleSizeForRate({ halfWidth: 3 }), "halfWidth", "at most 1"],
  ["another name", () => sampleSizeForRate({ margin: 0.03 } as never), "options.margin", "halfWidth"],
  ["a rate in percent", () => sampleSizeForRate({ rate: 10, halfWidth: 0.03 }), "rate", "at most 1"],
  ["no uplift", () => sampleSizeForDifference({ control: 0.1, uplift: 0 }), "uplift", "other than 0"],
  [
    "a power in percent",
    () => sampleSizeForDifference({ control: 0.1, uplift: 0.02, power: 80 }),
    "power",
    "at most",
  ],
  [
    "both questions",
    () => sampleSizeForDifference({ control: 0.1, uplift: 0.02, halfWidth: 0.01, treated: 0.12 } as never),
    "options.uplift",
    "treated, halfWidth",
  ],
  [
    "an uplift of nothing",
    () => sampleSizeForDifference({ control: 0.1, uplift: 1e-200 }),
    "uplift",
    "a larger difference",
  ],
  [
    "groups of absurd sizes",
    () => sampleSizeForDifference({ control: 0.1, treated: 0.2, halfWidth: 0.01, ratio: 1e-18 }),
    "halfWidth",
    "less unequal",
  ],
  ["words as outcomes", () => predictionQuality(["yes", "no"] as never, [0.9, 0.1]), "outcomes", "0 or 1"],
  ["percent", () => predictionQuality([1, 0], [90, 10]), "probabilities", "from 0 to 1"],
  ["swapped lists", () => predictionQuality([0.9, 0.1], [1, 0]), "outcomes", "0 or 1"],
  ["no lists", () => predictionQuality(undefined as never, undefined as never), "outcomes", "no list"],
  ["unequal lists", () => predictionQuality([1, 0, 1], [0.1, 0.2]), "probabilities", "one for each"],
  ["empty lists", () => predictionQuality([], []), "outcomes", "at least one"],
  ["NaN", () => predictionQuality([1, 0], [Number.NaN, 0.5]), "probabilities", "no probability"],
  ["no options", () => logisticRegression(rows, undefined as never), "options", "outcome, covariates"],
  ["no rows", () => fitOf([]), "rows", "nothing to learn"],
  ["a misspelt outcome", () => fitOf(rows, { outcome: "won" }), "won", '"ordered"'],
  ["words as outcomes", () => fitOf(changed(() => ({ ordered: "yes" }))), "ordered", "true or 1"],
  ["one outcome", () => fitOf(changed(() => ({ ordered: true }))), "rows", "same outcome"],
  ["a constant covariate", () => fitOf(changed(() => ({ hours: 3 }))), "covariates", "leave it out"],
  [
    "covariates that say the same",
    () => fitOf(rows, { covariates: ["hours", "minutes"] }),
    "covariates",
    "Leave one of them out",
  ],
  [
    "a covariate twice",
    () => fitOf(rows, { covariates: ["hours", "hours"] }),
    "covariates[1]",
    "leave one out",
  ],
  ["a name as covariates", () => fitOf(rows, { covariates: "hours" }), "covariates", "at least one"],
  ["an unknown covariate", () => fitOf(rows, { covariates: ["age"] }), "age", "missing"],
  ["infinite values", () => fitOf(changed(() => ({ hours: Infinity }))), "hours", "finite number"],
  [
    "weights below 0",
    () =>
      fitOf(
        changed(() => ({ weight: -1 })),
        { weight: "weight" },
      ),
    "weight",
    "from 0 to",
  ],
  [
    "weights of 0",
    () =>
      fitOf(
        changed(() => ({ weight: 0 })),
        { weight: "weight" },
      ),
    "rows",
    "nothing to learn",
  ],
  [
    "weights of 1e300",
    () =>
      fitOf(
        changed(() => ({ weight: 1e300 })),
        { weight: "weight" },
      ),
    "weight",
    "1e12",
  ],
  [
    "values of 1e300",
    () => fitOf(changed(({ hours }) => ({ hours: hours * 1e300 }))),
    "covariates",
    "another unit",
  ],
  [
    "values of 1e−300",
    () => fitOf(changed(({ hours }) => ({ hours: hours * 1e-300 }))),
    "covariates",
    "another unit",
  ],
  ["another penalty", () => fitOf(rows, { penalty: "l2" }), "penalty", '"firth"'],
  ["a ridge of 0", () => fitOf(rows, { penalty: { ridge: 0 } }), "penalty.ridge", "above 0"],
  ["a log as rows", () => fitOf(transactionLog([]) as never), "rows", "pass an array"],
  ["no model", () => logisticProbability({ kind: "cox" } as never, {}), "model", "logisticRegression"],
  [
    "half a model",
    () => logisticProbability({ ...model, covariance: undefined } as never, { hours: 2 }),
    "model",
    "readLogisticModel",
  ],
  ["a row without it", () => logisticProbability(model, {}), "row.hours", "missing"],
  ["text for a number", () => logisticProbability(model, { hours: "2" }), "row.hours", "finite number"],
  ["an unknown level", () => logisticProbability(byChannel, { channel: "fax" }), "row.channel", '"mail"'],
  ["a value of 1e308", () => logisticProbability(model, { hours: 1e308 }), "row", "mistaken figure"],
  ["one row for many", () => logisticProbabilities(model, { hours: 2 } as never), "rows", "pass an array"],
  ["a text for JSON", () => readLogisticModel(JSON.stringify(model)), "model", "JSON.parse"],
  ["no holdout", () => held(undefined), "holdout", "share, by"],
  ["a share in percent", () => held({ share: 25 }), "holdout.share", "at most"],
  ["a misspelt time", () => held({ share: 0.3, by: "date" }), "date", '"day"'],
  ["rows of one time", () => held({ share: 0.3, by: "day" }), "rows", "none is left"],
  ["no accessors", () => cumulativeIncidence(offers, undefined as never), "options", "time, cause"],
  [
    "an event for a cause",
    () => cumulativeIncidence(offers, { ...accessors, event: "end" } as never),
    "options.event",
    "cause",
  ],
  [
    "a misspelt field",
    () => cumulativeIncidence(offers, { ...accessors, time: "day" as never }),
    "day",
    '"days"',
  ],
  ["times below 0", () => cumulativeIncidence([{ days: -3, end: "won" }], accessors), "days", "at least 0"],
  ["no rows", () => cumulativeIncidence([] as typeof offers, accessors), "rows", "at least one"],
  [
    "ids as causes",
    () =>
      cumulativeIncidence(
        Array.from({ length: 200 }, (_, i) => ({ days: i, end: `offer ${i}` })),
        accessors,
      ),
    "cause",
    "an id",
  ],
  ["another cause", () => incidenceAt(incidence, "Won", 3), "cause", '"won", "lost"'],
  ["swapped arguments", () => incidenceAt(incidence, 3, "won" as never), "cause", '"won", "lost"'],
  [
    "damaged incidences",
    () => incidenceAt({ ...incidence, causes: [{ cause: "won" }] } as never, "won", 3),
    "incidence",
    "cumulativeIncidence",
  ],
  [
    "a survival curve",
    () => incidenceQuantile(kaplanMeier([{ duration: 3, event: true }]) as never, "won"),
    "incidence",
    "cumulativeIncidence",
  ],
  ["a quantile in percent", () => incidenceQuantile(incidence, "won", 50), "p", "at most 1"],
];

describe("wrong calls of statistics", () => {
  it.each(calls)("%s: %s", (_, call, field, advice) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(advice);
  });
});

describe("calls that are unusual, and right", () => {
  it("needs no more than a customer for a power below that of chance", () => {
    expect(sampleSizeForDifference({ control: 0.1, uplift: 0.02, power: 0.001 })).toEqual({
      control: 1,
      treated: 1,
    });
  });

  it("has no Hosmer–Lemeshow statistic where a bin has no variance to speak of", () => {
    expect(predictionQuality([1, 0, 1], [5e-324, 0.5, 0.9]).hosmerLemeshow).toBeNull();
  });

  it("fits in whatever unit a covariate is", () => {
    const [hours] = model.coefficients;
    for (const unit of [1e-100, 1e-20, 1e20, 1e100]) {
      const [other] = fitOf(changed((row) => ({ hours: row.hours * unit }))).coefficients;
      expect(relativeError((other?.estimate ?? 0) * unit, hours?.estimate ?? 0)).toBeLessThan(1e-9);
      expect(relativeError(other?.z ?? 0, hours?.z ?? 0)).toBeLessThan(1e-9);
    }
  });

  it("takes incidences and models back from JSON", () => {
    const stored = JSON.parse(JSON.stringify({ incidence, model })) as {
      readonly incidence: typeof incidence;
      readonly model: typeof model;
    };
    expect(incidenceAt(stored.incidence, "won", 3)).toEqual(incidenceAt(incidence, "won", 3));
    expect(logisticProbability(stored.model, { hours: 2 })).toEqual(logisticProbability(model, { hours: 2 }));
  });
});
