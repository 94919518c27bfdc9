// The page: what the user does becomes a change of state, and every change of state is shown.
import type { Language } from "./language.ts";
import type { Answer, OrderSource, PictureStyle } from "./messages.ts";
import { elementOf } from "./page/element.ts";
import { OrderWorker } from "./page/order-worker.ts";
import { showPicture } from "./page/picture-frames.ts";
import { chosenDelimiter, chosenReading } from "./page/reading-form.ts";
import { showState } from "./page/show-state.ts";
import { beginning, NOTHING_DONE, type State } from "./page/state.ts";

const darkness = matchMedia("(prefers-color-scheme: dark)");
const worker = new OrderWorker(hear);
let state: State = beginning(navigator.language.startsWith("de") ? "de" : "en");
let wanted: PictureStyle | null = null;

function change(next: Partial<State>): void {
  const before = state;
  state = { ...before, ...next };
  showState(before, state);
}

function hear(answer: Answer): void {
  if (answer.kind === "preview") {
    change({ preview: answer.preview, reading: answer.preview.guess });
    if (document.activeElement?.id !== "choice-delimiter") focusOn("columns-heading");
  } else if (answer.kind === "progress") {
    change({ work: { step: answer.step, rows: answer.rows } });
  } else if (answer.kind === "report") {
    change({ ...NOTHING_DONE, outcome: "done", report: answer.report });
    focusOn("results-heading");
    askForPictures();
  } else if (answer.kind === "picture") {
    if (JSON.stringify(answer.picture.style) === JSON.stringify(wanted)) showPicture(answer.picture);
  } else if (state.report !== null) {
    // A picture has failed; the tables hold without it.
    change({ failure: answer.reason });
  } else {
    worker.stop();
    change({ ...NOTHING_DONE, failure: answer.reason });
  }
}

function take(source: OrderSource): void {
  change({ ...NOTHING_DONE, source, preview: null, reading: null });
  worker.begin({ kind: "preview", source, delimiter: null });
}

function run(): void {
  if (state.source === null) return;
  const reading = chosenReading();
  change({ ...NOTHING_DONE, reading, work: { step: "read", rows: 0 } });
  worker.begin({ kind: "run", source: state.source, reading });
  elementOf("cancel", HTMLButtonElement).focus();
}

function cancel(): void {
  worker.stop();
  change({ ...NOTHING_DONE, outcome: "cancelled" });
  elementOf("run", HTMLButtonElement).focus();
}

function askForPictures(): void {
  if (state.report === null) return;
  const room = Math.min(elementOf("report", HTMLElement).clientWidth, WIDEST_PICTURE);
  wanted = { language: state.language, theme: darkness.matches ? "dark" : "light", room };
  worker.ask({ kind: "pictures", style: wanted });
}

const WIDEST_PICTURE = 880;

function speak(language: Language): void {
  change({ language, reading: state.preview === null ? null : chosenReading() });
  askForPictures();
}

function focusOn(id: string): void {
  elementOf(id, HTMLElement).focus();
}

function listen(): void {
  const chooser = elementOf("file", HTMLInputElement);
  chooser.addEventListener("change", () => {
    const file = chooser.files?.item(0);
    if (file) take({ kind: "file", file });
    chooser.value = "";
  });
  elementOf("invent", HTMLButtonElement).addEventListener("click", () => take({ kind: "invented" }));
  elementOf("cancel", HTMLButtonElement).addEventListener("click", cancel);
  elementOf("reading", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  elementOf("marks", HTMLFieldSetElement).addEventListener("change", ({ target }) => {
    const isDelimiter = target instanceof HTMLSelectElement && target.name === "delimiter";
    if (!isDelimiter || state.source === null) return;
    change(NOTHING_DONE);
    worker.begin({ kind: "preview", source: state.source, delimiter: chosenDelimiter() });
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-language]")) {
    button.addEventListener("click", () => speak(button.dataset["language"] === "de" ? "de" : "en"));
  }
  darkness.addEventListener("change", askForPictures);
  listenForDrops();
}

/** Files may be dropped anywhere, so that a miss does not make the browser open the file instead of the page. */
function listenForDrops(): void {
  const zone = elementOf("orders", HTMLElement);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", () => zone.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const file = event.dataTransfer?.files.item(0);
    if (file) take({ kind: "file", file });
  });
}

showState(null, state);
listen();
