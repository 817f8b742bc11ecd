/**
 * Runs in the world that proves, once scripts were stopped and before the source is numbered. Puts the
 * content of frames in their place, as sections of the document: `srcdoc`, and documents of the same
 * folder. A frame that nobody may read, as of another host or a sandbox, stays and is reported.
 */
export function installFrames(): void {
  const { dom } = window.proof;
  const { frameStyles, frameNames } = window.proof;
  const { marks } = frameStyles;
  const mostFrames = 200;
  const mostElements = 100_000;
  /** Frames within frames. */
  const deepest = 5;
  const readable = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/;
  /** Elements that hold no blocks: a section comes behind the outermost of them. */
  const holdsNoBlocks =
    /^(?:p|h[1-6]|pre|a|abbr|b|bdi|bdo|cite|code|dfn|em|i|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;

  const frames = "iframe, object";

  type Frame = HTMLIFrameElement | HTMLObjectElement;

  const addressOf = (frame: Frame): string => {
    if (dom.attribute(frame, "srcdoc") !== null) return "";
    return (dom.attribute(frame, "src") ?? dom.attribute(frame, "data") ?? "").trim();
  };

  const bodyOf = (inner: Document): HTMLElement | null => inner.body;

  /** The frame's document, if it may be read and holds text. */
  const documentOf = (frame: Frame): Document | undefined => {
    const inner = frame.contentDocument;
    if (inner === null || !readable.test(inner.contentType)) return undefined;
    if (bodyOf(inner)?.localName !== "body") return undefined;
    // A frame that was refused its document shows none.
    if (inner.URL === "about:blank" && !/^(?:about:blank)?$/.test(addressOf(frame)))
      return undefined;
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
  };

  /** One that is hidden, or too small to be seen, is not meant to be read. */
  const isShown = (frame: Frame): boolean =>
    frame.clientWidth > 1 &&
    frame.clientHeight > 1 &&
    getComputedStyle(frame).visibility === "visible" &&
    dom.closest(frame, '[aria-hidden="true"]') === null;

  const textNamed = (frame: Frame): string => {
    const ids = (dom.attribute(frame, "aria-labelledby") ?? "").split(/\s+/);
    const texts = ids.map((id) => frame.ownerDocument.getElementById(id)?.textContent ?? "");
    return texts.join(" ").trim();
  };

  const nameOf = (frame: Frame, inner: Document): string =>
    [
      textNamed(frame),
      dom.attribute(frame, "aria-label"),
      dom.attribute(frame, "title"),
      inner.title,
    ].find((name) => name !== null && name.trim() !== "") ?? "";

  /** What is fixed in a frame's window stands in the frame, and not on every page. */
  const releaseFixed = (inner: Document): void => {
    for (const element of inner.querySelectorAll<HTMLElement>("body *")) {
      if (getComputedStyle(element).position !== "fixed") continue;
      element.style.setProperty("position", "absolute", "important");
    }
  };

  /** A copy of a `canvas` is empty: a picture of what it shows takes its place. */
  const keepDrawings = (inner: Document, copy: Document): void => {
    const copies = [...copy.querySelectorAll("canvas")];
    for (const [index, canvas] of [...inner.querySelectorAll("canvas")].entries()) {
      const place = copies[index];
      if (place === undefined || canvas.width === 0 || canvas.height === 0) continue;
      const picture = copy.createElement("img");
      for (const { name, value } of dom.attributesOf(canvas))
        dom.setAttribute(picture, name, value);
      picture.src = canvas.toDataURL();
      const words = canvas.textContent.trim();
      if (words !== "") picture.alt = words;
      place.replaceWith(picture);
    }
  };

  /** What acts, and styles that were read already. */
  const dropActing = (copy: Document): void => {
    for (const element of copy.querySelectorAll("script, style, link, base, meta, template")) {
      element.remove();
    }
  };

  const copyAttributes = (from: Element, to: Element): void => {
    for (const name of ["id", "class", "style", "dir", "lang", "xml:lang"]) {
      const value = dom.attribute(from, name);
      if (value !== null) dom.setAttribute(to, name.replace("xml:", ""), value);
    }
  };

  /** What takes the frame's place, of what is in the copy of its document. */
  const sectionOf = (frame: Frame, inner: Document, copy: Document): HTMLElement => {
    const section = copy.createElement("section");
    const body = copy.createElement("div");
    copyAttributes(copy.documentElement, section);
    copyAttributes(copy.body, body);
    if (section.dir === "" && getComputedStyle(frame).direction === "rtl") section.dir = "ltr";
    const name = nameOf(frame, inner);
    if (name !== "") dom.setAttribute(section, "aria-label", name);
    dom.setAttribute(section, marks.root, "");
    dom.setAttribute(body, marks.body, "");
    body.append(...dom.childrenOf(copy.body));
    section.append(body);
    return section;
  };

  const put = (section: HTMLElement, frame: Element): void => {
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
  };

  const styles: string[] = [];
  let count = 0;

  const isReadable = (depth: number): boolean => depth <= deepest && count < mostFrames;

  /** @param depth from 1. */
  const build = (frame: Frame, inner: Document, depth: number): HTMLElement => {
    const number = ++count;
    const context = { inner, number, renamed: frameNames.renamedIds(inner, number) };
    styles.push(frameStyles.stylesOf(context));
    window.proof.keepControls(inner);
    releaseFixed(inner);
    // Nothing is loaded by a document that nobody shows.
    const copy = document.implementation.createHTMLDocument();
    copy.replaceChild(copy.importNode(inner.documentElement, true), copy.documentElement);
    keepDrawings(inner, copy);
    const within = [...copy.querySelectorAll(frames)];
    frameNames.giveNames(copy, context);
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
  };

  window.proof.adoptFrames = async () => {
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
  };
}
