import type { Report } from "./analysis/report.ts";
import type { Step } from "./analysis/steps.ts";
import type { FailureReason } from "./failure.ts";
import type { Language } from "./language.ts";
import type { PictureName } from "./pictures/picture-names.ts";
import type { Delimiter, Preview, Reading } from "./reading/reading.ts";

/** Where orders come from: a file of the user, or the page's own invention. */
export type OrderSource = { readonly kind: "file"; readonly file: File } | { readonly kind: "invented" };

/** How pictures are to look. */
export interface PictureStyle {
  readonly language: Language;
  readonly theme: "light" | "dark";
  /** Pixels from side to side. */
  readonly room: number;
}

/** What the page asks of the worker. */
export type Request =
  | { readonly kind: "preview"; readonly source: OrderSource; readonly delimiter: Delimiter | null }
  | { readonly kind: "run"; readonly source: OrderSource; readonly reading: Reading }
  /** Of the last report. */
  | { readonly kind: "pictures"; readonly style: PictureStyle };

/** A drawn picture with its words. */
export interface Picture {
  readonly name: PictureName;
  readonly style: PictureStyle;
  readonly svg: string;
  readonly title: string;
  readonly subtitle: string;
  /** What it shows, for those who cannot see it. */
  readonly description: string;
}

/** What the worker answers. */
export type Answer =
  | { readonly kind: "preview"; readonly preview: Preview }
  /** A step begins; `rows` are those read so far. */
  | { readonly kind: "progress"; readonly step: Step; readonly rows: number }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "picture"; readonly picture: Picture }
  | { readonly kind: "failure"; readonly reason: FailureReason };
