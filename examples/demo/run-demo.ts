import { DataError } from "clientele";
import { analyse } from "./analysis.ts";
import { type Command, readArguments } from "./arguments.ts";
import { checkSettings } from "./check-settings.ts";
import { loadOrders } from "./load-orders.ts";
import { report } from "./report.ts";
import { languageOf, speech } from "./speech.ts";
import { UsageError } from "./usage-error.ts";
import { wrapped } from "./wrapped.ts";

const SUCCESS = 0;
const WRONG_INPUT = 2;

/** Where the demo writes to. */
export interface Output {
  readonly report: (text: string) => void;
  readonly trouble: (text: string) => void;
}

/** Runs the demo with the arguments of the command line; returns the exit code. */
export async function runDemo(argv: readonly string[], output: Output): Promise<number> {
  const { texts, ...words } = speech(languageOf(argv));
  try {
    const command: Command = readArguments(argv, texts.errors);
    if (command.help) {
      output.report(texts.help);
      return SUCCESS;
    }
    checkSettings(command.settings, texts.errors);
    const orders = await loadOrders(command, { texts, ...words });
    const analysis = analyse(orders, command.settings, texts.errors);
    output.report(report(analysis, { texts, ...words }));
    if (analysis.base === null) throw new UsageError(texts.errors.nothingReadable);
    return SUCCESS;
  } catch (error) {
    const trouble = error instanceof DataError ? texts.errors.cannotBeUsed(error.message) : messageOf(error);
    for (const line of trouble.split("\n").flatMap((part) => wrapped(part))) output.trouble(`${line}\n`);
    return WRONG_INPUT;
  }
}

/** A fault of the demo itself is no business of the user's and keeps its stack. */
function messageOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  throw error;
}
