/**
 * The world of a page in which its source is numbered and read, and its pages are read and proved.
 * Nothing in it comes from the document, and nothing of Paged.js, whose work is proved here. Input: a
 * page's session; output: the world, with our module in it.
 */
import type { CDPSession } from "puppeteer";
import { functionOf, inPageModule, type FunctionName } from "../browser/in-page-module.ts";
import type { ArgumentsOf, LoadedModule, ResultOf } from "../browser/in-page-module.ts";
import { enterWorld, type IsolatedWorld } from "../browser/isolated-world.ts";
import { compareWords, type WordDifference } from "./compare-words.ts";
import type {
  PagesSnapshot,
  ShownText,
  SourceChanges,
  SourceSnapshot,
} from "./in-page/page-snapshots.ts";
import type * as exported from "./in-page/proof/index.ts";
import { TextLossError } from "./text-loss-error.ts";

/** The world, with what reads and proves there. */
export interface ProofWorld extends IsolatedWorld {
  readonly proof: LoadedModule<typeof exported>;
}

const inPage = inPageModule<typeof exported>(new URL("./in-page/proof/index.ts", import.meta.url));

export async function openProofWorld(session: CDPSession, frameId: string): Promise<ProofWorld> {
  const world = await enterWorld(session, frameId, { name: "imprimatur proof" });
  return { ...world, proof: await world.load(inPage) };
}

/** What a document without scripts, and without shadow trees, never has. */
const SCRIPTED = /script|shadowroot|[\s"'/]on[a-z]+\s*=|<(?:\w+:)?(?:iframe|frame|object|embed)/i;

/** @param html as it was served. */
export function mayHaveScripts(html: string): boolean {
  return SCRIPTED.test(html);
}

/** Brings into the document what it shows in other places: frames, and what is folded away. */
export async function unfoldSource({ proof }: ProofWorld): Promise<SourceChanges> {
  const frames = await proof.call("adoptFrames");
  await proof.call("renderAll");
  const openedDetails = await proof.call("openDetails");
  return { frames, openedDetails };
}

/**
 * Numbers the source's elements and reads its text, as it stands and is displayed now.
 * @param html as it was served.
 * @throws Error where there is nothing that could be laid out.
 */
export async function readSource(world: ProofWorld, html: string): Promise<SourceSnapshot> {
  const { proof } = world;
  await proof.call("prepareSource");
  if (mayHaveScripts(html)) {
    await world.visitShadowTrees(functionOf(proof, "addShadowTree"));
  }
  return proof.call("readSource");
}

export interface ProofOptions {
  /** Given what the pages do not show, where somebody wants them all the same. */
  readonly onLoss?: ((differences: readonly WordDifference[]) => void) | undefined;
  /** Pages of the document before those that stand there; none by default. */
  readonly pagesBefore?: number | undefined;
}

/**
 * Proves that the pages show the source, word for word. From here on, changes of the document are noted.
 * @returns what they show.
 * @throws TextLossError where they do not, and nobody wants them.
 */
export async function provePages(
  { proof }: ProofWorld,
  source: SourceSnapshot,
  { onLoss, pagesBefore = 0 }: ProofOptions = {},
): Promise<PagesSnapshot> {
  const shown = await proof.call("readWatchedPages");
  const differences = compareWords(source, shown).map((difference) => ({
    ...difference,
    pageNumber: pagesBefore + difference.pageNumber,
  }));
  if (differences.length > 0) {
    if (onLoss === undefined) throw new TextLossError(differences);
    onLoss(differences);
  }
  return shown;
}

/**
 * Changes the pages after they were proved, in a way that loses nothing: such a change is not noted.
 * @param module that was loaded into the world, and what of it changes them.
 */
export function changePages<Exports, Name extends FunctionName<Exports>>(
  { proof }: ProofWorld,
  module: LoadedModule<Exports>,
  name: Name,
  ...values: ArgumentsOf<Exports[Name]>
): Promise<ResultOf<Exports[Name]>> {
  return module.callWithin(functionOf(proof, "changing"), name, ...values);
}

/**
 * Whether the pages are still those that were proved. Only a script could change their styles, which
 * no change of the document shows: where there may be one, the pages are read again.
 * @param html as it was served.
 */
export async function isUnchanged(
  { proof }: ProofWorld,
  proved: PagesSnapshot,
  html: string,
): Promise<boolean> {
  if (await proof.call("hasChanged")) return false;
  if (!mayHaveScripts(html)) return true;
  return showSame(proved, await proof.call("readPages"));
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
