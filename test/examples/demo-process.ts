import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { runDemo as runDemoHere } from "../../examples/demo/run-demo.ts";
import { root } from "../support/project.ts";

/** What came of a run of the demo. */
export interface DemoRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const tsx = createRequire(import.meta.url).resolve("tsx/cli");

/** Runs an example in a process of its own, as `npm run demo` does; no terminal is attached. */
export function runExample(
  file: string,
  args: readonly string[] = [],
  { env = {}, input = "" }: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<DemoRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [tsx, "--tsconfig", "tsconfig.tools.json", `examples/${file}`, ...args],
      {
        cwd: root,
        env: { ...process.env, ...env },
      },
    );
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    // A run that refuses its arguments is gone before it reads.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

export function runDemo(...args: readonly string[]): Promise<DemoRun> {
  return runExample("demo.ts", args);
}

/** The same without a process of its own, which takes a hundredth of the time. */
export async function callDemo(...args: readonly string[]): Promise<DemoRun> {
  let stdout = "";
  let stderr = "";
  const code = await runDemoHere(args, {
    report: (text) => {
      stdout += text;
    },
    trouble: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}
