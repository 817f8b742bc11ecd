/**
 * The browser that a test file runs in: the shipped one, or the one that its vitest project names in
 * PUPPETEER_EXECUTABLE_PATH. Where a named one is missing, every test of the file is skipped with
 * the reason; in CI it fails.
 */
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../src/browser/launch-browser.ts";
import { PublicationError } from "../../src/errors.ts";

const projectDir = join(import.meta.dirname, "../..");

/** Call it at the top of a test file; what it gives back gives the browser while a test runs. */
export function testBrowser(): () => Browser {
  let launched: LaunchedBrowser | undefined;
  let missing: string | undefined;
  beforeAll(async () => {
    try {
      launched = await launchBrowser({ projectDir, onNotice: () => undefined });
    } catch (error) {
      const isNamed = process.env.PUPPETEER_EXECUTABLE_PATH !== undefined;
      const isMissing = error instanceof PublicationError && error.code === "browser-not-found";
      if (process.env.CI || !isNamed || !isMissing) throw error;
      missing = error.message;
    }
  });
  beforeEach(({ skip }) => {
    skip(missing !== undefined, missing);
  });
  afterAll(() => launched?.close());
  return () => {
    if (launched === undefined) throw new Error("the browser is started before the first test");
    return launched.browser;
  };
}
