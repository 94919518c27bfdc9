import { defineConfig } from "tsup";
import pkg from "./package.json" with { type: "json" };

const rooms = Object.keys(pkg.exports)
  .filter((path) => path !== "." && path !== "./package.json")
  .map((path) => path.slice(2));

// One entry per public subpath: the root stays a pure barrel, and a room can be loaded alone.
export default defineConfig({
  entry: {
    index: "src/index.ts",
    ...Object.fromEntries(rooms.map((room) => [room, `src/${room}/index.ts`])),
  },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  splitting: true,
  // No module does anything on import, so one that is not used need not be loaded.
  treeshake: { moduleSideEffects: false },
  clean: true,
  // The output is not minified, so it reads and debugs as it is; maps would double the package.
  sourcemap: false,
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
