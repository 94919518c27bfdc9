import { invalidOption } from "../rows/options.ts";

/** A retention rate after a change; refuses one that is no share, `path` naming the change. */
export function changedRetention(rate: number, change: number, path: string): number {
  const changed = rate + change;
  // 0.8 and 0.2 more are 1, not a hair above it.
  const nearest = Math.min(1, Math.max(0, changed));
  if (Math.abs(changed - nearest) < 1e-12) return nearest;
  const trouble = `Retention would be ${changed} after the change: it must stay from 0 to 1.`;
  throw invalidOption(path, change, trouble);
}
