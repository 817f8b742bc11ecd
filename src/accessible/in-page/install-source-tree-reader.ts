/**
 * Runs in the page, before its own scripts. Reads the source's elements and text just before
 * Paged.js lays them out, when styles and fonts are there and nothing is cut yet, and keeps them on
 * `window` as a `SourceTree`. It changes nothing but missing `data-ref` numbers.
 */
import type { SourceElement, SourceNode, SourceTree } from "../source-tree.ts";

export interface AccessibleGlobals {
  imprimaturSourceTree?: SourceTree;
  PagedConfig?: { auto?: boolean; before?: () => Promise<void> | void };
}

export function installSourceTreeReader(): void {
  const kept =
    /^(?:role|aria-.+|alt|title|lang|xml:lang|dir|href|id|class|src|scope|headers|colspan|rowspan|start|value|reversed|type|checked|for|name|alttext|open|abbr|datetime|label|placeholder)$/;
  /** Nothing in these is ever shown as text. */
  const skipped = /^(?:script|style|template|noscript|link|meta|base|head|source|track|param)$/;

  const attributesOf = (element: Element): Record<string, string> => {
    const found: Record<string, string> = {};
    for (const { name, value } of element.attributes) {
      const key = name === "xlink:href" ? "href" : name;
      if (kept.test(key)) found[key] = key === "src" ? value.slice(0, 200) : value;
    }
    return found;
  };

  const valueOf = (element: Element): string | undefined => {
    if (element instanceof HTMLInputElement) {
      return /^(?:checkbox|radio)$/.test(element.type)
        ? element.checked
          ? "on"
          : "off"
        : element.value;
    }
    if (element instanceof HTMLSelectElement) {
      return [...element.selectedOptions].map((option) => option.label).join(", ");
    }
    return element instanceof HTMLTextAreaElement ? element.value : undefined;
  };

  const read = (element: Element): SourceElement => {
    const style = getComputedStyle(element);
    const children: SourceNode[] = [];
    // What is not displayed is no part of what is read; counting it would cost time.
    if (style.display !== "none") {
      for (const child of element.childNodes) {
        if (child instanceof Text) {
          const last = children.at(-1);
          if (last?.kind === "text") {
            children[children.length - 1] = { kind: "text", text: last.text + child.data };
          } else {
            children.push({ kind: "text", text: child.data });
          }
        } else if (child instanceof Element && !skipped.test(child.localName)) {
          children.push(read(child));
        }
      }
    }
    const value = valueOf(element);
    return {
      kind: "element",
      ref: element.getAttribute("data-ref") ?? "0",
      name: element.localName,
      attributes: attributesOf(element),
      display: style.display,
      invisible: style.visibility !== "visible",
      ...(style.display === "list-item" && { listStyle: style.listStyleType }),
      ...(value !== undefined && { value }),
      children,
    };
  };

  const readTree = (): SourceTree => {
    for (const [index, element] of [...document.body.querySelectorAll("*")].entries()) {
      if (!element.hasAttribute("data-ref")) element.setAttribute("data-ref", String(index + 1));
    }
    const metadata: Record<string, string> = {};
    for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name][content]")) {
      metadata[meta.name.toLowerCase()] = meta.content;
    }
    return {
      title: document.title,
      language: document.documentElement.lang,
      metadata,
      body: read(document.body),
    };
  };

  // When the document is parsed, every other script that prepares layout has set its own hook.
  document.addEventListener("DOMContentLoaded", () => {
    const globals = window as unknown as AccessibleGlobals;
    const before = globals.PagedConfig?.before;
    globals.PagedConfig = {
      ...globals.PagedConfig,
      auto: false,
      before: async () => {
        await before?.();
        await document.fonts.ready;
        globals.imprimaturSourceTree = readTree();
      },
    };
  });
}
