import ts from "typescript";
import { About, check, instrument, throws } from "./doc-assertions.ts";
import { type DocModule, textOf } from "./doc-blocks.ts";
import { importsOf, parse } from "./source-imports.ts";

/** Runs the blocks of one scope; the first assertion that does not hold rejects with its file and line. */
export async function runModule(
  { path, blocks }: DocModule,
  load: (specifier: string) => unknown,
): Promise<void> {
  try {
    await runText(textOf(blocks.filter((block) => block.run)), load);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function runText(text: string, load: (specifier: string) => unknown): Promise<void> {
  const example = instrument(text);
  const reached = new Set<number>();
  const code = ts.transpileModule(example.code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
  const modules = new Map<string, unknown>();
  for (const { specifier, typeOnly } of importsOf(parse("example.ts", text))) {
    if (!typeOnly) modules.set(specifier, await load(specifier));
  }
  const parameters = {
    require: (specifier: string) => modules.get(specifier),
    exports: {},
    console: { log() {}, table() {} },
    __check: (line: number, actual: unknown, expected: unknown) =>
      check(reached.add(line) && line, actual, expected),
    __throws: (line: number, ...rest: ThrowsArguments) => throws(reached.add(line) && line, ...rest),
    __about: (digits: string) => new About(digits),
  };
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>;
  await new AsyncFunction(...Object.keys(parameters), code)(...Object.values(parameters));
  const missed = example.lines.find((line) => !reached.has(line));
  if (missed !== undefined) throw new Error(`line ${missed}: the assertion was never reached`);
}

type ThrowsArguments = [act: () => unknown, name: string, message: string];
