/** A page that leads to a picture: what it tells its readers to write, and what they find at the end. */
export interface PageWalk {
  readonly page: string;
  /** The file into which readers put the page's code. */
  readonly file: string;
  /** The picture that this file draws. */
  readonly picture: string;
  /** Where the page shows the same picture. */
  readonly image: string;
}

export const PAGE_WALKS: readonly PageWalk[] = [
  {
    page: "docs/first-steps.md",
    file: "first-steps.mts",
    picture: "classes.svg",
    image: "docs/images/first-steps.svg",
  },
  {
    page: "docs/erste-schritte.md",
    file: "kunden.mts",
    picture: "kundenklassen.svg",
    image: "docs/images/erste-schritte.svg",
  },
];

/** The code of a page as its readers put it into one file, without the blocks that are there to fail. */
export function codeOf(markdown: string): string {
  const blocks = [...markdown.matchAll(/^```ts[^\n]*\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  return blocks.filter((code) => !code.includes("// throws ")).join("\n");
}
