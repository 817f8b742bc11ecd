/**
 * Runs in the world that proves, once scripts were stopped and before the source is numbered. Puts the
 * content of frames in their place, as sections of the document: `srcdoc`, and documents of the same
 * folder. A frame that nobody may read, as of another host or a sandbox, stays and is reported.
 */
import * as dom from "../dom-access.ts";
import { keepControls } from "../source-preparation.ts";
import { marks } from "./frame-context.ts";
import { documentOf, frames, isShown, type Frame } from "./frame-documents.ts";
import { giveNames, renamedIds } from "./frame-names.ts";
import { dropActing, keepDrawings, releaseFixed, sectionOf } from "./frame-section.ts";
import { stylesOf } from "./frame-styles.ts";

const mostFrames = 200;
/** Frames within frames. */
const deepest = 5;
/** Elements that hold no blocks: a section comes behind the outermost of them. */
const holdsNoBlocks =
  /^(?:p|h[1-6]|pre|a|abbr|b|bdi|bdo|cite|code|dfn|em|i|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;

function put(section: HTMLElement, frame: Element): void {
  let place: Element = frame;
  for (let parent = dom.parentOf(frame); parent; parent = dom.parentOf(parent)) {
    if (!holdsNoBlocks.test(dom.localNameOf(parent))) break;
    place = parent;
  }
  // Several in one paragraph come in their order.
  let last = place;
  for (let next = place.nextElementSibling; next; next = next.nextElementSibling) {
    if (place === frame || dom.attribute(next, marks.root) === null) break;
    last = next;
  }
  last.after(section);
  frame.remove();
}

const styles: string[] = [];
let count = 0;

function isReadable(depth: number): boolean {
  return depth <= deepest && count < mostFrames;
}

/** @param depth from 1. */
function build(frame: Frame, inner: Document, depth: number): HTMLElement {
  const number = ++count;
  const context = { inner, number, renamed: renamedIds(inner, number) };
  styles.push(stylesOf(context));
  keepControls(inner);
  releaseFixed(inner);
  // Nothing is loaded by a document that nobody shows.
  const copy = document.implementation.createHTMLDocument();
  copy.replaceChild(copy.importNode(inner.documentElement, true), copy.documentElement);
  keepDrawings(inner, copy);
  const within = [...copy.querySelectorAll(frames)];
  giveNames(copy, context);
  for (const element of copy.querySelectorAll("*")) {
    dom.setAttribute(element, marks.frame, String(number));
  }
  for (const [index, nested] of [...inner.querySelectorAll<Frame>(frames)].entries()) {
    const place = within[index];
    const document = isShown(nested) ? documentOf(nested) : undefined;
    if (place === undefined) continue;
    if (document !== undefined && isReadable(depth + 1)) {
      put(build(nested, document, depth + 1), place);
      continue;
    }
    // What shows it is not to load it once more.
    for (const name of ["src", "srcdoc", "data"]) place.removeAttribute(name);
  }
  dropActing(copy);
  const section = sectionOf(frame, inner, copy);
  for (const element of [section, ...section.children]) {
    dom.setAttribute(element, marks.frame, String(number));
  }
  return section;
}

/** @returns how many frames became sections. */
export async function adoptFrames(): Promise<number> {
  if ((document.body as HTMLElement | null) === null) return 0;
  for (const frame of document.querySelectorAll<Frame>(frames)) {
    const inner = isShown(frame) ? documentOf(frame) : undefined;
    if (inner === undefined || !isReadable(1)) continue;
    put(document.importNode(build(frame, inner, 1), true), frame);
  }
  if (count === 0) return 0;
  for (const text of styles) {
    const style = document.createElement("style");
    style.textContent = text;
    document.head.append(style);
  }
  const pictures = document.querySelectorAll<HTMLImageElement>(`img[${marks.frame}]`);
  await Promise.all([...pictures].map((picture) => picture.decode().catch(() => undefined)));
  await document.fonts.ready;
  return count;
}
