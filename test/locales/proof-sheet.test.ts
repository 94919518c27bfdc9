import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { de } from "../../src/locales/de.ts";
import { en } from "../../src/locales/en.ts";
import { filled, proofLines, proofSheet } from "../support/locale-proof-sheet.ts";
import { readText, root } from "../support/project.ts";

const page = "docs/locale-proof-sheet.md";

describe("the proof sheet of the locales", () => {
  it("is the one on the page (UPDATE_GOLDEN=1 rewrites it)", () => {
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(join(root, page), proofSheet());
    expect(readText(page)).toBe(proofSheet());
  });

  it("holds every text of either locale", () => {
    const textsOf = (value: unknown): string[] =>
      typeof value === "string" ? [value] : Object.values(Object(value)).flatMap(textsOf);
    // The name of the language, and the figures that choose between one and other, are no words.
    const shown = new Set(proofLines().flatMap(({ english, german }) => [english, german]));
    const left = [...textsOf(en), ...textsOf(de)].filter((text) => !shown.has(text));
    expect([...new Set(left)].sort()).toEqual(["cohortsPerSide", "de", "en"]);
  });

  it("has a value for every place", () => {
    const empty = proofLines().flatMap(({ path, english, german }) =>
      [filled(path, english, en), filled(path, german, de)].filter((text) => /\{\w+\}/.test(text)),
    );
    expect(empty).toEqual([]);
  });

  it("has the same places in both languages, but for forms that only one of them has", () => {
    const placesOf = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, place = ""]) => place.replace(/Dative$|Number$/, "")).sort();
    const different = proofLines()
      .filter(({ english, german }) => placesOf(english).join() !== placesOf(german).join())
      .map(({ path, english, german }) => `${path}: ${english} | ${german}`);
    expect(different).toEqual([]);
  });
});
