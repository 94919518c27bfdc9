import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SimulatedTransaction } from "clientele";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { buildPage } from "../../examples/browser/build-page.ts";
import { type PageServer, servePage } from "../../examples/browser/serve-page.ts";

const PLACES = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Where a browser stands that the page can be tried in; `null` if there is none. */
export const browserPath: string | null =
  PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** A page of the browser, and all that it asked for and complained about. */
export interface OpenPage {
  readonly page: Page;
  /** Addresses in the order of the requests, from workers too. */
  readonly requests: readonly string[];
  /** Errors and warnings of the console, among them violations of the security policy, and errors that nobody caught. */
  readonly complaints: readonly string[];
}

/** A table of the page as texts, heading included. */
export type PageTable = readonly (readonly string[])[];

/** The built page on a server of this machine, and a browser to look at it. */
export class BrowserDriver {
  readonly #folder: string;
  readonly #browser: Browser;
  readonly #servers: PageServer[] = [];

  private constructor(folder: string, browser: Browser) {
    this.#folder = folder;
    this.#browser = browser;
  }

  static async start(executablePath: string): Promise<BrowserDriver> {
    const folder = mkdtempSync(join(tmpdir(), "clientele-page-"));
    await buildPage(folder);
    return new BrowserDriver(folder, await chromium.launch({ executablePath, args: FLAGS }));
  }

  /** Opens the page in a context of its own, from a server that sends these headers. */
  async open(
    options: BrowserContextOptions = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<OpenPage> {
    const server = await servePage(this.#folder, 0, headers);
    this.#servers.push(server);
    const context = await this.#browser.newContext({ locale: "en-GB", ...options });
    const requests: string[] = [];
    const complaints: string[] = [];
    context.on("request", (request) => requests.push(request.url().replace(server.address, "/")));
    const page = await context.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(server.address);
    return { page, requests, complaints };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    for (const { server } of this.#servers) server.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** All tables that the page holds, by their captions. */
export async function tablesOf(page: Page): Promise<ReadonlyMap<string, PageTable>> {
  const cells = "[...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))";
  const tables = `[...document.querySelectorAll("table")].map((table) => [table.caption.textContent, ${cells}])`;
  return new Map(await page.evaluate<(readonly [string, PageTable])[]>(tables));
}

/** The id of what has the keyboard's focus. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate<string>("document.activeElement.id || document.activeElement.textContent");
}

/** Gives the page a file, as a user's choice in the dialogue would. */
export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = typeof content === "string" ? Buffer.from(content) : content;
  await page.locator("#file").setInputFiles({ name, mimeType: "text/csv", buffer });
}

/** Orders as plain CSV. */
export function plainFile(rows: readonly SimulatedTransaction[]): string {
  const lines = rows.map(({ customerId, date, amount }) => `${customerId},${date},${amount}`);
  return `${["customer,date,amount", ...lines].join("\n")}\n`;
}

/** Works out what a file holds, and waits for the results. */
export async function workOut(page: Page): Promise<void> {
  await page.locator("#run").click();
  await page.locator("#results").waitFor();
}

/** Waits until all pictures are drawn in the language and theme that are chosen. */
export async function pictures(page: Page): Promise<void> {
  await page.locator("#picture-bridge svg").waitFor();
}

/** The page asked for nothing but its own files, and nothing was complained about. */
export function expectQuiet({ requests, complaints }: OpenPage): void {
  expect(complaints).toEqual([]);
  expect(requests.filter((path) => !PAGE_FILES.includes(path))).toEqual([]);
}

const PAGE_FILES = ["/", "/style.css", "/page.js", "/worker.js"];

/** Added to the name of tests that cannot run here. */
export const unlessSkipped: string =
  browserPath === null ? " (skipped: no Chromium was found; CHROMIUM may name one)" : "";
