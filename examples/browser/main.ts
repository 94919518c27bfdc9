// Builds the page into dist/ beside this file and serves it: npx tsx --tsconfig tsconfig.tools.json examples/browser/main.ts [port]
import { fileURLToPath } from "node:url";
import { buildPage } from "./build-page.ts";
import { servePage } from "./serve-page.ts";

const folder = fileURLToPath(new URL("dist", import.meta.url));
await buildPage(folder);
const { address } = await servePage(folder, Number(process.argv[2] ?? 4180));
console.log(`${folder}\n${address}`);
