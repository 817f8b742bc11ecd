/** Documents that put functions of their own in the place of ours, and of what Paged.js offers. */
import { attack, unseen, type HostileDocument } from "./hostile-document.ts";

export const replacedFunctions: Readonly<Record<string, HostileDocument>> = {
  "the reader of the pages": attack(`
    addEventListener("load", () => {
      const { readPages } = imprimatur;
      imprimatur.readPages = () => { const shown = readPages(); steal(); return shown; };
    });`),
  "the reader of the source, by a setter": attack(`
    let { readSource } = imprimatur;
    const forged = () => {
      const source = readSource();
      return { ...source, texts: source.texts.filter(({ text }) => !/stolen/.test(text)) };
    };
    Object.defineProperty(imprimatur, "readSource", { get: () => forged, set: (value) => { readSource = value; } });
    ${unseen}`),
  "everything of ours, by a proxy": attack(`
    window.imprimatur = new Proxy(imprimatur, {
      get: (target, name) => name !== "readPages" ? target[name] : () => {
        const shown = target.readPages(); steal(); return shown;
      },
    });`),
  "our functions, again and again": attack(`
    setInterval(() => {
      const { readPages } = imprimatur;
      if (readPages.isForged) return;
      imprimatur.readPages = Object.assign(() => { const shown = readPages(); steal(); return shown; }, { isForged: true });
    }, 1);`),
  "the configuration of Paged.js": {
    ...attack(
      `window.PagedConfig = { auto: false, before: () => undefined, after: () => undefined };`,
    ),
    outcome: "whole",
  },
  "Paged.js itself": attack(`
    const paged = { on: () => undefined, preview: async () => undefined };
    Object.defineProperty(window, "PagedPolyfill", { get: () => paged, set: () => undefined });`),
};
