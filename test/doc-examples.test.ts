import ts from "typescript";
import { describe, expect, it } from "vitest";
import { About, matches } from "./support/doc-assertions.ts";
import { blocksOf, modulesOfMarkdown, modulesOfSource, textOf } from "./support/doc-blocks.ts";
import { missingDocs } from "./support/doc-comments.ts";
import { runModule } from "./support/doc-run.ts";

const fenced = (code: string, words = ""): string => `\`\`\`ts${words}\n${code}\n\`\`\`\n`;

/** Runs a page and tells what went wrong, or "holds". */
async function run(...blocks: string[]): Promise<string> {
  const load = (specifier: string): unknown => ({ answer: 42, name: specifier });
  try {
    for (const module of modulesOfMarkdown("page.md", blocks.join("\n"))) await runModule(module, load);
    return "holds";
  } catch (error) {
    return error instanceof Error ? error.message : "unknown";
  }
}

describe("blocks of a page", () => {
  it("are those fenced as ts, with their lines and words", () => {
    const page = `# Title\n\n${fenced("one();")}\n\`\`\`sh\nnpm ci\n\`\`\`\n\n  \`\`\`ts no-run\n  two();\n  \`\`\`\n`;
    expect(blocksOf(page)).toEqual([
      { code: "one();", line: 4, run: true },
      { code: "two();", line: 12, run: false },
    ]);
  });

  it("share a scope until a name is declared again", () => {
    const page = ["const a = 1;", "a;", "const [b, { c }] = d();", "function c() {}", "b;"].map((code) =>
      fenced(code),
    );
    expect(
      modulesOfMarkdown("page.md", page.join("")).map(({ blocks }) => blocks.map(({ code }) => code)),
    ).toEqual([
      ["const a = 1;", "a;", "const [b, { c }] = d();"],
      ["function c() {}", "b;"],
    ]);
  });

  it("may not be left open nor carry unknown words", () => {
    expect(() => blocksOf("```ts\n1;")).toThrow("never closed");
    expect(() => blocksOf(fenced("1;", " norun"))).toThrow('unknown word "norun"');
  });

  it("keep their lines and import each name once", () => {
    const page = fenced('import { a, b } from "x";\na;') + fenced('import {\n  b,\n  c,\n} from "x";\nc;');
    const [module] = modulesOfMarkdown("page.md", page);
    expect(textOf(module?.blocks ?? []).split("\n")).toEqual([
      "",
      'import { a, b } from "x";',
      "a;",
      "",
      "",
      'import { c } from "x";',
      "",
      "",
      "",
      "c;",
      "export {};",
      "",
    ]);
  });
});

describe("examples of a source file", () => {
  it("are scopes of their own, on the lines where they stand", () => {
    const source = [
      "const a = 1;",
      "/**",
      " * Adds.",
      " *",
      " * @example",
      " * ```ts",
      " * add(1, 2); // => 3",
      " * ```",
      " * @example",
      " * ```ts no-run",
      " * add(2, 2);",
      " * ```",
      " */",
      "export function add() {}",
    ].join("\n");
    expect(modulesOfSource("src/add.ts", source)).toEqual([
      { path: "src/add.ts", blocks: [{ code: "add(1, 2); // => 3", line: 7, run: true }] },
      { path: "src/add.ts", blocks: [{ code: "add(2, 2);", line: 11, run: false }] },
    ]);
  });

  it("need no fence", () => {
    const source =
      "/**\n * Adds.\n * @example\n *\n * add(1); // => 1\n * add(2);\n *\n * @see x\n */\nexport {};";
    const [module, ...rest] = modulesOfSource("a.ts", source);
    expect(module?.blocks).toEqual([{ code: "add(1); // => 1\nadd(2);", line: 5, run: true }]);
    expect(rest).toEqual([]);
    expect(modulesOfSource("a.ts", "/** @example add(1) */\nexport {};")[0]?.blocks[0]?.code).toBe("add(1)");
  });

  it("are none outside of doc comments", () => {
    expect(modulesOfSource("a.ts", `const text = "/** @example */";\n// @example\nexport {};`)).toEqual([]);
  });
});

