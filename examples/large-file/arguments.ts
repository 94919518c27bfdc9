import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { FileSettings } from "../demo/settings.ts";
import { UsageError } from "../demo/usage-error.ts";

/** What the command line asks for. */
export interface Command {
  /** `null`: simulated orders. */
  readonly file: FileSettings | null;
  /** How many orders to simulate without a file. */
  readonly orders: number;
  readonly asOf: string | null;
  readonly skipInvalid: boolean;
  /** Threads that read besides the main one; 0: the main one reads. */
  readonly workers: number;
  readonly partBytes: number;
  /** File of an interrupted run to go on from. */
  readonly resume: string | null;
  /** File that this run writes if it is interrupted; `null`: the one it went on from, or one named after the orders. */
  readonly save: string | null;
}

export const HELP = `npx tsx --tsconfig tsconfig.tools.json examples/large-file.ts [orders.csv] [options]

  --customer NAME    column of the customer (customerId)
  --date NAME        column of the date (date)
  --amount NAME      column of the amount (amount)
  --delimiter C      what separates cells (,)
  --date-format F    iso, dmy or mdy (iso)
  --decimal M        . or , if thousands are grouped by the other
  --as-of DAY        day to judge as of (last day of the file)
  --skip-invalid     leave out rows that cannot be read, instead of stopping at the first
  --workers N        read with so many worker threads (0: none)
  --part-bytes N     bytes read at a time (2097152, some 50,000 rows)
  --save FILE        what an interrupted run writes (that of --resume, or orders.csv.state.bin)
  --resume FILE      go on where an interrupted run left off
  --orders N         without a file: how many orders to simulate (200000)
`;

const TEXT = { type: "string" } as const;

/** Reads the command line; `null` asks for help. */
export function readArguments(argv: readonly string[]): Command | null {
  const { values, positionals } = parsed(argv);
  if (values.help) return null;
  const [path, second] = positionals;
  if (second !== undefined) throw new UsageError(`One file at a time: what is ${second}?`);
  return {
    file:
      path === undefined
        ? null
        : {
            path: resolve(path),
            delimiter: values.delimiter,
            dateFormat: oneOf("date-format", values["date-format"], ["iso", "dmy", "mdy"]),
            decimalMark: values.decimal === undefined ? null : oneOf("decimal", values.decimal, [".", ","]),
            columns: {
              customer: values.customer,
              date: values.date,
              amount: { kind: "column", amount: values.amount },
              order: null,
            },
          },
    orders: whole("orders", values.orders, 1),
    asOf: values["as-of"] ?? null,
    skipInvalid: values["skip-invalid"],
    workers: whole("workers", values.workers, 0),
    partBytes: whole("part-bytes", values["part-bytes"], 1),
    resume: values.resume === undefined ? null : resolve(values.resume),
    save: values.save === undefined ? null : resolve(values.save),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        customer: { ...TEXT, default: "customerId" },
        date: { ...TEXT, default: "date" },
        amount: { ...TEXT, default: "amount" },
        delimiter: { ...TEXT, default: "," },
        "date-format": { ...TEXT, default: "iso" },
        decimal: TEXT,
        "as-of": TEXT,
        "skip-invalid": { type: "boolean", default: false },
        workers: { ...TEXT, default: "0" },
        "part-bytes": { ...TEXT, default: String(2 ** 21) },
        resume: TEXT,
        save: TEXT,
        orders: { ...TEXT, default: "200000" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message} (--help tells the options.)`);
  }
}

function oneOf<const Word extends string>(name: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new UsageError(`--${name} is one of ${words.join(" ")}, not "${value}".`);
  return word;
}

function whole(name: string, value: string, least: number): number {
  const number = Number(value);
  if (/^\d{1,12}$/.test(value) && number >= least) return number;
  throw new UsageError(`--${name} is a whole number of at least ${least}, not "${value}".`);
}
