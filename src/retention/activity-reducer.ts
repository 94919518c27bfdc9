import type { AddOptions } from "../customers/customer-reducer.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { type CivilDay, LAST_CIVIL_DAY } from "../time/civil-day.ts";
import type { BatchId, TransactionBatch } from "../transactions/batch-source.ts";
import { type BatchSource, type FeedOptions, feedBatches } from "../transactions/feed-batches.ts";
import type { TransactionLogOptions } from "../transactions/options.ts";
import { BatchReader } from "../transactions/read-batch.ts";
import type { ResolvedColumns } from "../transactions/read-rows.ts";
import type { ReducedFacts } from "../transactions/reduced-log.ts";
import { ADD_OPTIONS, NO_LAST_DAY, refuseItself } from "../transactions/reducer-calls.ts";
import { emptyStream, StreamRecord } from "../transactions/stream-record.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import { CellTable, type SumsPerCell } from "./activity-reducer-cells.ts";
import { type CellLines, logOfCells } from "./activity-reducer-log.ts";
import { checkActivitySnapshot } from "./activity-reducer-snapshot.ts";
import type {
  ActivityReducer,
  ActivityReducerProgress,
  ActivityReducerSnapshot,
} from "./activity-reducer-types.ts";

/** What a kind of reducer keeps of a stream, and what it makes of it. */
export interface ActivityPlan<Result> {
  readonly kind: ActivityReducerSnapshot["kind"];
  /** The options as text: reducers with the same can be merged. */
  readonly settings: string;
  readonly log: Required<TransactionLogOptions>;
  /** The last day that counts; `null`: the last day seen. */
  readonly asOf: CivilDay | null;
  /** The slot of time of a purchase and of a return; returns are left out without one. */
  readonly slotOf: (day: CivilDay) => number;
  readonly slotOfReturn: ((day: CivilDay) => number) | null;
  readonly money: "none" | "amount" | "margin";
  readonly lines: CellLines;
  readonly finish: (log: TransactionLog) => Result;
}

/** Reads batches, keeps their cells, and finishes on a log of these. */
export class StreamedActivity<Row, Result> implements ActivityReducer<Row, Result> {
  readonly #plan: ActivityPlan<Result>;
  readonly #reader: BatchReader<Row>;
  readonly #stream: StreamRecord;
  readonly #cells: CellTable;
  #from: CivilDay | null = null;
  #until: CivilDay | null = null;

  constructor(plan: ActivityPlan<Result>, columns: ResolvedColumns<Row>) {
    this.#plan = plan;
    this.#reader = new BatchReader(columns, plan.log);
    this.#stream = new StreamRecord(emptyStream(plan.log.returns, columns.margin === null ? null : true));
    this.#cells = new CellTable(sumsOf(plan.money));
  }

  get progress(): ActivityReducerProgress {
    const { batches, rows, returns, skipped } = this.#stream.counts;
    const customers = this.#reader.customerIds.length;
    return { batches, rows, customers, cells: this.#cells.size, returns, skipped };
  }

  add(batch: TransactionBatch<Row>, options: AddOptions = {}): void {
    checkNames("options", options, ADD_OPTIONS);
    const { money, slotOf, slotOfReturn, asOf } = this.#plan;
    const lastDay = asOf ?? LAST_CIVIL_DAY;
    const read = this.#stream.read(this.#reader, batch, options.id);
    const { days, amounts, margins } = read;
    if (money === "margin" && margins === null && days.length > 0)
      throw invalidOption("margin", null, NO_MARGIN);
    const values = money === "margin" && margins !== null ? margins : amounts;
    const codes = read.numberCustomers();
    for (let i = 0; i < days.length; i++) {
      const day = days[i] as number;
      this.#noteDays(day, day);
      if (day > lastDay) continue;
      const value = values[i] as number;
      // Purchases have even slots, returns odd ones.
      if (isPurchase(amounts[i] as number)) this.#cells.add(codes[i] as number, 2 * slotOf(day), day, value);
      else if (slotOfReturn !== null)
        this.#cells.add(codes[i] as number, 2 * slotOfReturn(day) + 1, day, value);
    }
    this.#stream.note(read, options.id);
  }

  async addAll(
    batches: BatchSource<Row>,
    options: FeedOptions<ActivityReducerProgress> = {},
  ): Promise<ActivityReducerProgress> {
    await feedBatches(batches, options, this);
    return this.progress;
  }

  hasBatch(id: BatchId): boolean {
    return this.#stream.has(id);
  }

  merge(other: ActivityReducer<never, Result> | ActivityReducerSnapshot): void {
    refuseItself((other as unknown) === this);
    const theirs: unknown = other instanceof StreamedActivity ? other.snapshot() : other;
    const { kind, settings, money } = this.#plan;
    checkActivitySnapshot(theirs, { kind, settings, sumsPerCell: sumsOf(money) });
    this.#stream.checkMerge(theirs.stream);
    const codes = Int32Array.from(theirs.customerIds, (id) => this.#reader.codeOf(id));
    this.#cells.merge(theirs.cells, codes);
    this.#stream.merge(theirs.stream);
    if (theirs.from !== null && theirs.until !== null) this.#noteDays(theirs.from, theirs.until);
  }

  snapshot(): ActivityReducerSnapshot {
    return {
      kind: this.#plan.kind,
      version: 1,
      settings: this.#plan.settings,
      stream: this.#stream.contents,
      from: this.#from,
      until: this.#until,
      customerIds: [...this.#reader.customerIds],
      cells: this.#cells.contents(),
    };
  }

  finish(): Result {
    const { rows, returns, skipped } = this.#stream.counts;
    const { asOf, log } = this.#plan;
    if (asOf === null && this.#until === null) throw invalidOption("asOf", null, NO_LAST_DAY);
    const { timeZone } = log;
    const facts: ReducedFacts = { rows, timeZone, returns, skipped, from: this.#from, until: this.#until };
    return this.#plan.finish(
      logOfCells(this.#cells.contents(), this.#reader.customerIds, this.#plan.lines, facts),
    );
  }

  #noteDays(first: CivilDay, last: CivilDay): void {
    if (this.#from === null || first < this.#from) this.#from = first;
    if (this.#until === null || last > this.#until) this.#until = last;
  }
}

const NO_MARGIN =
  'The batch has no margins: name a column "margin" when you create the reducer, or use the value "revenue".';

function sumsOf(money: ActivityPlan<unknown>["money"]): SumsPerCell {
  return money === "none" ? 0 : money === "amount" ? 1 : 2;
}
