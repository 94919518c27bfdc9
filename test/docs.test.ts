import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type DocModule, modulesOfMarkdown, modulesOfSource, textOf } from "./support/doc-blocks.ts";
import { missingDocs } from "./support/doc-comments.ts";
import { runModule } from "./support/doc-run.ts";
import { complaints, createProgram, entries, publicNames } from "./support/program.ts";
import { filesBelow, readText, root } from "./support/project.ts";

const pages = ["README.md", "CONTRIBUTING.md", ...filesBelow("docs", ".md")].filter(
  (path) => !path.startsWith("docs/api/"),
);

const modules: DocModule[] = [
  ...pages.flatMap((path) => modulesOfMarkdown(path, readText(path))),
  ...filesBelow("src", ".ts").flatMap((path) => modulesOfSource(path, readText(path))),
];

const texts = new Map(modules.map(({ blocks }, at) => [join(root, `example-${at}.ts`), textOf(blocks)]));
const program = createProgram(texts);

describe("every example", () => {
  // Or the first example would wait for the whole library, and be taken for one that hangs.
  beforeAll(async () => {
    await Promise.all(
      ["clientele", "clientele/charts", "clientele/schema", "clientele/sql"].map((path) => import(path)),
    );
  }, 120_000);

  it("is free of type errors", () => {
    const found = [...texts.keys()].flatMap((name, at) => {
      const file = program.getSourceFile(name);
      return file ? complaints(program, file, modules[at]?.path ?? name) : [`${name} is missing`];
    });
    expect(found).toEqual([]);
  });

  it.each(modules.map((module) => [`${module.path}:${module.blocks[0]?.line}`, module] as const))(
    "does what it says: %s",
    async (_where, module) => {
      await runModule(module, (specifier) => import(specifier));
    },
  );
});

describe("every public name", () => {
  const rooms = [...entries].filter(([path]) => path !== "clientele");
  it.each(rooms)("of %s is explained by its doc comment", (_path, entry) => {
    const found = publicNames(program, entry).flatMap(({ name, symbol }) =>
      missingDocs(symbol).map((lack) => `${name} ${lack}`),
    );
    expect(found).toEqual([]);
  });
});
