import { describe, expect, it } from "vitest";
import { coxRegression } from "../../src/statistics/cox-regression.ts";
import { dataErrorOf } from "../support/error-of.ts";

const base = [
  { duration: 3, event: true, age: 41, plan: "Basic" },
  { duration: 5, event: true, age: 35, plan: "Pro" },
  { duration: 7, event: false, age: 52, plan: "Basic" },
  { duration: 4, event: true, age: 28, plan: "Team" },
  { duration: 9, event: false, age: 60, plan: "Pro" },
  { duration: 12, event: true, age: 33, plan: "Team" },
  { duration: 8, event: true, age: 45, plan: "Basic" },
];

type Call = Parameters<typeof coxRegression>;

const refused = (rows: unknown, options: unknown) =>
  dataErrorOf(() => coxRegression(rows as Call[0], options as Call[1])).issues.map(
    ({ code, row, field }) => ({
      code,
      row,
      field,
    }),
  );

describe("rows that cannot be used", () => {
  const rows = base.map((row, i) => ({
    ...row,
    age: i === 1 ? null : i === 4 ? Number.NaN : row.age,
    plan: i === 2 ? "" : row.plan,
  }));

  it("are all reported, durations and covariates together", () => {
    const faulty = rows.map((row, i) => (i === 6 ? { ...row, duration: -1 } : row));
    expect(refused(faulty, { covariates: ["age", "plan"] })).toEqual([
      { code: "invalid_duration", row: 6, field: "duration" },
      { code: "missing_covariate", row: 1, field: "age" },
      { code: "invalid_covariate", row: 4, field: "age" },
      { code: "missing_covariate", row: 2, field: "plan" },
    ]);
  });

  it("are left out and counted if asked, but not those without a duration", () => {
    const model = coxRegression(rows, { covariates: ["age"], invalid: "skip" });
    expect([model.observations, model.skipped]).toEqual([5, 2]);
    const kept = base.filter((_, i) => i !== 1 && i !== 4);
    expect(model).toEqual({ ...coxRegression(kept, { covariates: ["age"] }), skipped: 2 });
    const faulty = rows.map((row, i) => (i === 6 ? { ...row, event: 2 } : row));
    expect(refused(faulty, { covariates: ["age"], invalid: "skip" })).toEqual([
      { code: "invalid_event", row: 6, field: "event" },
    ]);
  });

  it("may hold numbers or texts, but not both", () => {
    const mixed = base.map((row, i) => ({ ...row, x: i === 3 ? "12" : i }));
    expect(refused(mixed, { covariates: ["x"] })).toEqual([
      { code: "invalid_covariate", row: 3, field: "x" },
    ]);
    const dated = base.map((row) => ({ ...row, x: new Date(0) }));
    expect(refused(dated, { covariates: ["x"] })).toHaveLength(base.length);
  });

  it("need a stratum if there are strata", () => {
    const strata = (row: (typeof base)[number]) => (row.age > 50 ? null : row.plan);
    expect(refused(base, { covariates: ["age"], strata })).toEqual([
      { code: "missing_covariate", row: 2, field: "strata" },
      { code: "missing_covariate", row: 4, field: "strata" },
    ]);
  });

  it("must be somebody", () => {
    const nobody = base.map((row) => ({ ...row, age: null }));
    expect(refused(nobody, { covariates: ["age"], invalid: "skip" })[0]?.code).toBe("not_enough_data");
    expect(refused([], { covariates: ["age"] })[0]?.code).toBe("not_enough_data");
    expect(refused([null], { covariates: ["age"] })[0]).toEqual({
      code: "invalid_row",
      row: 0,
      field: "row",
    });
  });
});

describe("effects that cannot be told", () => {
  const told = (rows: unknown, options: unknown) =>
    dataErrorOf(() => coxRegression(rows as Call[0], options as Call[1])).message;

  it("are those of a covariate that is the same for all", () => {
    const rows = base.map((row) => ({ ...row, country: "DE", x: 0.1 + 0.2 }));
    expect(told(rows, { covariates: ["age", "x"] })).toContain('"x" is the same in all rows');
    expect(told(rows, { covariates: ["age", "country"] })).toContain('"country" is the same in all rows');
  });

  it("are those of covariates that say the same", () => {
    const rows = base.map((row) => ({
      ...row,
      months: row.age * 12 + 7,
      born: 2025 - row.age,
      seats: row.duration % 3,
    }));
    expect(told(rows, { covariates: ["seats", "age", "months"] })).toContain('"age", "months" say the same');
    expect(told(rows, { covariates: ["born", "seats", "age"] })).toContain('"born", "age" say the same');
    const indicators = base.map((row) => ({ ...row, pro: row.plan === "Pro" }));
    expect(told(indicators, { covariates: ["plan", "pro"] })).toContain('"plan=Pro", "pro" say the same');
  });

  it("are those of a covariate that is the same within each stratum", () => {
    const rows = base.map((row) => ({ ...row, price: { Basic: 9, Pro: 29, Team: 99 }[row.plan] }));
    expect(told(rows, { covariates: ["price"], strata: "plan" })).toContain(
      '"price" never differs among those at risk',
    );
  });

  it("are all, without events", () => {
    const rows = base.map((row) => ({ ...row, event: false }));
    expect(refused(rows, { covariates: ["age"] })).toEqual([
      { code: "not_enough_data", row: null, field: "durations" },
    ]);
  });
});

