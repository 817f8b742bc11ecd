/** Documents that are changed by being numbered and read. */
import { attack, page, plainBody, stolen, type HostileDocument } from "./hostile-document.ts";

export const changesWhileRead: Readonly<Record<string, HostileDocument>> = {
  "an element that drops its text when it is numbered": {
    ...attack(`
      customElements.define("x-thief", class extends HTMLElement {
        static observedAttributes = ["data-ref"];
        attributeChangedCallback() { this.textContent = ""; }
      });`),
    html: page(
      `<script>customElements.define("x-thief", class extends HTMLElement {
        static observedAttributes = ["data-ref"];
        attributeChangedCallback() { this.textContent = ""; }
      });</script>`,
      plainBody.replace(stolen.join(" "), `<x-thief>${stolen.join(" ")}</x-thief>`),
    ),
    outcome: "whole",
  },
  "numbers of elements that are swapped": attack(`
    new MutationObserver(() => {
      const [one, other] = document.querySelectorAll("p[data-ref]");
      if (one === undefined || other === undefined || window.isSwapped) return;
      window.isSwapped = true;
      const { ref } = one.dataset;
      one.dataset.ref = other.dataset.ref;
      other.dataset.ref = ref;
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ref"] });`),
  "numbers of elements that are taken away": attack(`
    new MutationObserver(() => {
      for (const each of document.querySelectorAll("[data-ref]")) each.removeAttribute("data-ref");
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ref"] });`),
  "text that is another when it is laid out": attack(
    `new MutationObserver(() => {
      for (const each of document.querySelectorAll(".stolen")) {
        if (each.hasAttribute("data-ref") && /stolen/.test(each.textContent)) each.textContent = "forged";
      }
    }).observe(document, { subtree: true, childList: true, attributes: true });`,
    { forbidden: ["forged"] },
  ),
};
