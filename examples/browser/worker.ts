// Everything that takes time: reads files, runs the library, draws the pictures. Its only way out is a message to its page.
import { DataError } from "clientele";
import type { Analysis } from "./analysis/analyse.ts";
import { makeReport } from "./analysis/make-report.ts";
import { Failure, type FailureReason } from "./failure.ts";
import { giveUpConnections } from "./give-up-connections.ts";
import type { Answer, OrderSource, Request } from "./messages.ts";
import { drawPicture } from "./pictures/draw-picture.ts";
import { picturesOf } from "./pictures/pictures.ts";
import { decodeText } from "./reading/decode-text.ts";
import { inventedFile } from "./reading/invented-file.ts";
import { previewOrders } from "./reading/preview-orders.ts";
import { readOrders } from "./reading/read-orders.ts";

giveUpConnections();

/** What pictures are drawn from, once there is a report. */
let analysis: Analysis | null = null;

self.addEventListener("message", (event: MessageEvent<Request>) => {
  work(event.data).catch((error: unknown) => answer({ kind: "failure", reason: reasonOf(error) }));
});

async function work(request: Request): Promise<void> {
  if (request.kind === "pictures") {
    for (const [name, chart] of picturesOf(analysis, request.style)) {
      answer({ kind: "picture", picture: await drawPicture(name, chart, request.style) });
    }
    return;
  }
  const text = await textOf(request.source);
  if (request.kind === "preview") {
    answer({ kind: "preview", preview: previewOrders(text, request.delimiter) });
    return;
  }
  answer({ kind: "progress", step: "read", rows: 0 });
  const orders = readOrders(text, request.reading, (rows) =>
    answer({ kind: "progress", step: "read", rows }),
  );
  const made = makeReport(orders, (step) => answer({ kind: "progress", step, rows: orders.rows.length }));
  analysis = made.analysis;
  answer({ kind: "report", report: made.report });
}

function textOf(source: OrderSource): Promise<string> {
  return decodeText(source.kind === "file" ? source.file : inventedFile());
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof Failure) return error.reason;
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof DataError ? "refused" : "unexpected", message };
}

function answer(message: Answer): void {
  self.postMessage(message);
}
