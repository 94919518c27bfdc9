import { describe, expect, it } from "vitest";
import { breaches } from "./support/architecture.ts";
import { filesBelow, packageJson, publicRooms, readText } from "./support/project.ts";

const everySource = filesBelow("src", ".ts");

describe("the house", () => {
  it("keeps its rules in every file", () => {
    expect(breaches(new Map(everySource.map((path) => [path, readText(path)])))).toEqual([]);
  });

  it("shows each public room by an index.ts", () => {
    const faces = publicRooms.map((room) => `src/${room}/index.ts`);
    expect(faces.filter((face) => !everySource.includes(face))).toEqual([]);
  });

  it("is described room by room in docs/architecture.md", () => {
    const page = readText("docs/architecture.md");
    const rooms = new Set(
      everySource.map((path) => path.split("/")[1] ?? "").filter((room) => !room.includes(".")),
    );
    expect([...rooms].filter((room) => !page.includes(`src/${room}/`))).toEqual([]);
  });

  it("explains each dependency in docs/dependencies.md", () => {
    const page = readText("docs/dependencies.md");
    const names = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("the checker of the house", () => {
  const ground = { "src/time/day.ts": "export const day = 1;", "src/math/sum.ts": "export const sum = 1;" };
  const check = (files: Record<string, string>): string[] =>
    breaches(new Map(Object.entries({ ...ground, ...files })));

  it.each([
    ["a floor below", "src/transactions/log.ts", 'import { day } from "../time/day.ts";'],
    ["the own room", "src/time/unit.ts", 'import { day } from "./day.ts";'],
    ["date-fns in time", "src/time/unit.ts", 'import { addDays } from "date-fns/addDays";'],
    ["zod in schema", "src/schema/model.ts", 'import * as z from "zod/mini";'],
    [
      "pure-rand in math",
      "src/math/random.ts",
      'import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";',
    ],
    ["types in locales", "src/locales/de.ts", 'import type { Day } from "../time/day.ts";'],
    ["values in schema", "src/schema/model.ts", 'import { day } from "../time/day.ts";'],
    ["locales at the root", "src/index.ts", 'export { de } from "./locales/de.ts";'],
    ["a whole room at the root", "src/index.ts", 'export * from "./time/day.ts";'],
    ["a property named like a global", "src/time/unit.ts", "export const x = { process: 1 }.process;"],
    ["a date from a number", "src/time/unit.ts", "export const x = new Date(0);"],
  ])("allows %s", (_what, path, text) => {
    expect(check({ "src/locales/de.ts": "export const de = {};", [path]: text })).toEqual([]);
  });

  it.each([
    ["a floor above", "src/time/unit.ts", 'import { c } from "../customers/c.ts";', "not below time"],
    ["a sibling", "src/rows/unit.ts", 'import { sum } from "../math/sum.ts";', "not below rows"],
    [
      "even a type of a sibling",
      "src/rows/unit.ts",
      'import type { S } from "../math/sum.ts";',
      "not below rows",
    ],
    [
      "an import() type of a sibling",
      "src/rows/u.ts",
      'type S = import("../math/sum.ts").S;',
      "not below rows",
    ],
    ["a dynamic import", "src/rows/u.ts", 'export const m = import("../math/sum.ts");', "not below rows"],
    ["a re-export", "src/rows/u.ts", 'export { sum } from "../math/sum.ts";', "not below rows"],
    ["locales from a room", "src/clv/v.ts", 'import type { C } from "../locales/l.ts";', "not below clv"],
    ["values in locales", "src/locales/de.ts", 'import { day } from "../time/day.ts";', "only types"],
    ["schema at the root", "src/index.ts", 'export { s } from "./schema/s.ts";', "own subpath"],
    ["the root from a room", "src/clv/v.ts", 'import { x } from "../index.ts";', "public face"],
    ["date-fns elsewhere", "src/clv/v.ts", 'import { addDays } from "date-fns";', 'package "date-fns"'],
    ["zod elsewhere", "src/rows/r.ts", 'import * as z from "zod";', 'package "zod"'],
    ["a look-alike package", "src/schema/s.ts", 'import * as z from "zodiac";', 'package "zodiac"'],
    ["a Node module", "src/rows/r.ts", 'import { join } from "node:path";', 'package "node:path"'],
    ["a missing ending", "src/time/u.ts", 'import { day } from "./day";', "without the ending"],
    ["another ending", "src/time/u.ts", 'import { day } from "./day.js";', "without the ending"],
    ["a missing file", "src/time/u.ts", 'import { day } from "./night.ts";', "does not exist"],
    ["an unknown room", "src/attic/a.ts", "export const a = 1;", "no floor"],
    ["a wrong name", "src/time/MyUnit.ts", "export const a = 1;", "kebab-case"],
    ["eval", "src/time/u.ts", 'export const a = eval("1");', "global eval"],
    ["new Function", "src/time/u.ts", 'export const a = new Function("1");', "global Function"],
    ["console", "src/time/u.ts", 'console.log("hi");', "global console"],
    ["fetch", "src/time/u.ts", "export const f = fetch;", "global fetch"],
    ["process", "src/time/u.ts", "export const x = { process };", "global process"],
    ["Math.random", "src/time/u.ts", "export const a = Math.random();", "Math.random"],
    ["Date.now", "src/time/u.ts", "export const a = Date.now();", "Date.now"],
    ["the clock", "src/time/u.ts", "export const a = new Date();", "clock"],
    ["toLocaleString", "src/time/u.ts", "export const a = (1).toLocaleString();", "toLocaleString"],
    ["code in an index", "src/time/index.ts", "export const a = 1;", "re-exports"],
    ["a star in an index", "src/time/index.ts", 'export * from "./day.ts";', "star"],
  ])("catches %s", (_what, path, text, words) => {
    const above = {
      "src/customers/c.ts": "",
      "src/locales/l.ts": "",
      "src/schema/s.ts": "",
      "src/index.ts": "",
    };
    const found = check({ ...above, [path]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
    expect(found[0]).toContain(`${path}:1`);
  });

  it("catches a cycle of values, not of types", () => {
    const cycle = (kind: string): string[] =>
      check({
        "src/time/a.ts": 'import { b } from "./b.ts";',
        "src/time/b.ts": `import ${kind}{ a } from "./a.ts";`,
      });
    expect(cycle("")).toEqual(["import cycle: src/time/a.ts → src/time/b.ts → src/time/a.ts"]);
    expect(cycle("type ")).toEqual([]);
  });
});
