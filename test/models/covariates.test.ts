import { describe, expect, it } from "vitest";
import { predictCustomers } from "../../src/clv/predict-customers.ts";
import { seededRandom } from "../../src/math/random.ts";
import { covariateEffects } from "../../src/models/covariate-effects.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import type { PurchaseModel } from "../../src/models/models.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import type { PurchaseHistories, WeightedHistory } from "../../src/models/purchase-histories.ts";
import { kernelOfKind, type PurchaseParameters } from "../../src/models/purchase-kernels.ts";
import { readModel } from "../../src/models/read-model.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

type Coefficients = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Subject {
  readonly kind: PurchaseModel["kind"];
  readonly truth: Readonly<Record<string, number>>;
  readonly gamma: Coefficients;
  readonly fitTo: (base: PurchaseHistories) => PurchaseModel;
}

const SIGN: Readonly<Record<string, number>> = { alpha: -1, beta: -1, a: 1, b: 1 };

const SUBJECTS: readonly Subject[] = [
  {
    kind: "bg-nbd",
    truth: { r: 0.8, alpha: 8, a: 0.8, b: 2.4 },
    gamma: { alpha: { web: 0.6, age: 0.02 }, a: { web: -0.5 } },
    fitTo: (base) => fitBgNbd(base, { covariates: { alpha: ["web", "age"], a: ["web"] } }),
  },
  {
    kind: "mbg-nbd",
    truth: { r: 0.8, alpha: 8, a: 0.8, b: 2.4 },
    gamma: { alpha: { web: 0.6, age: 0.02 }, b: { web: 0.5 } },
    fitTo: (base) => fitMbgNbd(base, { covariates: { alpha: ["web", "age"], b: ["web"] } }),
  },
  {
    kind: "pareto-nbd",
    truth: { r: 0.8, alpha: 8, s: 0.9, beta: 30 },
    gamma: { alpha: { web: 0.6, age: 0.02 }, beta: { web: -0.5 } },
    fitTo: (base) => fitParetoNbd(base, { covariates: { alpha: ["web", "age"], beta: ["web"] } }),
  },
];

/** Customers whose parameters are moved as note 019 says, straight from the kernel's simulation. */
function moved({ kind, truth, gamma }: Subject, customers: number, seed: number): PurchaseHistories {
  const kernel = kernelOfKind(kind);
  const random = seededRandom(seed);
  const rows = Array.from({ length: customers }, (_, i): WeightedHistory => {
    const covariates: Readonly<Record<string, number>> = { web: i % 2, age: 20 + (i % 5) * 10 };
    const own = Object.fromEntries(
      Object.entries(truth).map(([name, value]) => {
        const shift = Object.entries(gamma[name] ?? {}).reduce(
          (sum, [covariate, c]) => sum + c * (covariates[covariate] ?? 0),
          0,
        );
        return [name, value * Math.exp((SIGN[name] ?? 0) * shift)];
      }),
    );
    const T = Math.ceil(40 + 60 * random.uniform());
    const history = kernel.simulateHistory(own as unknown as PurchaseParameters, random, T);
    return { frequency: history.frequency, recency: Math.ceil(history.recency * 7) / 7, T, covariates };
  });
  return { unit: "week", rows };
}

