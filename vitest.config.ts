import { defineConfig } from "vitest/config";

/** Every golden case through layout, print, tags and validator: minutes, not seconds. */
const GOLDEN = "tests/pipeline/accessible/**/*.test.ts";

/**
 * unit: pure functions, no browser. pipeline: stages and commands, with a browser where a stage
 * needs one. browser: judges and editions in a real browser. golden and lighthouse: the slow ones,
 * which CI runs and `npm test` leaves out; Lighthouse measures, so it runs with nothing beside it.
 */
const projects = [
  { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 5_000 },
  { name: "pipeline", include: ["tests/pipeline/**/*.test.ts"], exclude: [GOLDEN] },
  { name: "browser", include: ["tests/browser/**/*.test.ts"] },
  { name: "golden", include: [GOLDEN] },
  { name: "lighthouse", include: ["tests/lighthouse/**/*.test.ts"] },
];

export default defineConfig({
  test: {
    projects: projects.map((project) => ({
      extends: true,
      test: { testTimeout: 120_000, hookTimeout: 120_000, ...project },
    })),
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
