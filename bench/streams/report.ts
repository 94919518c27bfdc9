import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import type { StreamResult, StreamTask, StreamVariant } from "./child.ts";
import type { StreamSize } from "./workload.ts";

/** Runs a task in a process of its own. */
export type StreamRunner = (task: StreamTask) => Promise<StreamResult>;

const LABELS: Readonly<Record<StreamVariant, string>> = {
  dictionary: "clientele, batches with dictionary-coded ids",
  integer: "clientele, batches with integer ids",
  duckdb: "DuckDB, one thread, INTEGER ids",
};

const QUICK: readonly StreamSize[] = [{ rows: 200_000, customers: 20_000 }];
const SIZES: readonly StreamSize[] = [
  { rows: 10_000_000, customers: 1_000_000 },
  { rows: 100_000_000, customers: 10_000_000 },
];

/** Streams purchases of a base through the reducer, fits and scores it, and lets DuckDB do the same reduction. */
export async function streamsReport(
  rounds: number,
  quick: boolean,
  run: StreamRunner,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const sections: string[] = [];
  const targets: Target[] = [];
  for (const size of quick ? QUICK : SIZES) {
    const results = new Map<StreamVariant, StreamResult[]>();
    for (let round = 0; round < rounds; round++) {
      for (const variant of Object.keys(LABELS) as StreamVariant[]) {
        process.stderr.write(`streams ${size.rows} round ${round + 1} ${variant}\n`);
        const result = await run({ ...size, variant });
        results.set(variant, [...(results.get(variant) ?? []), result]);
      }
    }
    checkAgreement([...results.values()].flat());
    sections.push(section(size, results));
    targets.push(...targetsOf(size, results));
  }
  return { text: sections.join("\n\n"), targets };
}

function checkAgreement(results: readonly StreamResult[]): void {
  const found = new Set(results.map(({ checksum }) => JSON.stringify(checksum)));
  if (found.size !== 1)
    throw new Error(`There are ${found.size} answers to one question: ${[...found].join(" ")}`);
}

function least(results: ReadonlyMap<StreamVariant, readonly StreamResult[]>, variant: StreamVariant): number {
  return Math.min(...(results.get(variant) ?? []).map(({ reduce }) => reduce));
}

function section(
  { rows, customers }: StreamSize,
  results: ReadonlyMap<StreamVariant, readonly StreamResult[]>,
): string {
  const engine = least(results, "duckdb");
  const reduction = table(
    [
      "from transactions to cells",
      "CPU ms (min)",
      "wall ms",
      "M rows/s",
      "× DuckDB",
      "peak of the process, MB",
    ],
    [...results].map(([variant, runs]) => [
      LABELS[variant],
      ...[
        least(results, variant),
        Math.min(...runs.map(({ wall }) => wall)),
        rows / least(results, variant) / 1000,
        engine / least(results, variant),
        Math.max(...runs.map(({ peak }) => peak)) / 1e6,
      ].map(short),
    ]),
  );
  const [first] = results.get("integer") ?? [];
  if (first === undefined) return reduction;
  const held = table(
    ["share of the rows read", ...first.held.map((_, tenth) => `${(tenth + 1) * 10} %`)],
    [["held by the reducer, bytes per customer", ...first.held.map((bytes) => short(bytes / customers))]],
  );
  const steps = table(
    ["after the reduction", "CPU ms"],
    Object.entries(first.steps).map(([name, cpu]) => [withThousands(name), short(cpu)]),
  );
  const { r, alpha, s, beta } = first.parameters;
  return [
    `### ${rows.toLocaleString("en-US")} transactions of ${customers.toLocaleString("en-US")} customers`,
    reduction,
    held,
    steps,
    `Pareto/NBD: r ${short(r ?? 0)} (drawn with 1), alpha ${short(alpha ?? 0)} weeks, s ${short(s ?? 0)} (0.6), beta ${short(beta ?? 0)} weeks (${short(80 / 7)}).`,
  ].join("\n\n");
}

function withThousands(text: string): string {
  return text.replace(/\d{4,}/, (digits) => Number(digits).toLocaleString("en-US"));
}

function targetsOf(
  { rows, customers }: StreamSize,
  results: ReadonlyMap<StreamVariant, readonly StreamResult[]>,
): Target[] {
  const what = `${(rows / 1e6).toLocaleString("en-US")} M transactions`;
  const [first] = results.get("integer") ?? [];
  const held = first?.held ?? [];
  return [
    {
      what: `${what}: dictionary-coded batches beside DuckDB`,
      least: 3,
      unit: " ×",
      measured: least(results, "duckdb") / least(results, "dictionary"),
    },
    {
      what: `${what}: integer ids beside DuckDB`,
      least: 2,
      unit: " ×",
      measured: least(results, "duckdb") / least(results, "integer"),
    },
    {
      what: `${what}: memory at the end beside memory at half the rows`,
      most: 1.1,
      unit: " ×",
      measured: (held.at(-1) ?? Number.NaN) / (held[4] ?? Number.NaN),
    },
    {
      what: `${what}: bytes per customer with ${730} days, integer ids`,
      most: 32 + 92 + 60,
      unit: " B",
      measured: (held.at(-1) ?? Number.NaN) / customers,
    },
  ];
}
