/**
 * Runs in the page, where the document is XHTML that was parsed as XML. Paged.js 0.4.3 knows HTML
 * documents only: it compares names with `TABLE`, which are `table` there, and reads `dataset` of
 * elements that have none, as those of a vocabulary that the browser does not know. From the moment
 * that layout begins such a document answers as an HTML document would; its tree stays as it is.
 */
export function installXmlDocument(): void {
  const xhtml = "http://www.w3.org/1999/xhtml";

  const nameAsHtml = (prototype: object, property: "nodeName" | "tagName"): void => {
    const former = Object.getOwnPropertyDescriptor(prototype, property);
    Object.defineProperty(prototype, property, {
      configurable: true,
      get(this: Node): unknown {
        return this instanceof Element && this.namespaceURI === xhtml
          ? this.localName.toUpperCase()
          : former?.get?.call(this);
      },
    });
  };

  const attributeOf = (property: string): string =>
    `data-${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

  /** `dataset` as HTML, SVG and MathML elements have it. */
  const giveDatasets = (): void => {
    Object.defineProperty(Element.prototype, "dataset", {
      configurable: true,
      get(this: Element): DOMStringMap {
        return new Proxy<DOMStringMap>(
          {},
          {
            get: (_, property) =>
              typeof property === "string"
                ? (this.getAttribute(attributeOf(property)) ?? undefined)
                : undefined,
            set: (_, property, value) => {
              if (typeof property === "string") {
                this.setAttribute(attributeOf(property), String(value));
              }
              return true;
            },
            has: (_, property) =>
              typeof property === "string" && this.hasAttribute(attributeOf(property)),
            deleteProperty: (_, property) => {
              if (typeof property === "string") this.removeAttribute(attributeOf(property));
              return true;
            },
          },
        );
      },
    });
  };

  /** HTML has no CDATA sections: what is in them is text like any other. */
  const joinTexts = (): void => {
    const sections: Node[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_CDATA_SECTION);
    while (walker.nextNode()) sections.push(walker.currentNode);
    for (const section of sections) {
      section.parentNode?.replaceChild(document.createTextNode(section.textContent ?? ""), section);
    }
    document.body.normalize();
  };

  const isXml = (): boolean => document.contentType !== "text/html";

  document.addEventListener("DOMContentLoaded", () => {
    // An HTML parser makes one, where styles and scripts are put.
    if (isXml() && (document.head as HTMLHeadElement | null) === null) {
      document.documentElement.prepend(document.createElement("head"));
    }
  });

  window.imprimatur.answerAsHtml = () => {
    if (!isXml()) return;
    joinTexts();
    nameAsHtml(Node.prototype, "nodeName");
    nameAsHtml(Element.prototype, "tagName");
    giveDatasets();
  };
}
