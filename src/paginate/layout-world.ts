/**
 * The world of a page in which Paged.js lays it out, with our handlers and repairs. The document's own
 * scripts reach nothing of it, and its names hide nothing of the document and the window. What is
 * noted here is not believed by the proof. Input: a page whose source was numbered and read; output: its
 * pages, in the page.
 */
import { readFile } from "node:fs/promises";
import type { CDPSession } from "puppeteer";
import { inPageModule } from "../browser/in-page-module.ts";
import { enterWorld } from "../browser/isolated-world.ts";
import type * as exported from "./in-page/layout/index.ts";
import type { LayoutOptions, Standstill } from "./in-page/layout/paged.ts";
import type { LayoutRecord } from "./in-page/layout/parts/layout-part.ts";
import { pagedFile } from "./paged-file.ts";

const inPage = inPageModule<typeof exported>(new URL("./in-page/layout/index.ts", import.meta.url));

const worldName = "imprimatur layout";
const pageBinding = "imprimaturPage";

export interface LayoutWorld {
  /** Ends with the last page. */
  readonly layOut: (options: LayoutOptions) => Promise<LayoutRecord>;
  /** Has no page in the document, and lets go what stood on those before one of several batches. */
  readonly clearBefore: (index: number) => Promise<void>;
  /** Has one of several batches of pages in the document, and no others. */
  readonly showBatch: (index: number) => Promise<void>;
  /** Where layout came to a standstill, if it has noticed it. */
  readonly standstill: () => Promise<Standstill | undefined>;
}

/**
 * @param onPage called for each page as it is begun, with its number and the share of what stands before it,
 * both untrusted.
 */
export async function openLayoutWorld(
  session: CDPSession,
  frameId: string,
  onPage: (pageNumber: number, share: number) => void,
): Promise<LayoutWorld> {
  // How long all pages may take together nobody knows; each is watched for itself.
  const world = await enterWorld(session, frameId, { name: worldName, timeoutMs: 0 });
  await session.send("Runtime.addBinding", {
    name: pageBinding,
    executionContextName: worldName,
  });
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name !== pageBinding) return;
    const [pageNumber = NaN, share = NaN] = payload.split(" ").map(Number);
    onPage(pageNumber, share);
  });
  const module = await world.load(inPage);
  await world.runScript(await pagedScript());
  return {
    layOut: (options) => module.call("layOut", options),
    clearBefore: (index) => module.call("clearBefore", index),
    showBatch: (index) => module.call("showBatch", index),
    standstill: () => module.call("standstill"),
  };
}

let script: Promise<string> | undefined;

/** Paged.js as pagedjs-cli ships it; read once. */
function pagedScript(): Promise<string> {
  return (script ??= readFile(pagedFile(), "utf8"));
}
