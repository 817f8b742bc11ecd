/**
 * Opens a print source in the browser, and stops its scripts once it stands: what they have built is
 * the source. Input: an empty page behind the gate; output: the page with its document, in print media and
 * in a window of the size of its pages (Media Queries 4, 4.1), with styles and fonts, which no script of
 * its own changes from here on.
 */
import type { CDPSession, Page } from "puppeteer";
import { gateOrigin } from "../browser/gate.ts";
import { openPaperWorld, type PaperWorld } from "./paper-world.ts";
import { giveDefaultPage } from "./default-page.ts";
import { scriptError, type ScriptError } from "./script-error.ts";
import { waitForContent, type WaitFor } from "./wait-for.ts";
import type { PrintSource } from "./paginated-document.ts";
import { openProofWorld, type ProofWorld } from "./proof-world.ts";

export interface SourcePage {
  readonly session: CDPSession;
  readonly frameId: string;
  /** Where the source is numbered and read. */
  readonly proof: ProofWorld;
  /** Where it is changed for paper. */
  readonly paper: PaperWorld;
}

/** A document's scripts may load what they build with: so long without a request is the end of it. */
const idleMs = 500;
const longestWaitMs = 5_000;
const frameIdleMs = 100;

export interface SourceOptions {
  /** What is waited for beside the network. */
  readonly waitFor?: WaitFor | undefined;
  /** Told of each error that a script of the document did not catch. */
  readonly onScriptError?: ((error: ScriptError) => void) | undefined;
}

/** @param session of the page; it stays open for as long as the page does. */
export async function openSource(
  page: Page,
  session: CDPSession,
  source: PrintSource,
  { waitFor, onScriptError }: SourceOptions = {},
): Promise<SourcePage> {
  page.on("pageerror", (error) => onScriptError?.(scriptError(error)));
  // A page with a second DevTools session forgets the media that it emulates when it goes to an
  // address, unless the last session says so too.
  await page.emulateMediaType("print");
  await session.send("Emulation.setEmulatedMedia", { media: "print" });
  if (source.genericFamilies !== undefined) {
    const { fontFamilies, forScripts } = source.genericFamilies;
    await session.send("Page.setFontFamilies", { fontFamilies, forScripts: [...forScripts] });
  }
  await page.goto(gateOrigin + source.urlPath, { timeout: 0 });
  const { frameTree } = await session.send("Page.getFrameTree");
  const frameId = frameTree.frame.id;
  const proof = await openProofWorld(session, frameId);
  await proof.evaluate(giveHead);
  for (const urlPath of source.styles ?? []) await page.addStyleTag({ url: gateOrigin + urlPath });
  if (source.asBrowser !== undefined) {
    await giveDefaultPage(proof, source.asBrowser.language);
    await proof.evaluate(endMotion);
  }
  const paper = await openPaperWorld(session, frameId);
  const { width, height } = await paper.sheet();
  await page.setViewport({ width: Math.round(width), height: Math.round(height) });
  // The pointer stands in the upper left corner, over whatever is there, and nothing points on paper.
  await page.mouse.move(-1, -1);
  await proof.evaluate(loadFrames);
  if (await proof.evaluate(hasScripts)) {
    // One that never rests is taken as it is.
    await page
      .waitForNetworkIdle({ idleTime: idleMs, timeout: longestWaitMs })
      .catch(() => undefined);
  }
  if (waitFor !== undefined) await waitForContent(proof, waitFor);
  await proof.evaluate(() => document.fonts.ready.then(() => undefined));
  await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  if (await proof.evaluate(hasFrames)) {
    // What a frame still asks for when it is taken away is never said to have ended.
    await page
      .waitForNetworkIdle({ idleTime: frameIdleMs, timeout: longestWaitMs })
      .catch(() => undefined);
  }
  return { session, frameId, proof, paper };
}

/** Runs in the page. An HTML parser makes a head, where styles are put; an XML parser does not. */
function giveHead(): void {
  const head = document.head as HTMLHeadElement | null;
  if (head === null) document.documentElement.prepend(document.createElement("head"));
}

/** Runs in the page. Frames that would load only when they are scrolled to are loaded now. */
async function loadFrames(): Promise<void> {
  const waiting = [...document.querySelectorAll<HTMLIFrameElement>('iframe[loading="lazy" i]')]
    .filter(({ contentDocument, src }) => contentDocument?.URL === "about:blank" && src !== "")
    .map(async (frame) => {
      const loaded = new Promise((resolve) => {
        frame.addEventListener("load", resolve, { once: true });
        frame.addEventListener("error", resolve, { once: true });
        // What is refused says nothing.
        setTimeout(resolve, 2_000);
      });
      frame.loading = "eager";
      await loaded;
    });
  await Promise.all(waiting);
}

/** Runs in the page. */
function hasFrames(): boolean {
  return document.querySelector("iframe, object") !== null;
}

/**
 * Runs in the page. What moves or fades in stands at its end: copies of elements would begin anew on the
 * pages, and be printed as they are at that moment.
 */
function endMotion(): void {
  const style = document.createElement("style");
  style.textContent = `*, ::before, ::after {
    animation-delay: 0s !important; animation-duration: 0s !important;
    animation-iteration-count: 1 !important; animation-play-state: running !important;
    transition-delay: 0s !important; transition-duration: 0s !important;
  }`;
  document.head.append(style);
}

/** Runs in the page. Data in a `script` element is no script. Frames may have scripts, too. */
function hasScripts(): boolean {
  const frames = [...document.querySelectorAll("iframe")];
  const documents = [document, ...frames.map(({ contentDocument }) => contentDocument)];
  return documents
    .flatMap((each) => [...(each?.scripts ?? [])])
    .some(({ type }) => type === "" || /javascript|ecmascript|module/i.test(type));
}
