import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { readText, root } from "../../test/support/project.ts";
import type { Form, Runtime } from "./runtimes.ts";

/** The walk as it stands in its file. */
export const WALK: string = readText("integration/conformance/conformance.mjs");

const PRINT = "conformance().then((result) => console.log(JSON.stringify(result)));\n";

/** Runs the walk in a folder of its own inside of the project that installed the tarball. */
export function runWalk({ command, form, zone, language }: Runtime, project: string): unknown {
  const folder = mkdtempSync(join(project, "walk-"));
  const file = writeWalk(folder, form);
  const [program = "", ...words] = command;
  const env = { ...process.env, TZ: zone, LANG: language, LC_ALL: language };
  try {
    return JSON.parse(execFileSync(program, [...words, file], { cwd: folder, encoding: "utf8", env }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeWalk(folder: string, form: Form): string {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  if (form === "module") return write("walk.mjs", `${WALK}\n${PRINT}`);
  if (form === "commonjs") return write("walk.cjs", `${commonJs(WALK)}\n${PRINT}`);
  write("package.json", JSON.stringify({ type: form === "typescript" ? "module" : "commonjs" }));
  const compilerOptions = { module: "NodeNext", target: "ES2022", types: [], lib: ["ES2023", "DOM"] };
  const compiler = join(root, "node_modules/typescript");
  write("tsconfig.json", JSON.stringify({ compilerOptions, "ts-node": { compiler } }));
  return write("walk.ts", `${WALK}\n${PRINT}`);
}

/** The same text with `require` in place of `import`. */
function commonJs(text: string): string {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
