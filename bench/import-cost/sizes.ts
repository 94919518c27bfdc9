import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "tsup";
import { root } from "../../test/support/project.ts";
import type { Subject } from "./subjects.ts";

/** Bytes of one bundle. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Bytes of the whole library's bundle that a room or a package has brought. */
export interface RoomSize {
  readonly room: string;
  readonly minified: number;
}

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** What a web page that imports these names from the installed package would load for them. */
export async function sizeOf({ path, names }: Subject, project: string): Promise<Size> {
  const { code } = await bundled(`export ${names} from "${path}";\n`, project);
  return {
    minified: code.length,
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}

/** Of what the root consists: bundled from the sources, as only they know their rooms. */
export async function sizesByRoom(): Promise<readonly RoomSize[]> {
  const { inputs } = await bundled(`export * from "${join(root, "src/index.ts")}";\n`, root);
  const sizes = new Map<string, number>();
  for (const [file, bytes] of Object.entries(inputs)) {
    const place = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
    const room = place ?? /(?:^|\/)src\/([a-z]+)\//.exec(file)?.[1];
    if (room !== undefined) sizes.set(room, (sizes.get(room) ?? 0) + bytes);
  }
  return [...sizes].map(([room, minified]) => ({ room, minified })).sort((a, b) => b.minified - a.minified);
}

/** Bundles a text with all it imports, as size-limit does: ES2022, minified. */
async function bundled(
  text: string,
  home: string,
): Promise<{ readonly code: Buffer; readonly inputs: Readonly<Record<string, number>> }> {
  const folder = mkdtempSync(join(home, "import-cost-"));
  try {
    writeFileSync(join(folder, "entry.mjs"), text);
    await build({
      config: false,
      silent: true,
      entry: { out: join(folder, "entry.mjs") },
      outDir: folder,
      format: "esm",
      platform: "browser",
      target: "es2022",
      noExternal: [/./],
      splitting: false,
      minify: true,
      metafile: true,
      clean: false,
      dts: false,
      outExtension: () => ({ js: ".js" }),
    });
    const { outputs } = JSON.parse(readFileSync(join(folder, "metafile-esm.json"), "utf8")) as Metafile;
    const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
    return {
      code: readFileSync(join(folder, "out.js")),
      inputs: Object.fromEntries(inputs.map(([file, { bytesInOutput }]) => [file, bytesInOutput])),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
