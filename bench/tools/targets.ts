import { short, table } from "./table.ts";

/** Something the library means to reach, and what it did. */
export interface Target {
  readonly what: string;
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
  readonly measured: number;
}

export function isReached({ least = -Infinity, most = Infinity, measured }: Target): boolean {
  return measured >= least && measured <= most;
}

/** The targets that were measured. */
export function targetsTable(all: readonly Target[]): string {
  const targets = all.filter(({ measured }) => !Number.isNaN(measured));
  return table(
    ["target", "wanted", "measured", "reached"],
    targets.map((target) => [
      target.what,
      `${target.least === undefined ? `≤ ${number(target.most)}` : `≥ ${number(target.least)}`}${target.unit}`,
      `${short(target.measured)}${target.unit}`,
      isReached(target) ? "yes" : "no",
    ]),
  );
}

function number(value: number | undefined): string {
  return (value ?? Number.NaN).toLocaleString("en-US");
}
