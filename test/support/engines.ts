import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.ts";

const ENGINES = join(root, "integration/node_modules");
const DENO_WORDS = ["run", "--quiet", "--no-remote", "--node-modules-dir=manual"];

/** Where Bun's program stands; the later places where Bun's own step after installation did not run. */
const BUN_PLACES = [
  "bun/bin/bun.exe",
  ...["linux-x64", "linux-x64-baseline", "linux-aarch64", "darwin-aarch64", "darwin-x64"].map(
    (platform) => `@oven/bun-${platform}/bin/bun`,
  ),
].map((place) => join(ENGINES, place));

/** Programs that run JavaScript, as `npm ci --prefix integration` brings them; the file to run comes last. */
export const NODE_22: readonly string[] = [join(ENGINES, "n22/bin/node")];
export const NODE_24: readonly string[] = [join(ENGINES, "n24/bin/node")];
export const BUN: readonly string[] = [BUN_PLACES.find((place) => existsSync(place)) ?? "bun"];
export const DENO: readonly string[] = [
  process.execPath,
  join(root, "node_modules/deno/bin.cjs"),
  ...DENO_WORDS,
];

/** Whether the program of a command is on this machine. */
export function isThere([program = ""]: readonly string[]): boolean {
  return existsSync(program);
}
