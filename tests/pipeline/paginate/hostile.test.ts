/**
 * Whatever a document's scripts do, there is a PDF with all of its words, or a plain refusal.
 */
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { makeJudgedPdf } from "../../../src/editions/pdf/make-judged-pdf.ts";
import { PublicationError } from "../../../src/errors.ts";
import { readPdfiumText } from "../../../src/pdf/text/pdfium-text.ts";
import { builtDocuments } from "./hostile/built-documents.ts";
import { changesWhileRead } from "./hostile/changes-while-read.ts";
import { clobberedNames } from "./hostile/clobbered-names.ts";
import type { HostileDocument } from "./hostile/hostile-document.ts";
import { lossesAfterLayout } from "./hostile/losses-after-layout.ts";
import { pagesThatDoNotStay } from "./hostile/pages-that-do-not-stay.ts";
import { patchedPrototypes } from "./hostile/patched-prototypes.ts";
import { replacedFunctions } from "./hostile/replaced-functions.ts";

let launched: LaunchedBrowser;
beforeAll(async () => {
  const projectDir = join(import.meta.dirname, "../../..");
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
});
afterAll(() => launched.close());

interface Outcome {
  /** The code of a plain refusal; undefined where there is a PDF. */
  readonly refused: string | undefined;
  readonly text: string;
}

async function outcomeOf(html: string): Promise<Outcome> {
  const other = { body: "elsewhere", contentType: "text/html" };
  const source = {
    html,
    urlPath: "/trial.html",
    roots: [],
    documents: new Map([["/other.html", other]]),
  };
  const options = {
    browser: launched.browser,
    signal: AbortSignal.timeout(60_000),
    onPage: () => undefined,
    date: new Date("2026-01-31T12:00:00Z"),
    producer: "Imprimatur test",
    pageTimeoutMs: 5_000,
  };
  try {
    const { bytes } = await makeJudgedPdf(source, "trial.html", options);
    return { refused: undefined, text: (await readPdfiumText(bytes)).join("\n") };
  } catch (error) {
    if (error instanceof PublicationError) return { refused: error.code, text: "" };
    throw error;
  }
}

/** A page that does nothing for so long, with so short a limit, does not come to an end. */
async function hang(): Promise<never> {
  await setTimeout(45_000, undefined, { ref: false });
  throw new Error("it hangs");
}

async function stands({ html, words, forbidden = [], outcome }: HostileDocument): Promise<void> {
  const { refused, text } = await Promise.race([outcomeOf(html), hang()]);
  if (outcome === "refused") expect(refused, "it is refused").toBeDefined();
  if (outcome === "whole") expect(refused, "nothing is wrong with it").toBeUndefined();
  if (refused !== undefined) return;
  const present = new Set(text.split(/[^\p{L}\p{N}]+/u));
  expect(words.filter((word) => !present.has(word))).toEqual([]);
  expect(forbidden.filter((word) => present.has(word))).toEqual([]);
}

describe.concurrent.each([
  ["replaces", replacedFunctions],
  ["patches", patchedPrototypes],
  ["loses words after layout", lossesAfterLayout],
  ["changes what is read", changesWhileRead],
  ["hides properties by", clobberedNames],
  ["does not stay: it has", pagesThatDoNotStay],
  ["is built of", builtDocuments],
])("a document that %s", (_, documents) => {
  it.each(Object.entries(documents))("%s", async (_name, document) => {
    await stands(document);
  });
});
