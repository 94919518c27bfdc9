import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesBelow, readText, root } from "./project.ts";

export interface PackedPackage {
  /** Paths inside of the tarball, sorted. */
  readonly files: readonly string[];
  /** A project that has installed the tarball and nothing else. */
  readonly project: string;
}

const shipped = ["package.json", "README.md", "CHANGELOG.md", "LICENSE"];
/** Outside of the repository, where nothing in its node_modules can stand in for what the package lacks. */
const cache = join(tmpdir(), "clientele-package");

/**
 * Builds, packs and installs the package as a user would get it. The result is kept until something that goes
 * into it changes, and `dist/` is left alone, so that test runs disturb neither a build nor each other.
 */
export function packedPackage(): PackedPackage {
  const home = join(cache, fingerprint());
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const workshop = mkdtempSync(join(cache, "making-"));
    make(workshop);
    try {
      renameSync(workshop, home);
    } catch {
      rmSync(workshop, { recursive: true });
    }
    forgetOldOnes();
  }
  const files = execFileSync("tar", ["-tf", join(home, "clientele.tgz")], { encoding: "utf8" });
  return {
    files: files
      .trim()
      .split("\n")
      .map((path) => path.replace(/^package\//, ""))
      .sort(),
    project: join(home, "project"),
  };
}

function make(workshop: string): void {
  const staging = join(workshop, "staging");
  const project = join(workshop, "project");
  mkdirSync(staging);
  mkdirSync(project);
  run("npx", ["tsup", "--silent", "--out-dir", join(staging, "dist")], root);
  for (const file of shipped) copyFileSync(join(root, file), join(staging, file));
  const tarball = run(
    "npm",
    ["pack", "--silent", "--ignore-scripts", "--pack-destination", workshop],
    staging,
  ).trim();
  renameSync(join(workshop, tarball), join(workshop, "clientele.tgz"));
  writeFileSync(join(project, "package.json"), '{ "private": true }\n');
  run(
    "npm",
    ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "../clientele.tgz"],
    project,
  );
  rmSync(staging, { recursive: true });
}

function run(command: string, words: readonly string[], cwd: string): string {
  return execFileSync(command, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const inputs = [
    ...filesBelow("src", ".ts"),
    ...shipped,
    "tsup.config.ts",
    "tsconfig.json",
    "tsconfig.base.json",
  ];
  for (const path of inputs) hash.update(`${path}\n${readText(path)}\n`);
  return hash.digest("hex").slice(0, 16);
}

function forgetOldOnes(): void {
  const age = (name: string): number => statSync(join(cache, name)).mtimeMs;
  const homes = readdirSync(cache).filter((name) => !name.startsWith("making-"));
  const byAge = homes.sort((a, b) => age(b) - age(a));
  for (const name of byAge.slice(3)) rmSync(join(cache, name), { recursive: true, force: true });
}
