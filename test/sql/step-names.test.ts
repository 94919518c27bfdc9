import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isStepName } from "../../src/sql/step-names.ts";

const GOLDEN = new URL("golden/", import.meta.url);

it("the names of all steps are known, so that no table is taken for one", () => {
  const texts = readdirSync(GOLDEN).map((file) => readFileSync(new URL(file, GOLDEN), "utf8"));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^(?:WITH )?(\w+) AS \($/gm)].map(([, name = ""]) => name),
  );
  expect(names.length).toBeGreaterThan(500);
  expect([...new Set(names)].filter((name) => !isStepName(name))).toEqual([]);
  expect(isStepName("orders")).toBe(false);
});
