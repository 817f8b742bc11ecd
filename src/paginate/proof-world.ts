/**
 * The world of a page in which its source is numbered and read, and its pages are read and proved.
 * Nothing in it comes from the document, and nothing of Paged.js, whose work is proved here. Input: a
 * page's session; output: the world, with our functions on `window.proof`.
 */
import type { CDPSession } from "puppeteer";
import { enterWorld, type IsolatedWorld } from "../browser/isolated-world.ts";
import { compareWords, type WordDifference } from "./compare-words.ts";
import { installStyleRules } from "./in-page/install-style-rules.ts";
import { installScriptingAnswers } from "./in-page/install-scripting-answers.ts";
import type {
  PagesSnapshot,
  ShownText,
  SourceChanges,
  SourceSnapshot,
} from "./in-page/page-globals.ts";
import { installChangeWatch } from "./in-page/proof/install-change-watch.ts";
import { installClipReader } from "./in-page/proof/install-clip-reader.ts";
import { installDisplayed } from "./in-page/proof/install-displayed.ts";
import { installFrameNames } from "./in-page/proof/frames/install-frame-names.ts";
import { installFrameStyles } from "./in-page/proof/frames/install-frame-styles.ts";
import { installFrames } from "./in-page/proof/frames/install-frames.ts";
import { installOpenDetails } from "./in-page/proof/install-open-details.ts";
import { installDomAccess } from "./in-page/proof/install-dom-access.ts";
import { installRenderAll } from "./in-page/proof/install-render-all.ts";
import { installSourcePreparation } from "./in-page/proof/install-source-preparation.ts";
import { installTextReader } from "./in-page/proof/install-text-reader.ts";
import { TextLossError } from "./text-loss-error.ts";

/** In this order: each uses what those before it have put there. */
const installers = [
  installDomAccess,
  installDisplayed,
  installClipReader,
  installTextReader,
  installStyleRules,
  installScriptingAnswers,
  installOpenDetails,
  installFrameStyles,
  installFrameNames,
  installFrames,
  installRenderAll,
  installSourcePreparation,
  installChangeWatch,
];

export async function openProofWorld(session: CDPSession, frameId: string): Promise<IsolatedWorld> {
  const world = await enterWorld(session, frameId, { name: "imprimatur proof" });
  for (const install of installers) await world.evaluate(install);
  return world;
}

/** What a document without scripts, and without shadow trees, never has. */
const mayHaveScripts =
  /script|shadowroot|[\s"'/]on[a-z]+\s*=|<(?:\w+:)?(?:iframe|frame|object|embed)/i;

/** Brings into the document what it shows in other places: frames, and what is folded away. */
export async function unfoldSource(world: IsolatedWorld): Promise<SourceChanges> {
  const frames = await world.evaluate(() => window.proof.adoptFrames());
  const openedDetails = await world.evaluate(() => {
    window.proof.renderAll();
    return window.proof.openDetails();
  });
  return { frames, openedDetails };
}

/**
 * Numbers the source's elements and reads its text, as it stands and is displayed now.
 * @param html as it was served.
 * @throws Error where there is nothing that could be laid out.
 */
export async function readSource(world: IsolatedWorld, html: string): Promise<SourceSnapshot> {
  await world.evaluate(() => {
    window.proof.prepareSource();
  });
  if (mayHaveScripts.test(html)) {
    await world.visitShadowTrees((tree) => {
      window.proof.shadowTrees.push(tree);
    });
  }
  return world.evaluate(() => window.proof.readSource());
}

/**
 * Proves that the pages show the source, word for word. From here on, changes of the document are noted.
 * @param onLoss is given what the pages do not show, where somebody wants them all the same.
 * @returns what they show.
 * @throws TextLossError where they do not, and nobody wants them.
 */
export async function provePages(
  world: IsolatedWorld,
  source: SourceSnapshot,
  onLoss?: (differences: readonly WordDifference[]) => void,
): Promise<PagesSnapshot> {
  const shown = await world.evaluate(() => {
    window.proof.watchChanges();
    return window.proof.readPages();
  });
  const differences = compareWords(source, shown);
  if (differences.length > 0) {
    if (onLoss === undefined) throw new TextLossError(differences);
    onLoss(differences);
  }
  return shown;
}

/** Changes the pages after they were proved, in a way that loses nothing: such a change is not noted. */
export function changePages<Arguments extends readonly unknown[], Result>(
  world: IsolatedWorld,
  change: (...values: Arguments) => Result,
  ...values: Arguments
): Promise<Awaited<Result>> {
  return world.evaluateWithin((run) => window.proof.changing(run), change, ...values);
}

/**
 * Whether the pages are still those that were proved. Only a script could change their styles, which
 * no change of the document shows: where there may be one, the pages are read again.
 * @param html as it was served.
 */
export async function isUnchanged(
  world: IsolatedWorld,
  proved: PagesSnapshot,
  html: string,
): Promise<boolean> {
  if (await world.evaluate(() => window.proof.hasChanged())) return false;
  if (!mayHaveScripts.test(html)) return true;
  return showSame(proved, await world.evaluate(() => window.proof.readPages()));
}

/**
 * What was hidden from sight alone, or moved off the page, does not count: it is made readable for
 * those who listen.
 */
function showSame(proved: PagesSnapshot, now: PagesSnapshot): boolean {
  const isHidden = ({ unseen, clipped }: ShownText): boolean =>
    unseen === true || clipped.length > 0;
  const unseen = new Set([
    ...proved.texts.filter(isHidden).map(({ ref }) => ref),
    ...proved.pictures.filter((picture) => picture.unseen === true).map(({ ref }) => ref),
  ]);
  const seen = ({ texts, pictures }: PagesSnapshot): string =>
    JSON.stringify([texts, pictures].map((shown) => shown.filter(({ ref }) => !unseen.has(ref))));
  return seen(proved) === seen(now);
}
