import { defineConfig } from "vitest/config";
import main from "../vitest.config.ts";

// The same rules as for the other tests; these need engines and runtimes that would make the main installation slow.
export default defineConfig({
  ...main,
  root: new URL("..", import.meta.url).pathname,
  test: {
    ...main.test,
    include: ["integration/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
