import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "tsup";

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The scripts that measure, each run in processes of their own. */
export const CHILDREN = {
  reduction: "reduction/child.ts",
  "purchase-model": "purchase-model/child.ts",
  scoring: "scoring/child.ts",
  survival: "survival/child.ts",
  cox: "cox/child.ts",
  cohorts: "cohorts/child.ts",
  concentration: "concentration/child.ts",
  rfm: "rfm/child.ts",
  "hit-rate": "hit-rate/child.ts",
  "k-means": "k-means/child.ts",
  streams: "streams/child.ts",
  billion: "billion/child.ts",
  workers: "workers/child.ts",
} as const;

export type Child = keyof typeof CHILDREN;

/** Compiles the scripts and the library with them, as `npm run build` compiles it, to plain JavaScript in `out/`. */
export async function buildChildren(): Promise<void> {
  await build({
    config: false,
    silent: true,
    entry: Object.fromEntries(Object.entries(CHILDREN).map(([name, path]) => [name, here(path)])),
    outDir: here("out"),
    tsconfig: here("tsconfig.json"),
    format: ["esm"],
    target: "es2022",
    platform: "node",
    splitting: false,
    treeshake: true,
    clean: true,
    dts: false,
    external: ["@duckdb/node-api", "ml-kmeans"],
  });
}

const FLAGS = [
  "--expose-gc",
  // Collecting garbage would else throw compiled code away, and warm runs would not be warm.
  "--no-flush-bytecode",
  "--max-old-space-size=12000",
];

/** Runs a task in a fresh process, since the heap that one variant leaves behind slows the next one down. */
export async function inFreshProcess<Result>(child: Child, task: object): Promise<Result> {
  const { promise, resolve, reject } = deferred<Result>();
  const running = spawn(process.execPath, [...FLAGS, here(`out/${child}.js`), JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  running.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  running.on("error", reject);
  running.on("close", (code) => {
    if (code === 0) resolve(JSON.parse(text) as Result);
    else reject(new Error(`${child} ${JSON.stringify(task)} ended with code ${code}.`));
  });
  return promise;
}

function deferred<Result>(): {
  readonly promise: Promise<Result>;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: Error) => void;
} {
  let resolve: (result: Result) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<Result>((onResult, onError) => {
    resolve = onResult;
    reject = onError;
  });
  return { promise, resolve, reject };
}
