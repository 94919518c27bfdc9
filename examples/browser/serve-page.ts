import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  "index.html": "text/html; charset=utf-8",
  "style.css": "text/css; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
  "worker.js": "text/javascript; charset=utf-8",
};

/** A server of the page's four files, on this machine only. */
export interface PageServer {
  readonly address: string;
  readonly server: Server;
}

/** Serves a built page; port 0 takes any that is free. */
export async function servePage(
  folder: string,
  port: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<PageServer> {
  const server = createServer(async (request, response) => {
    const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
    const type = TYPES[name];
    if (type === undefined) {
      response.writeHead(404, headers).end();
      return;
    }
    const content = await readFile(join(folder, name));
    response.writeHead(200, { ...headers, "content-type": type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${taken}/`, server };
}
