import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BUN, DENO, isThere, NODE_22, NODE_24 } from "../../test/support/engines.ts";
import { median } from "../tools/measure.ts";

/** A runtime and a way of importing. */
export interface Way {
  readonly name: string;
  readonly command: readonly string[];
  readonly file: "import.mjs" | "require.cjs";
}

const THIS_NODE = `Node ${process.versions.node.split(".")[0]}`;

export const WAYS: readonly Way[] = (
  [
    [THIS_NODE, [process.execPath]],
    ["Node 22", NODE_22],
    ["Node 24", NODE_24],
    ["Bun", BUN],
  ] as const
)
  .flatMap(([name, command]): Way[] => [
    { name: `${name} import`, command, file: "import.mjs" },
    { name: `${name} require`, command, file: "require.cjs" },
  ])
  .concat({ name: "Deno import", command: DENO, file: "import.mjs" })
  .filter(({ command }) => isThere(command));

/** The path stands apart, since Deno loads a literal one before the script begins, and the clock with it. */
const SCRIPTS = {
  "import.mjs": (path: string): string => timed(path, "await import(path)"),
  "require.cjs": (path: string): string => timed(path, "require(path)"),
} as const;

function timed(path: string, act: string): string {
  return `const [path] = ["${path}"];\nconst start = performance.now();\n${act};\nconsole.log(performance.now() - start);\n`;
}

/** Median milliseconds of the first import in fresh processes, by way and path; ways in turn, round after round. */
export function importTimes(
  project: string,
  paths: readonly string[],
  rounds: number,
): ReadonlyMap<Way, ReadonlyMap<string, number>> {
  const folder = mkdtempSync(join(project, "import-cost-"));
  const times = new Map(WAYS.map((way) => [way, new Map(paths.map((path) => [path, [] as number[]]))]));
  try {
    for (let round = 0; round <= rounds; round++) {
      process.stderr.write(`import-cost round ${round} of ${rounds}\n`);
      for (const path of paths) {
        for (const [name, script] of Object.entries(SCRIPTS)) writeFileSync(join(folder, name), script(path));
        for (const [{ command, file }, byPath] of times) {
          const time = onceIn(command, file, folder);
          // The first round brings the files into the machine's memory.
          if (round > 0) byPath.get(path)?.push(time);
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return new Map(
    [...times].map(([way, byPath]) => [way, new Map([...byPath].map(([path, all]) => [path, median(all)]))]),
  );
}

function onceIn(command: readonly string[], file: string, cwd: string): number {
  const [program = "", ...words] = command;
  return Number(execFileSync(program, [...words, file], { cwd, encoding: "utf8" }));
}
