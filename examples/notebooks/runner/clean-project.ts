import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What draws the charts. */
const DRAWING = ["vega", "vega-lite"];

interface PackageFile {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * A new folder that looks as if a user had run `npm install clientele vega vega-lite` in it: the packed library is copied, and what it and the
 * notebooks need besides is linked from `modules`, so that nothing is asked of the network.
 *
 * @param folder - An empty folder.
 * @param library - The unpacked package.
 * @param modules - A `node_modules` that holds the other packages.
 */
export function cleanProject(folder: string, library: string, modules: string): void {
  const { dependencies = {} } = JSON.parse(
    readFileSync(join(library, "package.json"), "utf8"),
  ) as PackageFile;
  const others = [...Object.keys(dependencies), ...DRAWING];
  const versions = Object.fromEntries(["clientele", ...DRAWING].map((name) => [name, "*"]));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", dependencies: versions }));
  cpSync(library, join(folder, "node_modules/clientele"), { recursive: true });
  for (const name of others) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(modules, name), link, "junction");
  }
}