describe("options", () => {
  it.each([
    ["no options", undefined, "options"],
    ["no covariates", {}, "covariates"],
    ["an empty list", { covariates: [] }, "covariates"],
    ["one text", { covariates: "age" }, "covariates"],
    ["a covariate twice", { covariates: ["age", { name: "age" }] }, "covariates[1]"],
    ["a nameless one", { covariates: [{ value: "age" }] }, "covariates[0].name"],
    ["a slip of the pen", { covariates: [{ name: "plan", ref: "Pro" }] }, "covariates[0].ref"],
    [
      "an unknown reference",
      { covariates: [{ name: "plan", reference: "pro" }] },
      "covariates.plan.reference",
    ],
    [
      "a reference of numbers",
      { covariates: [{ name: "age", reference: "41" }] },
      "covariates.age.reference",
    ],
    ["other ties", { covariates: ["age"], ties: "exact" }, "ties"],
    ["another level", { covariates: ["age"], level: 95 }, "level"],
    ["other errors", { covariates: ["age"], standardErrors: "sandwich" }, "standardErrors"],
    ["another treatment", { covariates: ["age"], invalid: "ignore" }, "invalid"],
    ["no accessor", { covariates: ["age"], strata: 1 }, "strata"],
    ["an unknown name", { covariates: ["age"], tie: "efron" }, "options.tie"],
  ])("refuse %s", (_what, options, field) => {
    expect(refused(base, options)).toEqual([{ code: "invalid_option", row: null, field }]);
  });

  it("refuse a category of too many texts", () => {
    const rows = Array.from({ length: 150 }, (_, i) => ({ duration: i + 1, event: true, id: `C${i}` }));
    expect(refused(rows, { covariates: ["id"] })[0]).toEqual({
      code: "invalid_option",
      row: null,
      field: "covariates.id",
    });
  });

  it("refuse what is no table, and columns that do not fit", () => {
    for (const rows of [null, undefined, "rows", 3, { rows: base }]) {
      expect(refused(rows, { covariates: ["age"] })[0]?.code).toBe("invalid_option");
    }
    const columns = { duration: [3, 5, 7], event: [1, 0, 1], age: [1, 2] };
    expect(refused(columns, { covariates: ["age"] })).toEqual([
      { code: "unequal_columns", row: null, field: "age" },
    ]);
    expect(refused(columns, { covariates: ["sex"] })[0]?.field).toBe("sex");
    expect(refused(columns, { covariates: ["age"], duration: "age" })[0]?.field).toBe("duration");
    expect(refused(columns, { covariates: [{ name: "age", value: () => 1 }] })[0]?.field).toBe("age");
  });
});

describe("warnings", () => {
  it("tell of coefficients that run to infinity, and keep the others", () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({
      duration: 1 + ((i * 11) % 60),
      event: i % 4 > 1,
      seats: (i * 7) % 5,
      frozen: i % 4 === 0,
    }));
    const model = coxRegression(rows, { covariates: ["seats", "frozen"] });
    expect(model.warnings.map(({ code, covariates }) => ({ code, covariates }))).toEqual([
      { code: "monotone-likelihood", covariates: ["frozen"] },
    ]);
    expect(model.convergence.converged).toBe(false);
    const [seats, frozen] = model.coefficients;
    expect(frozen?.coefficient).toBeLessThan(-15);
    expect([frozen?.standardError, frozen?.lower, frozen?.upper, frozen?.z, frozen?.pValue]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    // In the limit those who never leave do not count at all.
    const others = coxRegression(
      rows.filter((row) => !row.frozen),
      { covariates: ["seats"] },
    );
    expect(seats?.coefficient).toBeCloseTo(others.coefficients[0]?.coefficient ?? 0, 6);
    expect(seats?.standardError).toBeCloseTo(others.coefficients[0]?.standardError ?? 0, 6);
    expect(model.logLikelihood).toBeCloseTo(others.logLikelihood, 6);
    expect(model.tests.wald).toBeNull();
    expect(model.tests.likelihoodRatio.pValue).toBeLessThan(1e-3);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it("tell of few events", () => {
    const { warnings } = coxRegression(base, { covariates: ["age", "plan"] });
    expect(warnings.map(({ code }) => code)).toContain("few-events");
  });

  it("are none for a good fit", () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({
      duration: 1 + ((i * 11) % 60),
      event: i % 4 > 1,
      x: (i * 7) % 5,
    }));
    expect(coxRegression(rows, { covariates: ["x"] }).warnings).toEqual([]);
  });
});
