import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export interface BenchOptions {
  readonly sizes: readonly Size[];
  readonly parts: readonly Part[];
  /** Fresh processes per variant. */
  readonly rounds: number | null;
  readonly cdnow: string;
  /** Only variants whose name contains this. */
  readonly variant: string;
  /** Only tried: few runs, small bases; without the parts that have sizes of their own. */
  readonly quick: boolean;
  readonly write: boolean;
}

export const SIZES = {
  "1m": { rows: 1_000_000, customers: 100_000, rounds: 2, runs: 10 },
  "10m": { rows: 10_000_000, customers: 1_000_000, rounds: 2, runs: 2 },
} as const;

export type Size = keyof typeof SIZES;

export const PARTS = [
  "reduction",
  "memory",
  "models",
  "scoring",
  "cohorts",
  "rfm",
  "survival",
  "cox",
  "concentration",
  "k-means",
  "hit-rate",
  "streams",
  "billion",
  "workers",
  "import-cost",
] as const;

/** Parts that can be tried on small bases. */
const QUICK_PARTS: readonly Part[] = [
  "models",
  "scoring",
  "survival",
  "cox",
  "concentration",
  "k-means",
  "hit-rate",
  "streams",
  "billion",
  "workers",
  "import-cost",
];

export type Part = (typeof PARTS)[number];

export const HELP = `npm run bench -- [options]

  --size 1m|10m       one size of orders only (default: both)
  --part <name>       ${PARTS.join(", ")} (default: all)
  --variant <text>    only variants whose name contains the text; writes no file
  --rounds <n>        fresh processes per variant (default: 2)
  --cdnow <folder>    holds cdnow_sample.csv and cdnow_master.csv (default: shared/data/cdnow
                      beside the repository); without them the bases are simulated
  --quick             only the parts with rows of their own: one round, few runs, smaller bases, no CDNOW master; writes
                      no file
  --no-write          print only, leave results/ as it is
`;

export function readOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      size: { type: "string" },
      part: { type: "string" },
      variant: { type: "string", default: "" },
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
      cdnow: { type: "string" },
      write: { type: "boolean", default: true },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  return {
    sizes: oneOf("size", values.size, Object.keys(SIZES) as Size[]),
    parts: values.quick ? QUICK_PARTS : oneOf("part", values.part, PARTS),
    rounds: values.rounds === undefined ? (values.quick ? 1 : null) : Number(values.rounds),
    cdnow: cdnowFolder(values.cdnow),
    variant: values.variant,
    quick: values.quick,
    write: values.write && values.variant === "" && !values.quick,
  };
}

function oneOf<Value extends string>(
  name: string,
  value: string | undefined,
  all: readonly Value[],
): readonly Value[] {
  if (value === undefined) return all;
  const found = all.filter((each) => each === value);
  if (found.length === 0) throw new Error(`--${name} is one of ${all.join(", ")}.`);
  return found;
}

/** A folder that was named starts where npm was called. */
function cdnowFolder(named: string | undefined): string {
  if (named !== undefined) return resolve(process.env["INIT_CWD"] ?? ".", named);
  return fileURLToPath(new URL("../../../shared/data/cdnow", import.meta.url));
}
