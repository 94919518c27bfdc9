import { type Application, PageEvent } from "typedoc";
import type { MarkdownParser } from "./markdown-parser.ts";
import { publicNames } from "./reference.ts";

/** Lets a public name that a guide mentions, `fitBgNbd` or `rfm(log)`, lead to its page in the reference. */
export class CodeLinks {
  #hrefOf: (name: string) => string | null = () => null;

  constructor(app: Application) {
    app.renderer.on(PageEvent.BEGIN, ({ model, project }) => {
      const { router } = app.renderer;
      const isGuide = "isDocument" in model && (model.isDocument() || model.isProject());
      this.#hrefOf = (name) => {
        const target = isGuide ? publicNames(project).get(name) : undefined;
        return target && router ? router.baseRelativeUrl(model, router.getFullUrl(target)) : null;
      };
    });
  }

  /** Puts the links into what the parser writes. */
  readonly write = (parser: MarkdownParser): void => {
    const { rules } = parser.renderer;
    const plain = rules["code_inline"];
    if (plain === undefined) throw new Error("markdown-it has no rule for code");
    rules["code_inline"] = (tokens, at, ...rest) => {
      const code = plain(tokens, at, ...rest);
      const name = /^(\w+)(\(.*\))?$/.exec(tokens[at]?.content ?? "")?.[1];
      const href = name === undefined || withinLink(tokens, at) ? null : this.#hrefOf(name);
      return href === null ? code : `<a class="code-link" href="${href}">${code}</a>`;
    };
  };
}

function withinLink(tokens: readonly { readonly type: string }[], at: number): boolean {
  const types = tokens.slice(0, at).map(({ type }) => type);
  return types.lastIndexOf("link_open") > types.lastIndexOf("link_close");
}
