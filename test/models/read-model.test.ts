import { describe, expect, it } from "vitest";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { readModel } from "../../src/models/read-model.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import small from "../reference/bg-nbd-small-base.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

const model = fitBgNbd({ unit: "day", asOf: "2025-12-31", rows: small.rows });
const stored: unknown = JSON.parse(JSON.stringify(model));

describe("readModel", () => {
  it("gives back what was stored, and predicts the same", () => {
    const again = readModel(stored);
    expect(again).toEqual(model);
    if (again.kind !== "bg-nbd") throw new Error("another kind came back");
    const customer = { frequency: 3, recency: 100, T: 250 };
    expect(probabilityAlive(again, customer)).toBe(probabilityAlive(model, customer));
    expect(Object.isFrozen(again.parameters)).toBe(true);
  });

  it("does not mind the order of keys", () => {
    const { r, alpha, a, b } = model.parameters;
    const shuffled = { ...(stored as object), parameters: { b, a, alpha, r } };
    const again = readModel(shuffled);
    expect(standardErrors(again)).toEqual(standardErrors(model));
  });

  it.each([
    [{ kind: "crystal-ball" }, "kind"],
    [{ kind: "__proto__" }, "kind"],
    [{ version: 2 }, "version"],
    [{ unit: "fortnight" }, "unit"],
    [{ parameters: { r: 1, alpha: 1, a: 1 } }, "parameters.b"],
    [{ parameters: { r: -1, alpha: 1, a: 1, b: 1 } }, "parameters.r"],
    [{ parameters: { r: 1, alpha: "1", a: 1, b: 1 } }, "parameters.alpha"],
    [{ parameters: null }, "parameters"],
    [{ covariance: [[1]] }, "covariance"],
    [
      {
        covariance: [
          [1, 0, 0, 0],
          [0, -1, 0, 0],
          [0, 0, 1, 0],
          [0, 0, 0, 1],
        ],
      },
      "covariance[1][1]",
    ],
    [{ logLikelihood: null }, "logLikelihood"],
    [{ asOf: "2025-02-30" }, "asOf"],
    [{ convergence: { converged: "yes" } }, "convergence.converged"],
    [{ warnings: [{}] }, "warnings[0].code"],
    [{ warnings: null }, "warnings"],
  ])("refuses %o", (wrong, field) => {
    const error = dataErrorOf(() => readModel({ ...(stored as object), ...wrong }));
    expect(error.issues).toMatchObject([{ code: "invalid_model", field }]);
  });

  it("tells text from what it says", () => {
    const error = dataErrorOf(() => readModel(JSON.stringify(model)));
    expect(error.message).toContain("JSON.parse");
    for (const nothing of [null, undefined, 5, []]) dataErrorOf(() => readModel(nothing));
  });
});
