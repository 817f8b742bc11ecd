/** Documents that scripts, elements of their own and shadow trees build. */
import { innocent, type HostileDocument } from "./hostile-document.ts";

const element = (definition: string): string =>
  `<script>customElements.define("x-note", class extends HTMLElement { ${definition} });</script>`;

export const builtDocuments: Readonly<Record<string, HostileDocument>> = {
  "elements of its own that write their content": innocent(
    `<p><x-note></x-note></p>`,
    ["first", "second"],
    element(`connectedCallback() { this.innerHTML = "<b>first</b> second"; }`),
  ),
  "elements of its own that add to their content": innocent(
    `<p><x-note>first </x-note></p>`,
    ["first", "second"],
    element(`connectedCallback() { this.append(" second "); }`),
  ),
  "a declared shadow tree": {
    ...innocent(
      `<div><template shadowrootmode="open"><p>first</p><slot></slot></template><p>second</p></div>`,
      ["first", "second"],
    ),
    outcome: "either",
  },
  "a closed shadow tree": {
    ...innocent(
      `<div><template shadowrootmode="closed"><p>first</p><slot></slot></template><p>second</p></div>`,
      ["first", "second"],
    ),
    outcome: "either",
  },
  "a shadow tree that a script makes": {
    ...innocent(
      `<x-note><p>second</p></x-note>`,
      ["first", "second"],
      element(`connectedCallback() {
        if (!this.shadowRoot) this.attachShadow({ mode: "open" }).innerHTML = "<p>first</p><slot></slot>"; }`),
    ),
    outcome: "either",
  },
  "a closed shadow tree in another": {
    ...innocent(
      `<x-note><p>second</p></x-note>`,
      ["first", "second"],
      element(`connectedCallback() {
        if (this.isMade) return;
        this.isMade = true;
        const outer = this.attachShadow({ mode: "open" });
        outer.innerHTML = "<div></div><slot></slot>";
        outer.firstChild.attachShadow({ mode: "closed" }).innerHTML = "<p>first</p>"; }`),
    ),
    outcome: "either",
  },
  "content for readers without scripts": {
    ...innocent(`<noscript><p>forged</p></noscript><p>first</p>`, ["first"]),
    forbidden: ["forged"],
  },
  "styles for readers without scripts": innocent(
    `<p class="js">first</p><p>second</p>`,
    ["first", "second"],
    "<style>@media (scripting: none) { .js { display: none } }</style>",
  ),
  "content that comes a moment after load": innocent(
    `<p>first</p><script>
      addEventListener("load", async () => {
        const text = await (await fetch("/other.html")).text();
        document.querySelector("p:last-of-type").append(" " + text);
      });
    </script>`,
    ["first", "elsewhere"],
  ),
  "what a script wrote into controls": innocent(
    `<form><p><label>first <input id="in"></label></p><p><label>second <textarea id="area"></textarea></label></p></form>
     <script>document.getElementById("in").value = "third"; document.getElementById("area").value = "fourth";</script>`,
    ["first", "second", "third", "fourth"],
  ),
};
