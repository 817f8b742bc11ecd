/**
 * Whatever a document's scripts do, there is a PDF with all of its words, or a plain refusal.
 */
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { makeJudgedPdf } from "../../../src/editions/make-judged-pdf.ts";
import { PublicationError } from "../../../src/errors.ts";
import { readPdfiumText } from "../../../src/pdf/read/pdfium-text.ts";
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

/** What does not stand yet. */
const notYet: ReadonlySet<string> = new Set([
  "the reader of the pages",
  "the reader of the source, by a setter",
  "everything of ours, by a proxy",
  "our functions, again and again",
  "the configuration of Paged.js",
  "Range.getClientRects",
  "Element.getBoundingClientRect",
  "String.trim",
  "CharacterData.data",
  "Array.filter and JSON.stringify",
  "everything an older library patches",
  "between proof and print, by an observer",
  "between proof and print, by an observer that restores",
  "before printing",
  "before printing, and restored after",
  "by a style sheet, before printing",
  "by a style of the pages alone",
  "by a style of the pages alone, without opacity",
  "by a media query",
  "by an engine's timer",
  "by an engine's timer, and restored again and again",
  "by an engine's timer, in the style sheets",
  "an element that drops its text when it is numbered",
  "a control named attributes",
  "a control named childNodes",
  "a control named classList",
  "a control named closest",
  "a control named dataset",
  "a control named firstChild",
  "a control named getAttribute",
  "a control named getBoundingClientRect",
  "a control named hasAttribute",
  "a control named matches",
  "a control named nextSibling",
  "a control named parentElement",
  "a control named parentNode",
  "a control named setAttribute",
  "a picture named body",
  "a picture named querySelectorAll",
  "a picture named createElement",
  "a picture named fonts",
  "an element with the id onPage",
  "endless work before printing",
  "endless work for a media query",
  "another page at load",
  "elements of its own that write their content",
  "elements of its own that add to their content",
  "a declared shadow tree",
  "a closed shadow tree",
  "a shadow tree that a script makes",
  "a closed shadow tree in another",
  "what a script wrote into controls",
]);

describe.concurrent.each([
  ["replaces", replacedFunctions],
  ["patches", patchedPrototypes],
  ["loses words after layout", lossesAfterLayout],
  ["changes what is read", changesWhileRead],
  ["hides properties by", clobberedNames],
  ["does not stay: it has", pagesThatDoNotStay],
  ["is built of", builtDocuments],
])("a document that %s", (_, documents) => {
  for (const [name, document] of Object.entries(documents)) {
    (notYet.has(name) ? it.fails : it)(name, async () => {
      await stands(document);
    });
  }
});
