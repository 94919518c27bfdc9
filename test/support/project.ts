import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository, without a slash at the end. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export const packageJson = JSON.parse(readText("package.json")) as PackageJson;

/** The rooms with a subpath of their own, as `package.json` exports them. */
export const publicRooms: readonly string[] = Object.keys(packageJson.exports)
  .filter((path) => path !== "." && path !== "./package.json")
  .map((path) => path.slice("./".length));

export function readText(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Paths, relative to the repository and sorted, of the files below `folder` whose name ends in `ending`. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}
