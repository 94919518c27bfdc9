import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createProgram, entries, publicNames } from "./support/program.ts";
import { readText, root } from "./support/project.ts";

const golden = "test/public-api.golden.txt";
const program = createProgram();
const faces = new Map([...entries].map(([path, entry]) => [path, publicNames(program, entry)]));
const rootNames = new Map(faces.get("clientele")?.map(({ name, symbol }) => [name, symbol]));

/**
 * Not shown at the root: schemas, since they load zod, charts and SQL, since many draw and ask none, and the small door of a model, whose verbs the
 * root has.
 */
const apart = ["clientele", "clientele/schema", "clientele/charts", "clientele/sql", "clientele/bg-nbd"];
const mirrored = [...faces].filter(([path]) => !apart.includes(path));

describe("the public names", () => {
  it("are those of the golden file (UPDATE_GOLDEN=1 rewrites it)", () => {
    const listing = [...faces]
      .map(([path, names]) => [path, ...names.map(({ kind, name }) => `  ${kind} ${name}`)].join("\n"))
      .join("\n\n");
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(join(root, golden), `${listing}\n`);
    expect(`${listing}\n`).toBe(readText(golden));
  });

  it.each(mirrored)("of %s are the same at the root", (_path, names) => {
    const missing = names.filter(({ name, symbol }) => rootNames.get(name) !== symbol);
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it("of the root each belong to a room", () => {
    const known = new Set(mirrored.flatMap(([, names]) => names.map(({ name }) => name)));
    expect([...rootNames.keys()].filter((name) => !known.has(name))).toEqual([]);
  });

  it("at run time are the values among them", async () => {
    for (const [path, names] of faces) {
      const values = names.filter(({ kind }) => kind !== "type").map(({ name }) => name);
      expect(Object.keys((await import(path)) as object).sort(), path).toEqual(values);
    }
  });
});
