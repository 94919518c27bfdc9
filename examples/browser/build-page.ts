import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Builds the page into a folder: two scripts that hold all they need, the document and its style. */
export async function buildPage(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await build({
    config: false,
    silent: true,
    entry: { page: join(HERE, "page.ts"), worker: join(HERE, "worker.ts") },
    outDir: folder,
    tsconfig: join(HERE, "tsconfig.json"),
    format: "esm",
    platform: "browser",
    target: "es2022",
    noExternal: [/./],
    splitting: false,
    minify: true,
    dts: false,
    outExtension: () => ({ js: ".js" }),
  });
  for (const file of ["index.html", "style.css"]) copyFileSync(join(HERE, file), join(folder, file));
}
