import { SingleBar } from "cli-progress";
import type { Source } from "./source.ts";
import type { Speech } from "./speech.ts";

/** Shows how far the reading of a file has come. */
export interface Progress {
  tick(rows: number): void;
  done(rows: number): void;
}

const LONG_FILE = 1_000_000;
const PERCENT = 100;

/** A bar on standard error, for long input and only where a person watches. */
export function openProgress(source: Source, { texts, format }: Speech): Progress {
  const isLong = source.bytes === null || source.bytes > LONG_FILE;
  if (!process.stderr.isTTY || !isLong) return { tick: () => {}, done: () => {} };
  const start = performance.now();
  const words = (rows: number): { rows: string; rate: string } => {
    const seconds = Math.max((performance.now() - start) / 1000, 0.001);
    return { rows: format.number(rows, 0), rate: format.number(rows / seconds, 0) };
  };
  const figures = texts.progress("{rows}", "{rate}");
  const bar = new SingleBar({
    format: source.bytes === null ? figures : `{bar} {percentage} % | ${figures}`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    hideCursor: true,
    stream: process.stderr,
  });
  const share = (): number => (source.bytes === null ? 0 : (source.bytesRead() / source.bytes) * PERCENT);
  bar.start(PERCENT, 0, words(0));
  return {
    tick: (rows) => bar.update(Math.floor(share()), words(rows)),
    done: (rows) => {
      bar.update(Math.floor(share()), words(rows));
      bar.stop();
    },
  };
}
