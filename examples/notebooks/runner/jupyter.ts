import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Notebook } from "./notebook.ts";

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));

/** Jupyter's command; the variable `JUPYTER` may name another. */
const COMMAND = process.env["JUPYTER"] ?? "jupyter";

/** How to get what executes notebooks. */
export const HOW_TO_GET_JUPYTER =
  "Jupyter was not found. On Debian or Ubuntu: apt-get install jupyter-notebook jupyter-nbconvert; elsewhere: pip install notebook nbconvert. " +
  "The variable JUPYTER may name the command.";

/** Whether notebooks can be executed on this machine. */
export function hasJupyter(): boolean {
  return spawnSync(COMMAND, ["nbconvert", "--version"], { stdio: "ignore" }).status === 0;
}

/** Jupyter with Deno's kernel, and with nothing of what this user has set up besides. */
export class Jupyter {
  readonly #env: NodeJS.ProcessEnv;

  private constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /**
   * Installs Deno's kernel for a home that does not exist yet.
   *
   * @param home - An empty folder, which takes the place of the user's.
   * @param deno - `bin.cjs` of Deno's npm package.
   */
  static async withDeno(home: string, deno: string): Promise<Jupyter> {
    const data = join(home, ".local/share");
    const own = { ...process.env, HOME: home, XDG_DATA_HOME: data };
    await run(process.execPath, [deno, "jupyter", "--install", "--force"], { env: own });
    return new Jupyter({
      ...process.env,
      DENO_DIR: join(home, "deno"),
      NO_COLOR: "1",
      JUPYTER_CONFIG_DIR: join(home, "config"),
      JUPYTER_DATA_DIR: join(home, "data"),
      // Where Deno puts its kernel on Linux and on macOS.
      JUPYTER_PATH: [join(data, "jupyter"), join(home, "Library/Jupyter")].join(delimiter),
      PYTHONPATH: here,
      PYTHONDONTWRITEBYTECODE: "1",
    });
  }

  /** Executes a notebook from its first cell in a new kernel; rejects with the output of the cell that failed. */
  async execute(file: string): Promise<Notebook> {
    const target = file.replace(/\.ipynb$/, ".executed.ipynb");
    await this.#convert("notebook", file, target, [
      "--NotebookExporter.preprocessors=patient_execute.PatientExecutePreprocessor",
      "--PatientExecutePreprocessor.timeout=120",
    ]);
    return JSON.parse(readFileSync(target, "utf8")) as Notebook;
  }

  /** Makes a page of an executed notebook. */
  async page(file: string, target: string): Promise<void> {
    await this.#convert("html", file, target, []);
  }

  async #convert(to: string, file: string, target: string, options: readonly string[]): Promise<void> {
    const words = ["nbconvert", "--log-level=ERROR", "--to", to, "--output", target, ...options, file];
    await run(COMMAND, words, { cwd: dirname(file), env: this.#env, maxBuffer: 2 ** 26 });
  }
}
