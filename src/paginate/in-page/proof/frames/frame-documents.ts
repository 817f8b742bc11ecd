/** Runs in the world that proves. Frames, which of them may be read, and what they are called. */
import * as dom from "../dom-access.ts";

const mostElements = 100_000;
const readable = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/;

/** Selects what may be a frame. */
export const frames = "iframe, object";

export type Frame = HTMLIFrameElement | HTMLObjectElement;

function addressOf(frame: Frame): string {
  if (dom.attribute(frame, "srcdoc") !== null) return "";
  return (dom.attribute(frame, "src") ?? dom.attribute(frame, "data") ?? "").trim();
}

function bodyOf(inner: Document): HTMLElement | null {
  return inner.body;
}

/** The frame's document, if it may be read and holds text. */
export function documentOf(frame: Frame): Document | undefined {
  const inner = frame.contentDocument;
  if (inner === null || !readable.test(inner.contentType)) return undefined;
  if (bodyOf(inner)?.localName !== "body") return undefined;
  // A frame that was refused its document shows none.
  if (inner.URL === "about:blank" && !/^(?:about:blank)?$/.test(addressOf(frame))) {
    return undefined;
  }
  // A document within itself would be there twice.
  for (let around: Document | null = frame.ownerDocument; around;) {
    if (around.URL === inner.URL && /^https?:/.test(inner.URL)) return undefined;
    around = around.defaultView?.frameElement?.ownerDocument ?? null;
  }
  const [loading] = inner.defaultView?.performance.getEntriesByType("navigation") ?? [];
  if (loading && (loading as PerformanceNavigationTiming).responseStatus >= 400) return undefined;
  const elements = inner.querySelectorAll("*");
  if (elements.length > mostElements) return undefined;
  // A tree in the shadow is no part of what is copied.
  return [...elements].some(({ shadowRoot }) => shadowRoot !== null) ? undefined : inner;
}

/** One that is hidden, or too small to be seen, is not meant to be read. */
export function isShown(frame: Frame): boolean {
  return (
    frame.clientWidth > 1 &&
    frame.clientHeight > 1 &&
    getComputedStyle(frame).visibility === "visible" &&
    dom.closest(frame, '[aria-hidden="true"]') === null
  );
}

function textNamed(frame: Frame): string {
  const ids = (dom.attribute(frame, "aria-labelledby") ?? "").split(/\s+/);
  const texts = ids.map((id) => frame.ownerDocument.getElementById(id)?.textContent ?? "");
  return texts.join(" ").trim();
}

export function nameOf(frame: Frame, inner: Document): string {
  return (
    [
      textNamed(frame),
      dom.attribute(frame, "aria-label"),
      dom.attribute(frame, "title"),
      inner.title,
    ].find((name) => name !== null && name.trim() !== "") ?? ""
  );
}
