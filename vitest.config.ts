import { defineConfig } from "vitest/config";

/**
 * unit: pure functions, no browser. pipeline: stages and commands, with a browser where a stage
 * needs one. browser: judges and editions in a real browser.
 */
export default defineConfig({
  test: {
    projects: ["unit", "pipeline", "browser"].map((name) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        testTimeout: name === "unit" ? 5_000 : 120_000,
        hookTimeout: 120_000,
      },
    })),
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
