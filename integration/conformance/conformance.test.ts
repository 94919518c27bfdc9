import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { browserPath, unlessSkipped } from "../../test/examples/browser-driver.ts";
import { isThere } from "../../test/support/engines.ts";
import { packedPackage } from "../../test/support/packed-package.ts";
import { readText, root } from "../../test/support/project.ts";
import { runWalk } from "./run-walk.ts";
import { RUNTIMES } from "./runtimes.ts";
import { walkInBrowser } from "./walk-in-browser.ts";

const golden = "integration/conformance/expected.json";
const [reference] = RUNTIMES;
let project: string;

beforeAll(() => {
  project = packedPackage().project;
  if (process.env["UPDATE_GOLDEN"] !== "1" || reference === undefined) return;
  writeFileSync(join(root, golden), `${JSON.stringify(runWalk(reference, project), null, 1)}\n`);
});

const expected = (): unknown => JSON.parse(readText(golden));

describe("the packed library comes to the same figures and words", () => {
  for (const runtime of RUNTIMES) {
    const { name, zone, language } = runtime;
    const missing = isThere(runtime.command) ? "" : " (skipped: its program was not found)";
    it.skipIf(missing !== "")(`in ${name}, ${zone}, ${language}${missing}`, () => {
      expect(runWalk(runtime, project)).toEqual(expected());
    });
  }

  it.skipIf(browserPath === null)(`in Chromium, under a strict policy${unlessSkipped}`, async () => {
    const { result, complaints } = await walkInBrowser(browserPath ?? "", project);
    expect(complaints).toEqual([]);
    expect(result).toEqual(expected());
  });
});
