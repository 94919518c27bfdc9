import type { RocArea } from "../statistics/roc-area.ts";

/** How well a signal ranks those who left before those who stayed. */
export type SignalRanking = RocArea;
