import { rm } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { DataError } from "clientele/rows";
import type { FileSettings } from "../demo/settings.ts";
import { UsageError } from "../demo/usage-error.ts";
import { type Command, HELP, readArguments } from "./arguments.ts";
import { type CsvFile, openCsvFile } from "./csv-file.ts";
import { interruptSignal } from "./interrupt.ts";
import { progressTeller } from "./progress.ts";
import { type ReducedFile, reduceFile } from "./reduce-file.ts";
import { readLines, report } from "./report.ts";
import { saveState } from "./saved-state.ts";
import { simulatedFile } from "./simulated-file.ts";

const SUCCESS = 0;
const WRONG_INPUT = 2;
const INTERRUPTED = 130;

/** Where the example writes to. */
export interface Output {
  readonly report: (text: string) => void;
  readonly trouble: (text: string) => void;
}

/** Runs the example with the arguments of the command line; returns the exit code. */
export async function runLargeFile(argv: readonly string[], output: Output): Promise<number> {
  try {
    const command = readArguments(argv);
    if (command === null) {
      output.report(HELP);
      return SUCCESS;
    }
    if (command.file !== null) return await readAndReport(command, command.file, output);
    const { path, folder } = await simulatedFile(command.orders);
    output.trouble(`No file was named: ${command.orders} orders were invented in ${path}\n`);
    const code = await readAndReport(command, { ...SIMULATED, path }, output);
    // Who interrupts the reading may go on with it.
    if (code !== INTERRUPTED) await rm(folder, { recursive: true });
    return code;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof DataError)) throw error;
    output.trouble(`${error.message}\n`);
    return WRONG_INPUT;
  }
}

const SIMULATED: Omit<FileSettings, "path"> = {
  delimiter: ",",
  dateFormat: "iso",
  decimalMark: null,
  columns: {
    customer: "customerId",
    date: "date",
    amount: { kind: "column", amount: "amount" },
    order: null,
  },
};

async function readAndReport(command: Command, settings: FileSettings, output: Output): Promise<number> {
  const file = await openCsvFile(settings);
  const interrupt = interruptSignal();
  try {
    const onPart = progressTeller(file.bytes - file.rows.byte, output.trouble);
    const reduced = await reduceFile(command, file, { signal: interrupt.signal, onPart });
    if (reduced.outcome.kind !== "done") return await keep(reduced, command, file, output);
    if (reduced.reducer.progress.rows === 0) throw new UsageError(`${settings.path} holds no rows.`);
    output.report(report(reduced.reducer));
    return SUCCESS;
  } finally {
    interrupt.release();
  }
}

/** Saves what has been counted before the reading ended, and tells how to go on. */
async function keep(
  { reducer, outcome }: ReducedFile,
  { resume, save, partBytes }: Command,
  file: CsvFile,
  { trouble }: Output,
): Promise<number> {
  const state = save ?? resume ?? resolve(`${basename(file.settings.path)}.state.bin`);
  const refused = outcome.kind === "refused";
  trouble(refused ? `${outcome.message}\n` : "Interrupted.\n");
  if (reducer.progress.batches > 0) {
    await saveState(state, file, partBytes, reducer.snapshot());
    trouble(`Read before: ${readLines(reducer.progress).join("\n")}\n`);
    trouble(
      `To go on: ${file.settings.path} --resume ${state}${refused ? " --skip-invalid" : ""}, with the other options as they were.\n`,
    );
  }
  return refused ? WRONG_INPUT : INTERRUPTED;
}
