/** What the site uses of a token of markdown-it. */
export interface MarkdownToken {
  readonly type: string;
  readonly content: string;
  readonly children: MarkdownToken[] | null;
}

/** Writes one token of a list as HTML. */
export type TokenRenderer = (tokens: readonly MarkdownToken[], at: number, ...rest: unknown[]) => string;

interface CoreState {
  readonly tokens: readonly MarkdownToken[];
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => { content: string } & MarkdownToken;
}

/** What the site uses of markdown-it, the parser that typedoc hands out. */
export interface MarkdownParser {
  readonly core: { readonly ruler: { push(name: string, rule: (state: CoreState) => void): void } };
  readonly renderer: { readonly rules: Record<string, TokenRenderer | undefined> };
}
