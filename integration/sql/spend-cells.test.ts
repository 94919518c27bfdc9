import { expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { type SpendCellRow, spendCellsFromRows } from "../../src/sql/spend-cells-from-rows.ts";
import { spendCellsSql } from "../../src/sql/spend-cells-sql.ts";
import { relativeError } from "../../test/support/relative-error.ts";
import { describeAnalyses } from "./support/describe-analyses.ts";

describeAnalyses((base) => {
  // Standard errors by which a parameter may be off; 0.1 is a tenth of one.
  it.each([
    [undefined, 0.01],
    [0.001, 0.001],
  ] as const)("of a step of %s move no parameter by %s standard errors", async (step, most) => {
    const { source, rows, log, asOf } = base();
    const summaries = summarizeCustomers(log, { asOf });
    const found = await rows(spendCellsSql(source, { asOf, ...(step === undefined ? {} : { step }) }));
    const cells = spendCellsFromRows(found as unknown as SpendCellRow[], { asOf, unit: "day" });
    const repeat = summaries.rows.filter(
      ({ frequency, monetaryValue }) => frequency > 0 && monetaryValue > 0,
    );
    const weights = cells.rows.reduce((sum, { weight = 1 }) => sum + weight, 0);
    expect(weights).toBe(repeat.length);
    const spent = cells.rows.reduce(
      (sum, { frequency, monetaryValue, weight = 1 }) => sum + frequency * monetaryValue * weight,
      0,
    );
    const total = repeat.reduce((sum, { frequency, monetaryValue }) => sum + frequency * monetaryValue, 0);
    expect(relativeError(spent, total)).toBeLessThan(1e-9);
    const exact = fitGammaGamma(summaries);
    const errors = standardErrors(exact);
    const { parameters } = fitGammaGamma(cells);
    const off = (["p", "q", "gamma"] as const).map(
      (name) => Math.abs(parameters[name] - exact.parameters[name]) / (errors[name] ?? Number.NaN),
    );
    expect(Math.max(...off)).toBeLessThan(most);
  });
});
