/** Documents whose names and ids hide properties of forms, of the document and of the window. */
import { innocent, type HostileDocument } from "./hostile-document.ts";

const control = (attribute: string): HostileDocument =>
  innocent(
    `<form><p>first <label>second <input ${attribute} value="third"></label></p><p>fourth</p></form>`,
    ["first", "second", "fourth"],
  );

/** Names that forms have in earnest, and that hide a property of the form's object. */
const plausibleNames = ["children", "id", "title", "style", "name", "lang", "prefix", "slot"];
/** Names that hide what every program reads of an element. */
const troublesomeNames = [
  ...["attributes", "childNodes", "classList", "closest", "dataset", "firstChild", "getAttribute"],
  ...[
    "getBoundingClientRect",
    "hasAttribute",
    "matches",
    "nextSibling",
    "nodeType",
    "parentElement",
  ],
  ...["parentNode", "querySelector", "querySelectorAll", "setAttribute", "textContent"],
];
const pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

export const clobberedNames: Readonly<Record<string, HostileDocument>> = {
  ...Object.fromEntries(
    [...plausibleNames, ...troublesomeNames].map((name) => [
      `a control named ${name}`,
      control(`name="${name}"`),
    ]),
  ),
  ...Object.fromEntries(
    troublesomeNames.map((name) => [
      `a control with the id ${name}`,
      { ...control(`id="${name}"`), outcome: "either" as const },
    ]),
  ),
  ...Object.fromEntries(
    ["body", "head", "documentElement", "querySelectorAll", "createElement", "fonts"].map(
      (name) => [
        `a picture named ${name}`,
        innocent(
          `<p>first <img name="${name}" src="${pixel}" alt="dot" width="9" height="9"></p>`,
          ["first"],
        ),
      ],
    ),
  ),
  ...Object.fromEntries(
    ["imprimatur", "PagedConfig", "PagedPolyfill", "Paged", "onPage", "__name"].map((id) => [
      `an element with the id ${id}`,
      innocent(`<p id="${id}">first</p>`, ["first"]),
    ]),
  ),
};
