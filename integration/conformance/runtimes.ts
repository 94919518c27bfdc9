import { join } from "node:path";
import { BUN, DENO, NODE_22, NODE_24 } from "../../test/support/engines.ts";
import { root } from "../../test/support/project.ts";

/** A way to run JavaScript, in a zone and a language of its own, so that neither can play a part. */
export interface Runtime {
  readonly name: string;
  /** The program and its words; the file comes last. */
  readonly command: readonly string[];
  readonly form: Form;
  readonly zone: string;
  readonly language: string;
}

/** How the walk is written down for a runtime. */
export type Form = "module" | "commonjs" | "typescript" | "typescript-commonjs";

const TOOLS = join(root, "node_modules");
const HERE = [process.execPath];
const TS_NODE = [...HERE, join(TOOLS, "ts-node/dist/bin.js"), "--transpile-only"];
const TSX = [...HERE, join(TOOLS, "tsx/dist/cli.mjs")];

const GERMAN = "de_DE.UTF-8";
/** Its dotless i has broken many a program that changed the case of words. */
const TURKISH = "tr_TR.UTF-8";

export const RUNTIMES: readonly Runtime[] = [
  { name: "the Node of this run, as a module", command: HERE, form: "module", zone: "UTC", language: "C" },
  {
    name: "the Node of this run, by require",
    command: HERE,
    form: "commonjs",
    zone: "America/St_Johns",
    language: TURKISH,
  },
  { name: "Node 22", command: NODE_22, form: "module", zone: "Pacific/Kiritimati", language: GERMAN },
  { name: "Node 24", command: NODE_24, form: "module", zone: "Asia/Kathmandu", language: TURKISH },
  { name: "Deno", command: DENO, form: "module", zone: "Pacific/Apia", language: GERMAN },
  { name: "Bun", command: BUN, form: "module", zone: "America/St_Johns", language: TURKISH },
  {
    name: "ts-node, in a CommonJS project",
    command: TS_NODE,
    form: "typescript-commonjs",
    zone: "Asia/Kathmandu",
    language: GERMAN,
  },
  { name: "tsx", command: TSX, form: "typescript", zone: "Pacific/Kiritimati", language: TURKISH },
];
