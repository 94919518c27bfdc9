import type { CustomerId } from "../rows/customer-id.ts";
import { IdIndex } from "../rows/id-index.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkOption } from "../rows/options.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { ClassificationOptions } from "./options.ts";
import { type InteractionColumns, readInteractions } from "./read-interactions.ts";
import { reportPerson } from "./report-person.ts";

/** Everybody who appears anywhere, by number: the customers of the log, then prospects, then whoever else interacted. */
export interface KnownPeople {
  readonly log: TransactionLog;
  readonly ids: readonly CustomerId[];
  /** 1 for those named as prospects: they are known whatever the day. */
  readonly listed: Uint8Array;
  readonly interactions: InteractionColumns;
}

/** Reads prospects and interactions, and throws all that is wrong with both at once. */
export function readKnownPeople(log: TransactionLog, options: ClassificationOptions): KnownPeople {
  const { prospects = [], interactions = [] } = options;
  checkList("prospects", prospects);
  checkList("interactions", interactions);
  if (prospects.length === 0 && interactions.length === 0) return customersAlone(log);
  const collector = new IssueCollector();
  const index = new IdIndex();
  for (const id of log.customerIds) index.codeOf(id);
  const codes = readProspects(prospects, index, collector);
  const columns = readInteractions(interactions, index, log.timeZone, collector);
  collector.throwIfAny();
  const listed = new Uint8Array(index.ids.length);
  for (const code of codes) listed[code] = 1;
  return { log, ids: index.ids, listed, interactions: columns };
}

function checkList(path: string, value: unknown): void {
  checkOption(path, value, Array.isArray(value) ? null : "This is no list: pass an array.");
}

function customersAlone(log: TransactionLog): KnownPeople {
  return {
    log,
    ids: log.customerIds,
    listed: new Uint8Array(log.customerIds.length),
    interactions: { people: new Int32Array(0), days: new Int32Array(0), kinds: [] },
  };
}

function readProspects(
  prospects: readonly CustomerId[],
  index: IdIndex,
  collector: IssueCollector,
): readonly number[] {
  const codes: number[] = [];
  for (let i = 0; i < prospects.length; i++) {
    const code = index.codeOf(prospects[i]);
    if (code >= 0) codes.push(code);
    else reportPerson(collector, code, i, "prospects", prospects[i]);
  }
  return codes;
}
