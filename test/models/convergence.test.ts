import { describe, expect, it } from "vitest";
import { fitBgBb } from "../../src/models/fit-bg-bb.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import type { PurchaseModel } from "../../src/models/models.ts";
import type { WeightedHistory } from "../../src/models/purchase-histories.ts";
import { readModel } from "../../src/models/read-model.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";
import { simulatedBase } from "../support/simulated-base.ts";

type Point = readonly [number, number, number, number];
type Fit = (rows: readonly WeightedHistory[]) => PurchaseModel;

interface Subject {
  readonly kind: PurchaseModel["kind"];
  readonly fitTo: Fit;
  readonly parameters: (point: Point) => object;
}

const betaGeometric = ([r, alpha, a, b]: Point): object => ({ r, alpha: 10 * alpha, a, b });

const SUBJECTS: readonly Subject[] = [
  { kind: "bg-nbd", fitTo: (rows) => fitBgNbd({ unit: "week", rows }), parameters: betaGeometric },
  { kind: "mbg-nbd", fitTo: (rows) => fitMbgNbd({ unit: "week", rows }), parameters: betaGeometric },
  {
    kind: "pareto-nbd",
    fitTo: (rows) => fitParetoNbd({ unit: "week", rows }),
    parameters: ([r, alpha, s, beta]) => ({ r, alpha: 10 * alpha, s, beta: 10 * beta }),
  },
  {
    kind: "bg-bb",
    fitTo: (rows) => fitBgBb({ unit: "week", rows }),
    parameters: ([alpha, beta, gamma, delta]) => ({ alpha, beta, gamma, delta: 3 * delta }),
  },
  {
    kind: "mbg-cnbd-k",
    fitTo: (rows) => fitMbgCnbdK({ unit: "week", rows }, { k: 2 }),
    parameters: ([r, alpha, a, b]) => ({ k: 2, r, alpha: 5 * alpha, a, b }),
  },
];

const STEPS = [0.15, 0.6, 2, 8] as const;
const GRID: readonly Point[] = STEPS.flatMap((a) =>
  STEPS.flatMap((b) => STEPS.flatMap((c) => STEPS.map((d) => [a, b, c, d] as const))),
);

/** As logs of whole days have them: times on the grid of days, told in weeks. */
function onDays(rows: readonly WeightedHistory[]): WeightedHistory[] {
  return rows.map((row) => ({
    ...row,
    recency: Math.ceil(row.recency * 7) / 7,
    T: Math.ceil(row.T * 7) / 7,
  }));
}

