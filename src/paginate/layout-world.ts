/**
 * The world of a page in which Paged.js lays it out, with our handlers and repairs. The document's own
 * scripts reach nothing of it, and its names hide nothing of the document and the window. What is
 * noted here is not believed by the proof. Input: a page whose source was numbered and read; output: its
 * pages, in the page.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { CDPSession } from "puppeteer";
import { enterWorld, type IsolatedWorld } from "../browser/isolated-world.ts";
import { installStyleRules } from "./in-page/install-style-rules.ts";
import { installPageSizes } from "./in-page/install-page-sizes.ts";
import { installScriptingAnswers } from "./in-page/install-scripting-answers.ts";
import { installBodyBox } from "./in-page/layout/install-body-box.ts";
import { installCounters } from "./in-page/layout/install-counters.ts";
import { installHyphenPrinter } from "./in-page/layout/install-hyphen-printer.ts";
import { installSelectors } from "./in-page/layout/install-selectors.ts";
import { installInlineBreaks } from "./in-page/layout/install-inline-breaks.ts";
import { installLayoutRepair } from "./in-page/layout/install-layout-repair.ts";
import { installLostStyles } from "./in-page/layout/install-lost-styles.ts";
import { installMedia } from "./in-page/layout/install-media.ts";
import { installListNumbers } from "./in-page/layout/install-list-numbers.ts";
import { installNotes } from "./in-page/layout/install-notes.ts";
import { installPageRules } from "./in-page/layout/install-page-rules.ts";
import { installPlaceFinder } from "./in-page/layout/install-place-finder.ts";
import { installPreparation } from "./in-page/layout/install-preparation.ts";
import { installShadowTrees } from "./in-page/layout/install-shadow-trees.ts";
import { installXmlDocument } from "./in-page/layout/install-xml-document.ts";
import type { LayoutOptions, Standstill } from "./in-page/layout/layout-globals.ts";

/** In this order: each uses what those before it have put there. */
const installers = [
  installNotes,
  installStyleRules,
  installScriptingAnswers,
  installPageSizes,
  installXmlDocument,
  installPlaceFinder,
  installHyphenPrinter,
  installLayoutRepair,
  installPageRules,
  installCounters,
  installListNumbers,
  installShadowTrees,
  installLostStyles,
  installMedia,
  installSelectors,
  installBodyBox,
  installInlineBreaks,
  installPreparation,
];

const worldName = "imprimatur layout";
const pageBinding = "imprimaturPage";

export interface LayoutWorld {
  /** Ends with the last page. */
  readonly layOut: (options: LayoutOptions) => Promise<void>;
  /** Where layout came to a standstill, if it has noticed it. */
  readonly standstill: () => Promise<Standstill | undefined>;
}

/** @param onPage called for each page as it comes. */
export async function openLayoutWorld(
  session: CDPSession,
  frameId: string,
  onPage: () => void,
): Promise<LayoutWorld> {
  // How long all pages may take together nobody knows; each is watched for itself.
  const world = await enterWorld(session, frameId, { name: worldName, timeoutMs: 0 });
  await session.send("Runtime.addBinding", {
    name: pageBinding,
    executionContextName: worldName,
  });
  session.on("Runtime.bindingCalled", ({ name }) => {
    if (name === pageBinding) onPage();
  });
  for (const install of installers) await world.evaluate(install);
  await world.runScript(await pagedScript());
  return {
    layOut: (options) => layOut(world, options),
    standstill: () => world.evaluate(() => window.imprimatur.standstill),
  };
}

function layOut(world: IsolatedWorld, options: LayoutOptions): Promise<void> {
  return world.evaluate(async (chosen) => {
    window.imprimatur.prepareLayout(chosen);
    window.PagedPolyfill.on("page", () => {
      window.imprimaturPage("");
    });
    await window.PagedPolyfill.preview();
  }, options);
}

let script: Promise<string> | undefined;

/** Paged.js as pagedjs-cli ships it; read once. */
function pagedScript(): Promise<string> {
  const cli = createRequire(import.meta.url).resolve("pagedjs-cli");
  return (script ??= readFile(join(cli, "../../dist/browser.js"), "utf8"));
}
