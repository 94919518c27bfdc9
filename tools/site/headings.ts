import { Slugger } from "typedoc";
import { anchorOf } from "../../test/support/markdown.ts";
import type { MarkdownParser } from "./markdown-parser.ts";

/** Gives headings the anchors that they have on GitHub, so that a link to one works in both places. */
export class PageSlugger extends Slugger {
  readonly #taken = new Map<string, number>();
  readonly #anchors = new Set<string>();

  constructor() {
    super({ lowercase: true });
  }

  override slug(heading: string): string {
    const anchor = anchorOf(heading);
    const before = this.#taken.get(anchor) ?? 0;
    this.#taken.set(anchor, before + 1);
    const numbered = before === 0 ? anchor : `${anchor}-${before}`;
    this.#anchors.add(numbered);
    return numbered;
  }

  override hasAnchor(anchor: string): boolean {
    return this.#anchors.has(anchor);
  }

  override getSimilarAnchors(): string[] {
    return [...this.#anchors];
  }
}

/** Code within headings becomes text within `code`: typedoc leaves code out of anchors and of the list of contents. */
export function keepCodeOfHeadings(parser: MarkdownParser): void {
  parser.core.ruler.push("code-of-headings", ({ tokens, Token }) => {
    tokens.forEach((token, at) => {
      const { children } = tokens[at + 1] ?? {};
      if (token.type !== "heading_open" || !children) return;
      const kept = children.flatMap((child) => {
        if (child.type !== "code_inline") return [child];
        const text = new Token("text", "", 0);
        text.content = child.content;
        return [new Token("code_open", "code", 1), text, new Token("code_close", "code", -1)];
      });
      children.splice(0, children.length, ...kept);
    });
  });
}
