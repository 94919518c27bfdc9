/** Zones of the machine under which results must not change: far west, half hours, summer time, far east, a day that was skipped. */
export const MACHINE_ZONES = [
  "UTC",
  "America/St_Johns",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Pacific/Apia",
] as const;

/** Runs a function with the machine's zone set, and makes sure that it was. */
export function inMachineZone<T>(zone: string, run: () => T): T {
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  try {
    const seen = new Intl.DateTimeFormat("en-US", { timeZone: zone, hour: "numeric", hourCycle: "h23" });
    const noon = new Date(Date.UTC(2025, 6, 1, 12));
    if (Number(seen.format(noon)) !== noon.getHours())
      throw new Error(`The machine did not take the zone ${zone}.`);
    return run();
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
}
