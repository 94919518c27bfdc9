import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, PAGE_WALKS } from "../../examples/pictures/page-walks.ts";
import { packedPackage } from "../support/packed-package.ts";
import { readText, root } from "../support/project.ts";

let library: string;
const home = mkdtempSync(join(tmpdir(), "clientele-walk-"));

beforeAll(() => {
  library = join(packedPackage().project, "node_modules/clientele");
}, 300_000);
afterAll(() => rmSync(home, { recursive: true }));

describe.each(PAGE_WALKS)("a newcomer who follows $page", ({ page, file, picture, image }) => {
  const markdown = readText(page);

  it("ends with the picture of the page (npm run picture draws it anew)", () => {
    let folder = home;
    const runs: string[] = [];
    for (const command of commandsOf(markdown)) {
      const packages = /^npm install (?:--save-dev )?(.+)$/.exec(command)?.[1];
      if (packages !== undefined) for (const name of packages.split(" ")) install(name, folder);
      else if (command.startsWith("npx ")) runs.push(command);
      else folder = folderAfter(command, folder);
    }
    expect(runs).toEqual([`npx tsx ${file}`]);

    writeFileSync(join(folder, file), codeOf(markdown));
    // What the newcomer's shell does not have, and a test runner may.
    const { TSX_TSCONFIG_PATH: _tsconfig, NODE_OPTIONS: _options, ...env } = process.env;
    const printed = execFileSync("npx", ["--no-install", "tsx", file], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    expect(printed).toContain("dormant");
    const drawn = readFileSync(join(folder, picture), "utf8");
    // A function, so that a difference does not print two whole pictures.
    expect(drawn === readText(image), `${image} is not what the page draws`).toBe(true);
  }, 120_000);

  it("is told to install all that the code imports", () => {
    const installed = commandsOf(markdown).flatMap((command) => command.split(" "));
    const imported = [...codeOf(markdown).matchAll(/ from "([^"./]+)[^"]*";/g)].map(([, name = ""]) => name);
    const missing = imported.filter((name) => !name.startsWith("node:") && !installed.includes(name));
    expect(missing).toEqual([]);
    expect(markdown).toContain(`](${image.replace("docs/", "")})`);
  });
});

/** The lines of the page's shell blocks, in their order. */
function commandsOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines = ""]) => lines);
  return blocks.flatMap((lines) => lines.trim().split("\n"));
}

/** Runs a command, and says in which folder the newcomer stands then. */
function folderAfter(command: string, cwd: string): string {
  const output = execFileSync("sh", ["-c", `${command} >&2 && pwd`], {
    cwd,
    encoding: "utf8",
    stdio: "pipe",
  });
  return output.trim();
}

/** What `npm install` would bring: the packed library, and packages of this repository for those of the registry. */
function install(name: string, folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  const source = name === "clientele" ? library : join(root, "node_modules", name);
  expect(existsSync(source), `${name} is not among the repository's packages`).toBe(true);
  symlinkSync(source, join(modules, name));
  const program = join(root, "node_modules/.bin", name);
  if (existsSync(program)) symlinkSync(program, join(modules, ".bin", name));
}