describe.each(SUBJECTS)("$kind from its default start", ({ kind, fitTo, parameters }) => {
  const base = (point: Point, customers: number, seed: number): WeightedHistory[] => {
    const ages = kind === "bg-bb" ? { youngest: 6, oldest: 12 } : { youngest: 26, oldest: 104 };
    const rows = simulatedBase(kind, parameters(point), { customers, ...ages, seed });
    return kind === "bg-bb" ? rows : onDays(rows);
  };

  it.each([50, 300])(
    "converges on a grid of 256 bases of %i customers, or says why not",
    (customers) => {
      let fitted = 0;
      GRID.forEach((point, seed) => {
        const rows = base(point, customers, seed);
        if (rows.every(({ frequency }) => frequency === 0)) {
          expect(dataErrorOf(() => fitTo(rows)).issues[0]?.code).toBe("not_enough_data");
          return;
        }
        const model = fitTo(rows);
        fitted += 1;
        const codes = model.warnings.map(({ code }) => code);
        expect(model.convergence.converged, JSON.stringify(point)).toBe(true);
        expect(Object.values(model.parameters).every((value) => Number.isFinite(value) && value > 0)).toBe(
          true,
        );
        expect(model.covariance === null).toBe(codes.includes("not-identified"));
        // no other point explains the base better; the truth is one that might. The convention gives away a hair on a ridge.
        const truth = { kind, unit: "week", parameters: parameters(point) } as unknown as PurchaseModel;
        expect(model.logLikelihood, JSON.stringify(point)).toBeGreaterThan(
          logLikelihood(truth, { unit: "week", rows }) - 0.01,
        );
      });
      expect(fitted).toBeGreaterThan(220);
    },
    120_000,
  );

  it("takes one customer with 5,000 purchases among 200", () => {
    const oldest = kind === "bg-bb" ? 6000 : 700;
    const rows = [
      ...base([0.6, 0.6, 0.6, 2], 200, 3),
      { frequency: 5000, recency: oldest - 1, T: oldest, sumLogIntervals: 5000 * Math.log(oldest / 5000) },
    ];
    const model = fitTo(rows);
    expect(model.convergence.converged).toBe(true);
    expect(Object.values(model.parameters).every(Number.isFinite)).toBe(true);
    expect(Number.isFinite(model.logLikelihood)).toBe(true);
  }, 60_000);

  it("takes a weight for so many equal customers, and comes back from JSON", () => {
    const rows = base([0.6, 0.6, 0.6, 2], 200, 4);
    const weighted = fitTo(rows.map((row, i) => ({ ...row, weight: 1 + (i % 3) })));
    const repeated = fitTo(rows.flatMap((row, i) => Array.from({ length: 1 + (i % 3) }, () => row)));
    expect(weighted.customers).toBe(repeated.customers);
    const again = new Map<string, number>(Object.entries(repeated.parameters));
    for (const [name, value] of Object.entries<number>({ ...weighted.parameters })) {
      expect(relativeError(again.get(name) ?? Number.NaN, value), name).toBeLessThan(1e-9);
    }
    expect(readModel(JSON.parse(JSON.stringify(weighted)))).toEqual(weighted);
  });

  it("refuses a base without repeat customers", () => {
    const error = dataErrorOf(() => fitTo([{ frequency: 0, recency: 0, T: 10 }]));
    expect(error.issues[0]?.code).toBe("not_enough_data");
  });
});

describe("a ridge", () => {
  // everybody is heard of to the end: nothing tells a small chance of leaving from none
  const rows = Array.from({ length: 40 }, (_, i) => ({ frequency: 1 + (i % 5), recency: 100, T: 100 }));

  it.each([
    ["bg-nbd", (unit: WeightedHistory[]) => fitBgNbd({ unit: "day", rows: unit })],
    ["mbg-nbd", (unit: WeightedHistory[]) => fitMbgNbd({ unit: "day", rows: unit })],
    ["pareto-nbd", (unit: WeightedHistory[]) => fitParetoNbd({ unit: "day", rows: unit })],
  ] as const)("is told with its direction, without errors, and has one answer in %s", (_, fitTo) => {
    const model: PurchaseModel = fitTo(rows);
    const warning = model.warnings.find(({ code }) => code === "not-identified");
    const direction = warning?.code === "not-identified" ? Object.values(warning.direction) : [];
    expect(direction).toHaveLength(4);
    expect(Math.hypot(...direction)).toBeCloseTo(1, 9);
    expect(model.convergence.converged).toBe(true);
    expect(model.covariance).toBeNull();
    expect(Object.values(standardErrors(model))).toEqual([null, null, null, null]);
    // the answer depends neither on the order of the customers, nor on how they are counted, nor on the unit of time
    const scale = 1 / 7;
    const moved: PurchaseModel = fitTo(
      [...rows]
        .reverse()
        .map((row) => ({ ...row, recency: row.recency * scale, T: row.T * scale, weight: 1 })),
    );
    const again = new Map<string, number>(Object.entries(moved.parameters));
    for (const [name, value] of Object.entries<number>({ ...model.parameters })) {
      const factor = name === "alpha" || name === "beta" ? scale : 1;
      expect(relativeError(again.get(name) ?? Number.NaN, value * factor), name).toBeLessThan(1e-3);
    }
  });

  it("costs the log-likelihood next to nothing against the best point along it", () => {
    const model = fitBgNbd({ unit: "day", rows });
    const { r, alpha, a, b } = model.parameters;
    for (const factor of [0.01, 0.1, 10, 1000]) {
      const along = { kind: "bg-nbd", unit: "day", parameters: { r, alpha, a: a * factor, b } } as const;
      expect(logLikelihood(along, { unit: "day", rows })).toBeLessThan(model.logLikelihood + 0.01);
    }
  });
});
