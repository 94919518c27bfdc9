import { cpus, loadavg, totalmem } from "node:os";

/** The facts of a machine on which times depend. */
export function machineFacts(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? "unknown processor";
  return [
    `- ${processors.length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    `- Node ${process.versions.node} (V8 ${process.versions.v8})`,
    `- ${new Date().toISOString().slice(0, 10)}; load average at the end ${loadavg()
      .map((load) => load.toFixed(1))
      .join(", ")}`,
  ].join("\n");
}
