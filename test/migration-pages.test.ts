import { describe, expect, it } from "vitest";
import { createProgram, entries, publicNames } from "./support/program.ts";
import { readText } from "./support/project.ts";

const program = createProgram();
const names = new Set(
  [...entries.values()].flatMap((entry) => publicNames(program, entry).map(({ name }) => name)),
);
const OF_THE_LANGUAGE = ["parse", "stringify", "exp"];

/** What the second column of a page's tables calls, and the charts it names. */
function calledIn(page: string): string[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .flatMap((line) => [...(line.split("|")[2] ?? "").matchAll(/`([^`]+)`/g)])
    .flatMap(([, code = ""]) => [...code.matchAll(/\b([a-z]\w*)(?=\()|\b(\w+Chart)\b/g)])
    .map(([, called, chart]) => called ?? chart ?? "");
}

describe.each(["docs/migrating-from-lifetimes.md", "docs/migrating-from-clvtools.md"])("%s", (path) => {
  const called = calledIn(readText(path));

  it("names functions that there are", () => {
    expect(called.filter((name) => !names.has(name) && !OF_THE_LANGUAGE.includes(name))).toEqual([]);
  });

  it.each(["fitParetoNbd", "fitBgNbd", "fitGammaGamma", "expectedPurchases", "predictCustomers"])(
    "tells where %s comes in",
    (name) => {
      expect(called).toContain(name);
    },
  );
});
