import { type Reflection, ReflectionKind, type RouterTarget, StructureRouter } from "typedoc";
import { PageSlugger } from "./headings.ts";

/** Where pages lie: `guides/which-model.html`, `reference/models.html`, `reference/models/fitBgNbd.html`. */
export class SiteRouter extends StructureRouter {
  protected override getIdealBaseName(reflection: Reflection): string {
    if (reflection.isDocument())
      return guideFile(reflection.project.files.getReflectionPath(reflection) ?? "");
    const place = super.getIdealBaseName(reflection).replace(/^clientele\//, "reference/");
    return reflection.kindOf(ReflectionKind.SomeType) ? placeOfType(reflection, place) : place;
  }

  override buildPages(
    ...args: Parameters<StructureRouter["buildPages"]>
  ): ReturnType<StructureRouter["buildPages"]> {
    const pages = super.buildPages(...args);
    for (const { model } of pages) if (hasHeadings(model)) this.sluggers.set(model, new PageSlugger());
    return pages;
  }
}

/** `TransactionLog` beside `transactionLog`: there are file systems on which both are one name. */
function placeOfType({ name, parent }: Reflection, place: string): string {
  const siblings = parent?.isDeclaration() ? (parent.children ?? []) : [];
  const twin = siblings.some(
    (other) => other.name !== name && other.name.toLowerCase() === name.toLowerCase(),
  );
  return twin ? `${place}.type` : place;
}

function hasHeadings(target: RouterTarget): boolean {
  return "isDocument" in target && (target.isDocument() || target.isProject());
}

/** `…/docs/rfm.md` becomes `guides/rfm`, and its index `guides/index`. */
function guideFile(path: string): string {
  const name = path.replace(/\.[a-z]+$/, "").replace(/^.*\/docs\/README$/, "index");
  return `guides/${name.slice(name.lastIndexOf("/") + 1)}`;
}