describe("assertions", () => {
  it.each([
    ["an equal value", "1 + 1; // => 2"],
    ["a const", "const a = [1, 'x']; // => [1, \"x\"]"],
    ["printed digits", "1.22595; // => 1.226"],
    ["negative digits", "-9582.4292; // => -9582.43"],
    ["an exponent", "0.0000123; // => 1.2e-5"],
    ["the line below", "({ a: 1, b: 2 });\n// => {\n//   a: 1,\n//   b: 2,\n// }\n// and so on"],
    ["the rest of an object", "({ a: 1, b: 2 }); // => { a: 1, … }"],
    ["the rest of an array", "[1, 2, 3]; // => [1, …]"],
    ["a typed array", "Float64Array.of(1, 2.5); // => [1, 2.5]"],
    ["a name of the block", "const a = 1;\nconst b = a; // => a"],
    ["printing", "console.log(1 + 1); // => 2"],
    ["an imported value", 'import { answer } from "clientele";\nanswer; // => 42'],
    ["an awaited value", "await Promise.resolve(1); // => 1"],
    ["null and minus zero", "[null, -0]; // => [null, 0]"],
    ["an error", "JSON.parse('{'); // throws SyntaxError"],
    ["an error of a const", "const a = JSON.parse('{'); // throws SyntaxError"],
    ["an error's words", "throw new RangeError('too far'); // throws RangeError: too far"],
    [
      "the inside of a block",
      "try {\n  JSON.parse('{');\n} catch (error) {\n  error instanceof SyntaxError; // => true\n}",
    ],
    ["a call without a semicolon", "console.log([1].map((x) => x + 1)) // => [2]"],
    ["types in the code", "const a: number = 1 as number; // => 1"],
  ])("hold for %s", async (_what, code) => {
    expect(await run(fenced(code))).toBe("holds");
  });

  it.each([
    ["another value", "1 + 1; // => 3", "line 2: says 3"],
    ["other digits", "1.2266; // => 1.226", "says 1.226"],
    ["an integer that is near", "2.9999999; // => 3", "says 3"],
    ["a missing key", "({ a: 1 }); // => { a: 1, b: 2 }", "says"],
    ["a further key", "({ a: 1, b: 2 }); // => { a: 1 }", "says"],
    ["a further element", "[1, 2]; // => [1]", "says"],
    ["a hole in the rest", "[1]; // => [1, 2, …]", "says"],
    ["no error", "1; // throws RangeError", "nothing was thrown"],
    ["another error", "JSON.parse('{'); // throws RangeError", "should throw RangeError"],
    ["other words", "throw new RangeError('near'); // throws RangeError: far", "should throw RangeError far"],
    ["what is no expression", "1; // => three of them", "is not an expression"],
    ["a comment inside", "if (true) {\n  // => 1\n}", "line 3: the assertion belongs to no statement"],
    ["code that does not run", "if (1 > 2) {\n  1; // => 1\n}", "line 3: the assertion was never reached"],
    ["a wrong value inside", "for (const a of [1, 2]) {\n  a; // => 1\n}", "line 3: says 1"],
    ["a comment after nothing", "const a = 1;\n\n// => 1", "belongs to no"],
    ["two names", "const { a, b } = { a: 1, b: 2 }; // => 1", "const of one name"],
    ["an error of the block", "throw new Error('boom');", "page.md: boom"],
  ])("fail for %s", async (_what, code, words) => {
    expect(await run(fenced(code))).toContain(words);
  });

  it("see the names of earlier blocks, but not those of another scope", async () => {
    expect(await run(fenced("const a = 1;"), fenced("a; // => 1"))).toBe("holds");
    const again = fenced("const b = 2;\na; // => 1");
    expect(await run(fenced("const a = 1;\nconst b = 1;"), again)).toContain("a is not defined");
  });

  it("are left alone in a block that is not to be run", async () => {
    expect(await run(fenced("launch();", " no-run"), fenced("1; // => 1"))).toBe("holds");
  });
});

describe("printed digits", () => {
  it("allow half of the last one", () => {
    expect([1.2255, 1.2265].map((value) => matches(value, new About("1.226")))).toEqual([true, true]);
    expect([1.2254, 1.2266, "1.226", Number.NaN].some((value) => matches(value, new About("1.226")))).toBe(
      false,
    );
  });
});

describe("doc comments", () => {
  const lacks = (code: string): string[] => {
    const host = ts.createCompilerHost({});
    const { getSourceFile } = host;
    host.getSourceFile = (name, language) =>
      name === "a.ts" ? ts.createSourceFile(name, code, language, true) : getSourceFile(name, language);
    const program = ts.createProgram(["a.ts"], { noLib: true }, host);
    const file = program.getSourceFile("a.ts");
    const module = file && program.getTypeChecker().getSymbolAtLocation(file);
    const [symbol] = module ? program.getTypeChecker().getExportsOfModule(module) : [];
    return symbol ? missingDocs(symbol) : ["is not there"];
  };
  const complete =
    "Adds.\n * @param a - one, in days\n * @returns the sum\n * @throws DataError if\n * @example add(1)";
  const add = "export function add(a: number): number { return a; }";

  it("may be complete", () => {
    expect(lacks(`/** ${complete} */\n${add}`)).toEqual([]);
    expect(lacks(`/** ${complete.replace("DataError", "{@link DataError}")} */\n${add}`)).toEqual([]);
    expect(lacks("/** A type. */\nexport type A = 1;")).toEqual([]);
    expect(lacks("/** A number. */\nexport const a = 1;")).toEqual([]);
  });

  it.each([
    ["nothing", "", "has no doc comment"],
    ["no summary", complete.replace("Adds.", ""), "has no summary sentence"],
    ["no parameter", complete.replace("@param a - one, in days", ""), "has no @param for a"],
    ["an empty parameter", complete.replace("- one, in days", ""), "has no @param for a"],
    ["a wrong parameter", complete.replace("a -", "b -"), "has a @param for b, which it does not take"],
    ["no result", complete.replace("@returns the sum", ""), "has no @returns"],
    ["no error's name", complete.replace("DataError if", "if"), "@throws that does not begin"],
    ["no example", complete.replace("@example add(1)", ""), "has no @example"],
  ])("may lack: %s", (_what, comment, words) => {
    const found = lacks(comment === "" ? add : `/** ${comment} */\n${add}`);
    expect(found.join("; ")).toContain(words);
  });

  it("count overloads, not the body behind them", () => {
    const overloads = `/** ${complete} */\nexport function add(a: number): number;\n/** ${complete} */\n`;
    expect(
      lacks(
        `${overloads}export function add(a: string): string;\nexport function add(a: any): any { return a; }`,
      ),
    ).toEqual([]);
  });
});
