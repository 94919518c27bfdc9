import * as vega from "vega";

/** A text mark of Vega, as far as its width depends on it. */
interface TextMark {
  readonly font?: string;
  readonly fontSize?: number;
  readonly fontStyle?: string;
  readonly fontWeight?: string | number;
}

/** Vega measures texts on a canvas of the document and guesses where there is none; a worker has one of its own. */
export function measureTexts(): void {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  // Vega exports it for this purpose, but its types do not say so.
  const { textMetrics } = vega as unknown as {
    textMetrics: { width(mark: TextMark, text: unknown): number };
  };
  if (context === null) return;
  textMetrics.width = ({ font, fontSize, fontStyle, fontWeight }, text) => {
    context.font = `${fontStyle ?? ""} ${fontWeight ?? ""} ${fontSize ?? 11}px ${font ?? "sans-serif"}`;
    return context.measureText(String(text ?? "")).width;
  };
}
