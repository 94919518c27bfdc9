import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CustomerCells,
  type CustomerReducer,
  createCustomerReducer,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  type PurchaseHistories,
  predictColumns,
} from "clientele";
import { DAYS, FIRST_DAY } from "../reduction/workload.ts";
import { collectGarbage, measured } from "../tools/measure.ts";
import { cellsInDatabase, loadedDatabase } from "./duckdb.ts";
import { type PurchaseBatch, purchaseStream, type StreamSize } from "./workload.ts";

export type StreamVariant = "dictionary" | "integer" | "duckdb";

export interface StreamTask extends StreamSize {
  readonly variant: StreamVariant;
}

/** What all ways must agree on. */
export interface StreamChecksum {
  readonly cells: number;
  readonly customers: number;
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
}

/** CPU milliseconds of the steps, bytes. */
export interface StreamResult {
  /** From transactions to weighted cells. */
  readonly reduce: number;
  readonly wall: number;
  /** What the reducer holds after each tenth of the rows. */
  readonly held: readonly number[];
  /** Peak of the whole process. */
  readonly peak: number;
  readonly checksum: StreamChecksum;
  /** What comes after the cells, by name; empty for the engine. */
  readonly steps: Readonly<Record<string, number>>;
  readonly parameters: Readonly<Record<string, number>>;
}

const AS_OF = FIRST_DAY + DAYS - 1;
const AS_OF_DATE = new Date(AS_OF * 86_400_000).toISOString().slice(0, 10);

const task = JSON.parse(process.argv[2] ?? "{}") as StreamTask;
process.stdout.write(JSON.stringify(task.variant === "duckdb" ? await inEngine() : await inReducer()));

async function inReducer(): Promise<StreamResult> {
  const reducer = createCustomerReducer({ asOf: AS_OF_DATE, unit: "week" });
  const dictionary = Array.from({ length: task.customers }, (_, place) => `K${place}`);
  const before = await heldBytes();
  const held: number[] = [];
  let [cpu, wall, done] = [0, 0, 0];
  for (const batch of purchaseStream(task)) {
    const columns = columnsOf(batch, dictionary);
    const { cost } = await measured(() => reducer.add(columns));
    cpu += cost.cpu;
    wall += cost.wall;
    done += batch.rows;
    if (done >= ((held.length + 1) * task.rows) / 10) held.push((await heldBytes()) - before);
  }
  const { result: cells, cost } = await measured(() => reducer.cells());
  const after = await afterwards(reducer, cells);
  return {
    reduce: cpu + cost.cpu,
    wall: wall + cost.wall,
    held,
    peak: peakBytes(),
    checksum: checksumOf(cells.rows, 7),
    ...after,
  };
}

function columnsOf(
  { rows, customer, day, amount }: PurchaseBatch,
  dictionary: readonly string[],
): Parameters<CustomerReducer<never>["add"]>[0] {
  const codes = customer.subarray(0, rows);
  return {
    customer: task.variant === "dictionary" ? { codes, dictionary } : codes,
    date: { epochDays: day.subarray(0, rows) },
    amount: amount.subarray(0, rows),
  };
}

/** Fits to the cells, and scores of every customer. */
async function afterwards(
  reducer: CustomerReducer<never>,
  cells: CustomerCells,
): Promise<Pick<StreamResult, "steps" | "parameters">> {
  const weekCells = await measured(() => reducer.cells({ roundTo: "week" }));
  const pareto = await measured(() => fitParetoNbd(cells));
  const paretoWeeks = await measured(() => fitParetoNbd(weekCells.result));
  const bgNbd = await measured(() => fitBgNbd(cells));
  const bgNbdWeeks = await measured(() => fitBgNbd(weekCells.result));
  const columns = await measured(() => reducer.columns());
  const spend = fitGammaGamma(firstCustomers(columns.result, 100_000));
  const purchases = pareto.result;
  const scores = await measured(() =>
    predictColumns(columns.result, { purchases, spend, horizon: { years: 1 }, discountRate: 0.1 }),
  );
  return {
    steps: {
      "cells by week": weekCells.cost.cpu,
      [`Pareto/NBD to ${cells.rows.length} day cells`]: pareto.cost.cpu,
      [`Pareto/NBD to ${weekCells.result.rows.length} week cells`]: paretoWeeks.cost.cpu,
      [`BG/NBD to ${cells.rows.length} day cells`]: bgNbd.cost.cpu,
      [`BG/NBD to ${weekCells.result.rows.length} week cells`]: bgNbdWeeks.cost.cpu,
      "columns of all customers": columns.cost.cpu,
      "P(alive), purchases and value of all customers": scores.cost.cpu,
    },
    parameters: { ...pareto.result.parameters },
  };
}

/** Spend is fitted to a part of the base: its customers come in no order. */
function firstCustomers(
  { unit, asOf, frequency, recency, T, monetaryValue }: ReturnType<CustomerReducer<never>["columns"]>,
  size: number,
): Parameters<typeof fitGammaGamma>[0] {
  const rows = Array.from({ length: Math.min(size, frequency.length) }, (_, i) => ({
    frequency: frequency[i] as number,
    recency: recency[i] as number,
    T: T[i] as number,
    monetaryValue: monetaryValue[i] as number,
  }));
  return { unit, asOf, rows } as Parameters<typeof fitGammaGamma>[0];
}

async function inEngine(): Promise<StreamResult> {
  const folder = mkdtempSync(join(tmpdir(), "clientele-bench-"));
  try {
    const connection = await loadedDatabase(task, folder);
    await collectGarbage();
    const { result, cost } = await measured(() => cellsInDatabase(connection, AS_OF));
    const [frequency = [], recency = [], age = [], customers = []] = result;
    const rows = frequency.map((x, i) => ({
      frequency: x,
      recency: recency[i] as number,
      T: age[i] as number,
      weight: customers[i] as number,
    }));
    const checksum = checksumOf(rows, 1);
    return {
      reduce: cost.cpu,
      wall: cost.wall,
      held: [],
      peak: peakBytes(),
      checksum,
      steps: {},
      parameters: {},
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sums over customers, times in days. */
function checksumOf(rows: PurchaseHistories["rows"], perUnit: number): StreamChecksum {
  let [customers, frequency, recency, age] = [0, 0, 0, 0];
  for (const { frequency: x, recency: tx, T, weight = 1 } of rows) {
    customers += weight;
    frequency += weight * x;
    recency += weight * Math.round(tx * perUnit);
    age += weight * Math.round(T * perUnit);
  }
  return { cells: rows.length, customers, frequency, recency, age };
}

async function heldBytes(): Promise<number> {
  await collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}
