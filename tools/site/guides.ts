import { join } from "node:path";
import {
  type Application,
  Converter,
  MinimalSourceFile,
  type NormalizedPath,
  normalizePath,
  type ProjectReflection,
} from "typedoc";
import { root } from "../../test/support/project.ts";
import { groupsOf, type SitePage } from "./pages.ts";

/** The group of the navigation in which the rooms stand. */
export const REFERENCE = "Reference";

/** What typedoc's converter does for `projectDocuments`, and calls private: there is no other way to add a page without front matter. */
interface DocumentReader {
  addDocument(project: ProjectReflection, file: MinimalSourceFile, title: string): void;
}

/**
 * Adds the pages as documents of the project. typedoc takes title and group of a page from front matter, which GitHub would
 * show as a table; here they come from the page's heading and from the index.
 */
export function addGuides(app: Application, pages: readonly SitePage[]): void {
  app.options.setValue("groupOrder", [
    ...groupsOf(pages),
    REFERENCE,
    ...["Functions", "Classes", "Variables", "Interfaces", "Type Aliases"],
  ]);
  const documents = app.converter as unknown as DocumentReader;
  app.converter.on(Converter.EVENT_BEGIN, (context) => {
    const { project } = context;
    for (const { path, title, group, markdown } of pages) {
      const file = normalizePath(join(root, path));
      documents.addDocument(project, new MinimalSourceFile(markdown, file), title);
      const guide = project.documents?.at(-1);
      if (guide === undefined) throw new Error(`${path} did not become a page`);
      guide.frontmatter["group"] = group;
      if (path.endsWith("/index.md")) {
        project.files.registerReflectionPath(file.replace(/\/index\.md$/, "") as NormalizedPath, guide);
      }
    }
  });
}
