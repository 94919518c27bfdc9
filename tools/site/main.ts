import { join } from "node:path";
import { root } from "../../test/support/project.ts";
import { buildSite } from "./build-site.ts";
import { checkSite } from "./check-site.ts";
import { sitePages } from "./pages.ts";
import { siteRooms } from "./rooms.ts";

const out = process.argv[2] ?? join(root, "site");
const clean = await buildSite(out, siteRooms(), sitePages());
const { pages, links, formulas, faults } = checkSite(out);
for (const fault of faults) console.error(fault);
console.log(`${pages} pages, ${links} links, ${formulas} formulas in ${out}`);
if (!clean || faults.length > 0) process.exitCode = 1;
