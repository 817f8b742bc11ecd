/**
 * Runs in the world that lays out: keeps Paged.js from giving up at style sheets that did not come, and
 * at selectors that the browser does not know. What did not come has been reported as refused; the
 * browser has no rule of it either.
 */

function isReadable(sheet: CSSStyleSheet | null): boolean {
  try {
    return sheet !== null && sheet.cssRules.length >= 0;
  } catch {
    return false;
  }
}

/** Paged.js would ask for them once more. */
function leaveOutLostSheets(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel~='stylesheet' i]")) {
    if (!isReadable(link.sheet)) link.remove();
  }
}

/** A sheet that another one imports is one without rules. */
function readLostImportsAsEmpty(): void {
  window.XMLHttpRequest = class extends XMLHttpRequest {
    override get status(): number {
      return super.status === 0 ? 404 : super.status;
    }
    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      this.onerror = (event) => {
        this.onload?.(event);
      };
      super.send(body);
    }
  };
}

/**
 * A selector that cannot be asked for matches nothing, as in a style sheet. Prefixes of namespaces
 * mean something in their style sheet alone: here they stand for any namespace.
 */
function liveWithOddSelectors(prototype: object): void {
  type Ask = (this: ParentNode, selector: string) => NodeListOf<Element>;
  const ask = Reflect.get(prototype, "querySelectorAll") as Ask;
  const value: Ask = function (selector) {
    const inAnyNamespace = selector.replace(/\[\s*[\w-]+\|(?!=)/g, "[*|");
    for (const tried of [selector, inAnyNamespace]) {
      try {
        return ask.call(this, tried);
      } catch {
        // The next one.
      }
    }
    return ask.call(this, "not-known");
  };
  Object.defineProperty(prototype, "querySelectorAll", { configurable: true, value });
}

export function liveWithoutLostStyles(): void {
  leaveOutLostSheets();
  readLostImportsAsEmpty();
  for (const kind of [DocumentFragment, Document, Element]) liveWithOddSelectors(kind.prototype);
}
