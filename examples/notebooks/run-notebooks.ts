// Executes the notebooks of this folder as a user would: the packed library in a new folder, a new kernel for each, no network.
// Run it after a build: npx tsx --tsconfig tsconfig.tools.json examples/notebooks/run-notebooks.ts [folder for the executed notebooks and their pages]
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanProject } from "./runner/clean-project.ts";
import { HOW_TO_GET_JUPYTER, hasJupyter, Jupyter } from "./runner/jupyter.ts";
import { outputFaults } from "./runner/output-faults.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Packs the built library and unpacks it where it knows nothing of this repository. */
function packedLibrary(workshop: string): string {
  const words = ["pack", "--silent", "--ignore-scripts", "--pack-destination", workshop];
  const tarball = execFileSync("npm", words, { cwd: root, encoding: "utf8" }).trim();
  execFileSync("tar", ["-xf", join(workshop, tarball), "-C", workshop]);
  return join(workshop, "package");
}

async function runAll(jupyter: Jupyter, project: string, target: string | null): Promise<number> {
  let failed = 0;
  for (const name of readdirSync(here).filter((file) => file.endsWith(".ipynb"))) {
    const file = join(project, name);
    copyFileSync(join(here, name), file);
    const faults = await jupyter.execute(file).then(outputFaults, (error: Error) => [error.message]);
    for (const fault of faults) console.error(`${name}: ${fault}`);
    if (faults.length > 0) failed++;
    else console.log(`${name}: every cell ran, every chart is there`);
    if (target !== null && faults.length === 0) await keep(jupyter, file, join(target, name));
  }
  return failed;
}

/** Keeps the executed notebook and a page of it. */
async function keep(jupyter: Jupyter, file: string, target: string): Promise<void> {
  const executed = file.replace(/\.ipynb$/, ".executed.ipynb");
  copyFileSync(executed, target);
  await jupyter.page(executed, target.replace(/\.ipynb$/, ".html"));
}

if (!hasJupyter()) {
  console.error(HOW_TO_GET_JUPYTER);
  process.exit(1);
}
const [folder] = process.argv.slice(2);
const target = folder === undefined ? null : resolve(folder);
if (target !== null) mkdirSync(target, { recursive: true });
const workshop = mkdtempSync(join(tmpdir(), "clientele-notebooks-"));
try {
  const [project, home] = [join(workshop, "project"), join(workshop, "home")];
  for (const made of [project, home]) mkdirSync(made);
  cleanProject(project, packedLibrary(workshop), join(root, "node_modules"));
  const jupyter = await Jupyter.withDeno(home, join(root, "node_modules/deno/bin.cjs"));
  process.exitCode = (await runAll(jupyter, project, target)) > 0 ? 1 : 0;
} finally {
  rmSync(workshop, { recursive: true });
}
