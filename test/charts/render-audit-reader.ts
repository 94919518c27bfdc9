/** An element of a report, as far as the tests ask for it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const VOID = new Set(["meta"]);
const RAW = new Set(["style"]);
const TOKEN =
  /<!DOCTYPE html>|<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/g;
const ENTITY = /&(?!(?:amp|lt|gt|quot|#\d+|#x[0-9A-Fa-f]+);)/;

/** Reads a page and refuses whatever a strict parser would stumble over: tags that do not match, loose `<` and `&`, attributes twice. */
export function readHtml(html: string): Element {
  const root: Element = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  let end = 0;
  for (const token of html.matchAll(TOKEN)) {
    const [all, closing, name, attributes = "", selfClosing] = token;
    const innermost = open.at(-1) ?? root;
    if (token.index !== end) throw new Error(`no tag at: ${html.slice(end, end + 60)}`);
    end = token.index + all.length;
    if (name === undefined) {
      if (all.startsWith("<!")) continue;
      if (!RAW.has(innermost.name) && ENTITY.test(all)) throw new Error(`loose & in: ${all}`);
      for (const element of open) element.text += decoded(all);
    } else if (closing === "/") {
      if (innermost.name !== name) throw new Error(`</${name}> closes <${innermost.name}>`);
      open.pop();
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [], text: "" };
      innermost.children.push(element);
      if (selfClosing !== "/" && !VOID.has(name)) open.push(element);
    }
  }
  if (end !== html.length) throw new Error(`no tag at: ${html.slice(end, end + 60)}`);
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is never closed`);
  return root;
}

/** All elements of a name, in the order of the page; all elements without one. */
export function allOf(root: Element, name?: string): Element[] {
  return root.children.flatMap((child) => [
    ...(name === undefined || child.name === name ? [child] : []),
    ...allOf(child, name),
  ]);
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (attributes.has(name)) throw new Error(`${name} stands twice in: ${text}`);
    if (ENTITY.test(value)) throw new Error(`loose & in: ${value}`);
    attributes.set(name, decoded(value.slice(1, -1)));
  }
  return attributes;
}

function decoded(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&amp;", "&");
}
