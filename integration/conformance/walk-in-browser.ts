import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { build } from "tsup";
import { servePage } from "../../examples/browser/serve-page.ts";
import { WALK } from "./run-walk.ts";

/** Scripts of the page's own server only: none in the document, none made from strings, nothing from elsewhere. */
const POLICY = "default-src 'none'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

const DOCUMENT = `<!doctype html>
<meta charset="utf-8" />
<title>clientele</title>
<link rel="icon" href="data:," />
<script type="module" src="page.js"></script>
`;

/** What the walk came to in a page, and what the browser complained about. */
export interface BrowserWalk {
  readonly result: unknown;
  readonly complaints: readonly string[];
}

/** Bundles the walk with the installed package and runs it in a page under a strict policy. */
export async function walkInBrowser(executablePath: string, project: string): Promise<BrowserWalk> {
  const folder = mkdtempSync(join(project, "walk-"));
  const { server, address } = await builtPage(folder);
  const browser = await chromium.launch({
    executablePath,
    args: ["--headless", "--no-sandbox", "--disable-gpu"],
  });
  try {
    const context = await browser.newContext({ locale: "tr-TR", timezoneId: "America/St_Johns" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(address);
    await page
      .locator("body[data-result]")
      .waitFor({ state: "attached", timeout: 60_000 })
      .catch(() => undefined);
    const text = await page.locator("body").getAttribute("data-result");
    return { result: text === null ? null : JSON.parse(text), complaints };
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

async function builtPage(folder: string): ReturnType<typeof servePage> {
  const show =
    "conformance().then((result) => { document.body.dataset.result = JSON.stringify(result); });\n";
  const site = join(folder, "site");
  mkdirSync(site);
  writeFileSync(join(folder, "page.mjs"), `${WALK}\n${show}`);
  writeFileSync(join(site, "index.html"), DOCUMENT);
  await build({
    config: false,
    silent: true,
    entry: { page: join(folder, "page.mjs") },
    outDir: site,
    format: "esm",
    platform: "browser",
    target: "es2022",
    noExternal: [/./],
    splitting: false,
    minify: true,
    clean: false,
    dts: false,
    outExtension: () => ({ js: ".js" }),
  });
  return servePage(site, 0, { "content-security-policy": POLICY });
}
