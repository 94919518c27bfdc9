import type { Answer, Request } from "../messages.ts";

/** The worker that does what takes time. One at a time: a new one, or none, ends the work of the one before. */
export class OrderWorker {
  #worker: Worker | null = null;
  readonly #hear: (answer: Answer) => void;

  constructor(hear: (answer: Answer) => void) {
    this.#hear = hear;
  }

  /** Ends what is being done and begins anew. */
  begin(request: Request): void {
    this.stop();
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (worker === this.#worker) this.#hear(data);
    });
    worker.addEventListener("error", ({ message }) => {
      if (worker === this.#worker) this.#hear({ kind: "failure", reason: { code: "unexpected", message } });
    });
    this.#worker = worker;
    worker.postMessage(request);
  }

  /** Asks the worker that is there, which still knows what it has done. */
  ask(request: Request): void {
    this.#worker?.postMessage(request);
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
