/**
 * Runs in the world that lays out, where the document is XHTML that was parsed as XML. Paged.js 0.4.3 knows HTML
 * documents only: it compares names with `TABLE`, which are `table` there, and reads `dataset` of
 * elements that have none, as those of a vocabulary that the browser does not know. In this world such
 * a document answers as an HTML document would; its tree stays as it is.
 */

const xhtml = "http://www.w3.org/1999/xhtml";

function nameAsHtml(prototype: object, property: "nodeName" | "tagName"): void {
  const former = Object.getOwnPropertyDescriptor(prototype, property);
  Object.defineProperty(prototype, property, {
    configurable: true,
    get(this: Node): unknown {
      return this instanceof Element && this.namespaceURI === xhtml
        ? this.localName.toUpperCase()
        : former?.get?.call(this);
    },
  });
}

function attributeOf(property: string): string {
  return `data-${property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `dataset` as HTML, SVG and MathML elements have it. */
function giveDatasets(): void {
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
}

export function answerAsHtml(): void {
  if (document.contentType === "text/html") return;
  nameAsHtml(Node.prototype, "nodeName");
  nameAsHtml(Element.prototype, "tagName");
  giveDatasets();
}
