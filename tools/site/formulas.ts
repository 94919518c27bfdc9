import { createRequire } from "node:module";
import type markdownItKatex from "@vscode/markdown-it-katex";
import katex from "katex";
import type { MarkdownParser } from "./markdown-parser.ts";

/** It is CommonJS, whose default export loaders of modules hand out in different ways; `require` has but one. */
const plugin = createRequire(import.meta.url)("@vscode/markdown-it-katex") as typeof markdownItKatex;

/**
 * Formulas between dollars and in blocks of `math`, as GitHub reads them. They become MathML, which browsers draw with
 * fonts they have, so that pages need neither a stylesheet nor fonts from elsewhere. One that cannot be read is marked
 * with the class `katex-error`, by which the check of the site finds it.
 */
export function readFormulas(parser: MarkdownParser): void {
  const options = { katex, output: "mathml", strict: "error", throwOnError: false, enableFencedBlocks: true };
  plugin.default(parser as never, options as never);
}
