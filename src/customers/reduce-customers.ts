import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { type CivilDay, LAST_CIVIL_DAY } from "../time/civil-day.ts";
import type { BatchId, TransactionBatch } from "../transactions/batch-source.ts";
import { type BatchSource, type FeedOptions, feedBatches } from "../transactions/feed-batches.ts";
import { BatchReader } from "../transactions/read-batch.ts";
import type { ResolvedColumns } from "../transactions/read-rows.ts";
import { ADD_OPTIONS, NO_LAST_DAY, refuseItself } from "../transactions/reducer-calls.ts";
import { emptyStream, StreamRecord } from "../transactions/stream-record.ts";
import type { AddOptions, CustomerReducer, CustomerReducerProgress } from "./customer-reducer.ts";
import type { CustomerSummaries } from "./customer-summaries.ts";
import { addLines } from "./reducer-add.ts";
import { type CellOptions, type CustomerCells, reducedCells } from "./reducer-cells.ts";
import { buyerIds, reducedColumns, type SummaryColumns } from "./reducer-columns.ts";
import { mergeStates } from "./reducer-merge.ts";
import type { ReducerSettings } from "./reducer-options.ts";
import { type CustomerReducerSnapshot, checkSameSettings, checkSnapshot } from "./reducer-snapshot.ts";
import { ReducerStates } from "./reducer-states.ts";
import { type ReducedCustomers, reducedSummaries } from "./reducer-summaries.ts";

/** Reads batches, adds them to the states of customers, and asks the states for results. */
export class StreamedCustomers<Row> implements CustomerReducer<Row> {
  readonly #settings: ReducerSettings;
  readonly #reader: BatchReader<Row>;
  readonly #stream: StreamRecord;
  readonly #states: ReducerStates;
  #until: CivilDay | null = null;
  #afterAsOf = 0;

  constructor(settings: ReducerSettings, columns: ResolvedColumns<Row>) {
    this.#settings = settings;
    this.#reader = new BatchReader(columns, settings);
    this.#stream = new StreamRecord(emptyStream(settings.returns, columns.margin === null ? null : true));
    this.#states = new ReducerStates(settings.count === "purchase-days");
  }

  get progress(): CustomerReducerProgress {
    const { batches, rows, returns, skipped } = this.#stream.counts;
    const customers = this.#reader.customerIds.length;
    return { batches, rows, customers, afterAsOf: this.#afterAsOf, returns, skipped };
  }

  add(batch: TransactionBatch<Row>, options: AddOptions = {}): void {
    checkNames("options", options, ADD_OPTIONS);
    const read = this.#stream.read(this.#reader, batch, options.id);
    const { days, amounts, margins } = read;
    const codes = read.numberCustomers();
    const asOf = this.#settings.asOf ?? LAST_CIVIL_DAY;
    const customers = this.#reader.customerIds.length;
    const added = addLines(this.#states, { codes, days, amounts, margins }, customers, asOf);
    this.#afterAsOf += added.late;
    this.#noteLastDay(added.last);
    this.#stream.note(read, options.id);
  }

  async addAll(
    batches: BatchSource<Row>,
    options: FeedOptions<CustomerReducerProgress> = {},
  ): Promise<CustomerReducerProgress> {
    await feedBatches(batches, options, this);
    return this.progress;
  }

  hasBatch(id: BatchId): boolean {
    return this.#stream.has(id);
  }

  merge(other: CustomerReducer<never> | CustomerReducerSnapshot): void {
    refuseItself((other as unknown) === this);
    const theirs = other instanceof StreamedCustomers ? other.snapshot() : other;
    checkSnapshot("merge", theirs);
    checkSameSettings(this.#settings, theirs.settings);
    this.#stream.checkMerge(theirs.stream);
    this.#take(theirs);
  }

  /** Takes what a checked snapshot holds. */
  #take({ stream, until, afterAsOf, customerIds, states }: CustomerReducerSnapshot): void {
    const codes = Int32Array.from(customerIds, (id) => this.#reader.codeOf(id));
    mergeStates(this.#states, states, codes, this.#reader.customerIds.length);
    this.#stream.merge(stream);
    this.#afterAsOf += afterAsOf;
    this.#noteLastDay(until);
  }

  finish(): CustomerSummaries {
    return reducedSummaries(this.#reduced());
  }

  columns(): SummaryColumns {
    return reducedColumns(this.#reduced());
  }

  customerIds(): readonly CustomerId[] {
    return buyerIds(this.#reduced());
  }

  cells(options: CellOptions = {}): CustomerCells {
    return reducedCells(this.#reduced(), options);
  }

  snapshot(): CustomerReducerSnapshot {
    const { customerIds } = this.#reader;
    return {
      kind: "customer-reducer",
      version: 1,
      settings: this.#settings,
      stream: this.#stream.contents,
      until: this.#until,
      afterAsOf: this.#afterAsOf,
      customerIds: [...customerIds],
      states: this.#states.contents(customerIds.length),
    };
  }

  #reduced(): ReducedCustomers {
    const asOf = this.#settings.asOf ?? this.#until;
    if (asOf === null) throw invalidOption("asOf", null, NO_LAST_DAY);
    const { customerIds } = this.#reader;
    const hasMargin = this.#stream.counts.margins === true;
    return { settings: this.#settings, asOf, customerIds, states: this.#states, hasMargin };
  }

  #noteLastDay(day: CivilDay | null): void {
    if (day !== null && (this.#until === null || day > this.#until)) this.#until = day;
  }
}
