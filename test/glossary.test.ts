import { de } from "clientele";
import { describe, expect, it } from "vitest";
import { linksOf } from "./support/markdown.ts";
import { createProgram, entries, publicNames } from "./support/program.ts";
import { readText } from "./support/project.ts";

const program = createProgram();
const names = new Map(
  [...entries.values()].flatMap((entry) =>
    publicNames(program, entry).map(({ name, kind }) => [name, kind] as const),
  ),
);
const labels = labelsOf(de);

const rows = readText("docs/glossary.md")
  .split("\n")
  .filter((line) => line.startsWith("|") && !/^\|(---| German )/.test(line))
  .map((line) => {
    const [german = "", english = "", meaning = "", library = "", page = ""] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { german, english, meaning, library, page };
  });

describe("the glossary", () => {
  it.each(rows.map((row) => [row.german, row] as const))("explains %s", (_german, row) => {
    expect(Object.values(row).filter((cell) => cell === "")).toEqual([]);
    expect(codesIn(row.library).filter((code) => names.has(code))).not.toEqual([]);
  });

  it.each(rows.map((row) => [row.german, row] as const))(
    "names what there is for %s",
    (german, { library }) => {
      expect(codesIn(library).filter((code) => !names.has(code) && !isLabelled(code, german))).toEqual([]);
    },
  );

  it.each(rows.map((row) => [row.german, row] as const))(
    "leads to a page on %s",
    (_german, { library, page }) => {
      const texts = linksOf(page).map(({ target }) => readText(`docs/${target.split("#")[0]}`));
      const functions = codesIn(library).filter((code) => names.get(code) === "function");
      expect(
        functions.filter((name) => !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text))),
      ).toEqual([]);
    },
  );

  it("has each term once", () => {
    const terms = rows.flatMap(({ german }) => german.split(", "));
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
  });

  it.each([
    ["classes of customers", Object.values(de.classification.classes)],
    ["fields of the portfolio", Object.values(de.keyAccounts.portfolioFields)],
    ["contribution levels", Object.values(de.clv.contributions)],
    ["measures of satisfaction", Object.values(de.satisfaction.measures)],
    ["definitions of the hit rate", Object.values(de.hitRate.bases)],
    ["others", [de.keyAccounts.keyAccount, de.clv.figures.equity, de.retention.rates.fluctuationRatio]],
  ])("lacks none of the %s", (_what, terms) => {
    const known = rows.flatMap(({ german }) => german.split(", "));
    expect(terms.filter((term) => !known.includes(term))).toEqual([]);
  });
});

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

/** Whether a code of the results has a German word that is the term, or holds it. */
function isLabelled(code: string, german: string): boolean {
  const terms = german.toLowerCase().split(", ");
  return (labels.get(code) ?? []).some((label) =>
    terms.some((term) => label.toLowerCase().includes(term) || term.includes(label.toLowerCase())),
  );
}

/** The texts of a locale by their codes, however deep they stand. */
function labelsOf(part: object): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const visit = (node: object): void => {
    for (const [code, value] of Object.entries(node)) {
      if (typeof value === "string") found.set(code, [...(found.get(code) ?? []), value]);
      else visit(value);
    }
  };
  visit(part);
  return found;
}
