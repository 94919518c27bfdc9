// A worker of Node 20 reads no TypeScript by itself. With compiled code `new Worker(new URL("./worker.js", import.meta.url))` does.
import { tsImport } from "tsx/esm/api";

const tsconfig = new URL("../../tsconfig.tools.json", import.meta.url).pathname;
await tsImport("./worker.ts", { parentURL: import.meta.url, tsconfig });
