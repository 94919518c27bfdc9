import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf, type PageWalk } from "./page-walks.ts";

const ROOT = new URL("../../", import.meta.url);

/** The tsconfig of whoever calls is no business of the page's file. */
const ENV = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "TSX_TSCONFIG_PATH"));

/** Runs the code of a page, with the library as it stands, and returns the picture that it draws. */
export function drawPage({ page, file, picture }: PageWalk): string {
  const folder = mkdtempSync(join(tmpdir(), "clientele-page-"));
  try {
    writeFileSync(join(folder, file), resolved(codeOf(readFileSync(new URL(page, ROOT), "utf8"))));
    const tsx = fileURLToPath(new URL("node_modules/tsx/dist/cli.mjs", ROOT));
    execFileSync(process.execPath, [tsx, file], {
      cwd: folder,
      env: ENV,
      stdio: ["ignore", "pipe", "inherit"],
    });
    return readFileSync(join(folder, picture), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Imports by their places, as nothing is installed in the folder. */
function resolved(code: string): string {
  return code.replace(/ from "([^"]+)";/g, (_, name: string) => ` from "${placeOf(name)}";`);
}

function placeOf(name: string): string {
  const own = /^clientele(\/[a-z]+)?$/.exec(name);
  return own === null ? import.meta.resolve(name) : new URL(`src${own[1] ?? ""}/index.ts`, ROOT).href;
}
