import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanProject } from "../../examples/notebooks/runner/clean-project.ts";
import { packedPackage } from "../support/packed-package.ts";
import { readText, root } from "../support/project.ts";
import { runExample } from "./demo-process.ts";

const run = promisify(execFile);
const tools = join(root, "node_modules");
const SCRIPT = "clv-of-a-shop.ts";

describe("the analysis of the shop as a script", { timeout: 120_000 }, () => {
  let project: string;
  let page: string;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), "clientele-script-"));
    page = join(project, "value.html");
    cleanProject(project, join(packedPackage().project, "node_modules/clientele"), tools);
    symlinkSync(join(tools, "@types"), join(project, "node_modules/@types"), "junction");
    copyFileSync(join(root, "examples/notebooks", SCRIPT), join(project, SCRIPT));
    // The block of docs/notebooks.md, which is what users copy.
    const [, options = ""] = /```json\n([\s\S]*?)```/.exec(readText("docs/notebooks.md")) ?? [];
    const config = { ...JSON.parse(options), "ts-node": { compiler: join(tools, "typescript") } };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
  }, 180_000);
  afterAll(() => rmSync(project, { recursive: true }));

  it.each([
    ["ts-node in a CommonJS project", "commonjs", [join(tools, "ts-node/dist/bin.js")]],
    [
      "ts-node in an ECMAScript project",
      "module",
      ["--no-warnings", "--loader", join(tools, "ts-node/esm.mjs")],
    ],
    ["tsx", "module", [join(tools, "tsx/dist/cli.mjs")]],
  ])("runs under %s, and writes the figures of the notebook and all charts", async (_what, type, words) => {
    writeFileSync(join(project, "package.json"), JSON.stringify({ type }));
    rmSync(page, { force: true });
    const { stdout, stderr } = await run(process.execPath, [...words, SCRIPT, page], { cwd: project });
    expect(stderr).toBe("");
    const written = readFileSync(page, "utf8");
    const sentences = [...written.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => text);
    expect(stdout).toBe(`${[...sentences, `Charts: ${page}`].join("\n")}\n`);
    expect(sentences[0]).toBe("2000 customers, 5135 orders until 2025-12-31.");
    expect(sentences[1]).toContain("966 repeat purchases came in the last year, 918 were forecast");
    expect(sentences[2]).toContain("12542 (95 %: 11730 to 13410)");
    expect(written.match(/<svg role="img"/g)).toHaveLength(9);
  });

  it("asks for the file, and leaves with an error", async () => {
    const { code, stdout, stderr } = await runExample(`notebooks/${SCRIPT}`);
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: "Say which file the page shall be written to.\n",
    });
  });
});
