import { defineConfig } from "vitest/config";

// A zone with half an hour, a negative offset and summer time: code that leans on the machine's zone fails here.
process.env["TZ"] ??= "America/St_Johns";

const fromRoot = (path: string): string => new URL(path, import.meta.url).pathname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^clientele$/, replacement: fromRoot("./src/index.ts") },
      { find: /^clientele\/([a-z-]+)$/, replacement: `${fromRoot("./src/")}$1/index.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    testTimeout: 20_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/**/index.ts"],
      reporter: ["text", "html"],
    },
  },
});