describe.each(SUBJECTS)("covariates of $kind", (subject) => {
  const { gamma, fitTo } = subject;
  const base = moved(subject, 6000, 8);
  const model = fitTo(base);

  it("finds the coefficients that customers were drawn with, within their errors", () => {
    expect(model.convergence.converged).toBe(true);
    const effects = covariateEffects(model);
    expect(effects).toHaveLength(3);
    for (const { parameter, covariate, coefficient, standardError } of effects) {
      const truth = gamma[parameter]?.[covariate] ?? Number.NaN;
      expect(Math.abs(coefficient - truth) / (standardError ?? 0), `${parameter} ${covariate}`).toBeLessThan(
        4,
      );
      expect(standardError ?? 1).toBeLessThan(0.5);
    }
    expect(Object.values(standardErrors(model)).every((error) => error !== null && error > 0)).toBe(true);
  });

  it("has the log-likelihood of its customers, each under his own parameters, at a maximum", () => {
    expect(relativeError(logLikelihood(model, base), model.logLikelihood)).toBeLessThan(1e-11);
    const coefficients = model.coefficients ?? [];
    coefficients.forEach((_, i) => {
      for (const step of [-0.01, 0.01]) {
        const aside = {
          ...model,
          coefficients: coefficients.map((c, j) => (i === j ? { ...c, value: c.value + step } : c)),
        };
        expect(logLikelihood(aside, base)).toBeLessThan(model.logLikelihood);
      }
    });
  });

  it("predicts for a customer what the parameters moved by hand predict", () => {
    const customer = { frequency: 2, recency: 20, T: 60, covariates: { web: 1, age: 40 } };
    const parameters: Record<string, number> = { ...model.parameters };
    for (const { parameter, covariate, value } of model.coefficients ?? []) {
      const z = covariate === "web" ? 1 : 40;
      parameters[parameter] = (parameters[parameter] ?? 0) * Math.exp((SIGN[parameter] ?? 0) * value * z);
    }
    const plain = { kind: model.kind, unit: "week", parameters } as unknown as PurchaseModel;
    expect(relativeError(probabilityAlive(model, customer), probabilityAlive(plain, customer))).toBeLessThan(
      1e-12,
    );
    const year = { years: 1 };
    expect(
      relativeError(expectedPurchases(model, customer, year), expectedPurchases(plain, customer, year)),
    ).toBeLessThan(1e-12);
  });

  it("does not depend on where a covariate has its zero, or on its unit", () => {
    const rows = base.rows.map((row) => ({
      ...row,
      covariates: { web: row.covariates?.["web"] ?? 0, age: 2000 + (row.covariates?.["age"] ?? 0) / 100 },
    }));
    const other = fitTo({ unit: "week", rows });
    expect(Math.abs(other.logLikelihood - model.logLikelihood)).toBeLessThan(1e-6);
    const ageOf = (m: PurchaseModel): number =>
      m.coefficients?.find(({ covariate }) => covariate === "age")?.value ?? 0;
    expect(relativeError(ageOf(other) / 100, ageOf(model))).toBeLessThan(1e-6);
  });

  it("comes back from JSON and predicts the same", () => {
    const again = readModel(JSON.parse(JSON.stringify(model)));
    expect(again).toEqual(model);
  });
});

describe("covariates that cannot be", () => {
  const rows = [
    { frequency: 2, recency: 20, T: 40, covariates: { web: 1 } },
    { frequency: 1, recency: 5, T: 40, covariates: { web: 0 } },
    { frequency: 3, recency: 30, T: 40 },
  ];

  it("are refused with row and name", () => {
    const error = dataErrorOf(() => fitBgNbd({ unit: "week", rows }, { covariates: { alpha: ["web"] } }));
    expect(error.issues).toMatchObject([{ code: "invalid_history", row: 2, field: "covariates" }]);
    const same = rows.map((row) => ({ ...row, covariates: { web: 1 } }));
    expect(
      dataErrorOf(() => fitBgNbd({ unit: "week", rows: same }, { covariates: { alpha: ["web"] } })).message,
    ).toContain("same for all");
    const impossible = [{ frequency: 2, recency: 50, T: 40, covariates: { web: 1 } }, ...same];
    expect(
      dataErrorOf(() => fitBgNbd({ unit: "week", rows: impossible }, { covariates: { alpha: ["web"] } }))
        .issues[0],
    ).toMatchObject({ row: 0, field: "recency" });
    const wrong = { covariates: { r: ["web"] } } as unknown as { covariates: { alpha: string[] } };
    expect(dataErrorOf(() => fitBgNbd({ unit: "week", rows: same }, wrong)).issues[0]?.field).toBe(
      "covariates.r",
    );
  });

  it("are missed when predicting", () => {
    const parameters = { r: 0.8, alpha: 8, a: 0.8, b: 2.4 };
    const coefficients = [{ parameter: "alpha", covariate: "web", value: 0.5 }];
    const model = { kind: "bg-nbd", unit: "week", parameters, coefficients } as const;
    const customer = { frequency: 2, recency: 20, T: 40 };
    expect(dataErrorOf(() => probabilityAlive(model, customer)).message).toContain('"web"');
    const spend = { kind: "gamma-gamma", unit: "week", parameters: { p: 6, q: 4, gamma: 15 } } as const;
    const row = {
      customerId: "A",
      ...customer,
      monetaryValue: 20,
      orders: 3,
      revenue: 60,
      firstPurchase: "2025-01-01",
      lastPurchase: "2025-05-01",
    };
    const base = {
      unit: "week",
      asOf: "2025-10-08",
      count: "purchase-days",
      rows: [row],
      withoutPurchase: { customers: 0, revenue: 0 },
    } as const;
    expect(
      dataErrorOf(() => predictCustomers(base, { purchases: model, spend, horizon: { months: 1 } })).issues[0]
        ?.row,
    ).toBe(0);
  });
});
