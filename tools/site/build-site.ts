import { join } from "node:path";
import { Application, PageEvent, TSConfigReader, TypeDocReader } from "typedoc";
import { root } from "../../test/support/project.ts";
import { CodeLinks } from "./code-links.ts";
import { readFormulas } from "./formulas.ts";
import { addGuides } from "./guides.ts";
import { keepCodeOfHeadings } from "./headings.ts";
import type { MarkdownParser } from "./markdown-parser.ts";
import type { SitePage } from "./pages.ts";
import { describeRooms } from "./reference.ts";
import type { Room } from "./rooms.ts";
import { SiteRouter } from "./site-router.ts";

/** Builds the pages of these rooms and guides into a folder, and says whether typedoc had nothing to warn of. */
export async function buildSite(
  out: string,
  rooms: readonly Room[],
  pages: readonly SitePage[],
): Promise<boolean> {
  const loaders: ((parser: MarkdownParser) => void)[] = [readFormulas, keepCodeOfHeadings];
  const app = await Application.bootstrap(
    {
      options: join(root, "typedoc.json"),
      entryPoints: rooms.map(({ entry }) => join(root, entry)),
      router: "site",
      markdownItLoader: (parser: MarkdownParser) => {
        for (const load of loaders) load(parser);
      },
    },
    [new TypeDocReader(), new TSConfigReader()],
  );
  app.renderer.defineRouter("site", SiteRouter);
  loaders.push(new CodeLinks(app).write);
  addGuides(app, pages);
  describeRooms(app, rooms);
  app.renderer.on(PageEvent.END, (page) => {
    if (page.url === "guides/erste-schritte.html" && page.contents !== undefined)
      page.contents = page.contents.replace('lang="en"', 'lang="de"');
  });
  const project = await app.convert();
  if (project === undefined) throw new Error("typedoc could not read the sources");
  app.validate(project);
  await app.generateDocs(project, out);
  return !app.logger.hasErrors() && !app.logger.hasWarnings();
}
