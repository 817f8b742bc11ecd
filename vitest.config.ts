import { defineConfig } from "vitest/config";

/** Golden cases, every mode of the web edition, whole builds: minutes, not seconds. */
const SLOW = [
  "tests/pipeline/accessible/**/*.test.ts",
  "tests/pipeline/judges/verapdf.test.ts",
  "tests/pipeline/package/**/*.test.ts",
  "tests/pipeline/faults/**/*.test.ts",
  "tests/pipeline/paginate/default-page.test.ts",
  "tests/pipeline/paginate/hostile.test.ts",
  "tests/pipeline/paginate/media.test.ts",
  "tests/pipeline/paginate/part.test.ts",
  "tests/pipeline/paginate/repairs.test.ts",
  "tests/pipeline/paginate/standstill.test.ts",
  "tests/pipeline/press/hostile-pdfs.test.ts",
  "tests/pipeline/press/impose-command.test.ts",
  "tests/pipeline/press/impose-folding.test.ts",
  "tests/pipeline/press/proof-command.test.ts",
  "tests/pipeline/press/render-separations.test.ts",
  "tests/pipeline/pdf/amended.test.ts",
  "tests/pipeline/publish/active-content.test.ts",
  "tests/pipeline/publish/chapter.test.ts",
  "tests/pipeline/publish/check-many.test.ts",
  "tests/pipeline/publish/check-pdf.test.ts",
  "tests/pipeline/publish/colophon.test.ts",
  "tests/pipeline/publish/commands.test.ts",
  "tests/pipeline/publish/documents.test.ts",
  "tests/pipeline/publish/almanac.test.ts",
  "tests/pipeline/publish/grant.test.ts",
  "tests/pipeline/publish/edition-claims.test.ts",
  "tests/pipeline/publish/killed.test.ts",
  "tests/pipeline/publish/languages.test.ts",
  "tests/pipeline/publish/lacking-documents.test.ts",
  "tests/pipeline/publish/hostile-content.test.ts",
  "tests/pipeline/publish/metadata.test.ts",
  "tests/pipeline/publish/missing-glyph.test.ts",
  "tests/pipeline/publish/pdf-command.test.ts",
  "tests/pipeline/publish/pdf-fonts.test.ts",
  "tests/pipeline/publish/photograph.test.ts",
  "tests/pipeline/publish/picture-names.test.ts",
  "tests/pipeline/publish/press-edition.test.ts",
  "tests/pipeline/publish/same-bytes.test.ts",
  "tests/pipeline/publish/second-publisher.test.ts",
  "tests/pipeline/publish/source-positions.test.ts",
  "tests/pipeline/publish/wholeness.test.ts",
  "tests/pipeline/docs/make-a-block.test.ts",
  "tests/pipeline/themes/block-examples.test.ts",
  "tests/browser/browser/with-browser.test.ts",
  "tests/browser/judges/hostile-targets.test.ts",
  "tests/browser/judges/large-pages.test.ts",
  "tests/browser/judges/layout*.test.ts",
  "tests/browser/judges/leading-away.test.ts",
  "tests/browser/web-modes/**/*.test.ts",
];

/** They put a module in the place of another, which no other file may have loaded before. */
const MOCKING = ["tests/pipeline/publish/claims.test.ts"];

/**
 * unit: pure functions, no browser. pipeline: stages and commands, with a browser where a stage
 * needs one. browser: judges and editions in a real browser. slow and lighthouse: those that need
 * minutes, which CI runs and `npm test` leaves out; Lighthouse measures, so it runs with nothing beside it.
 * mocking: slow ones, each in modules of its own.
 * debian-chromium: the golden cases again in Debian's browser, since what a browser says of its pages
 * changes with its version; skipped where it is not installed.
 * independent: what was made, read by programs that are not ours. screen-reader: what was made, read
 * by a screen reader and as browsers give it to one.
 */
const projects = [
  { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 5_000 },
  { name: "pipeline", include: ["tests/pipeline/**/*.test.ts"], exclude: [...SLOW, ...MOCKING] },
  { name: "browser", include: ["tests/browser/**/*.test.ts"], exclude: SLOW },
  { name: "slow", include: SLOW },
  { name: "mocking", include: MOCKING, isolate: true },
  {
    name: "debian-chromium",
    include: ["tests/pipeline/accessible/golden.test.ts"],
    env: { PUPPETEER_EXECUTABLE_PATH: "/usr/bin/chromium" },
    isolate: true,
  },
  { name: "independent", include: ["tests/independent/**/*.test.ts"] },
  {
    name: "screen-reader",
    include: ["tests/screen-reader/**/*.test.ts"],
    // A reading, up to three times.
    testTimeout: 300_000,
  },
  { name: "lighthouse", include: ["tests/lighthouse/**/*.test.ts"] },
];

export default defineConfig({
  test: {
    // One more than there would be on two cores: those that drive a browser mostly wait for it.
    maxWorkers: 2,
    projects: projects.map((project) => ({
      extends: true,
      // Modules are loaded once a worker, not once a file: half of the time of unit tests was loading them.
      test: { testTimeout: 120_000, hookTimeout: 120_000, isolate: false, ...project },
    })),
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});
