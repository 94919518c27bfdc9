import type { FixedText } from "../texts/texts.ts";
import type { Speech } from "./speech.ts";

/** Puts the texts of a language into the elements that ask for them. */
export function showFixedTexts({ language, texts }: Speech): void {
  document.documentElement.lang = language;
  document.title = texts.fixed.title;
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    element.textContent = texts.fixed[element.dataset["text"] as FixedText] ?? "";
  }
  for (const button of document.querySelectorAll<HTMLElement>("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset["language"] === language));
  }
}
