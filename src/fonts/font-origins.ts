/**
 * Whose the fonts are that a PDF was printed with. Input: their names in the PDF, and the page that was
 * printed; output: for each, whether it is the document's, the package's or the machine's. It changes
 * nothing in the page.
 */
import type { Page, Protocol } from "puppeteer";
import type { IsolatedWorld } from "../browser/isolated-world.ts";

/**
 * `document`: of a `@font-face` rule. `shipped`: of the packages. `installed`: of the machine, with
 * what the browser itself brings.
 */
export type FontOrigin = "document" | "shipped" | "installed";

export interface UsedFont {
  /** The PostScript name, by which PDFs call it and viewers list it, e.g. `Tinos-Bold`. */
  readonly name: string;
  readonly from: FontOrigin;
}

export interface OriginsOptions {
  readonly page: Page;
  /** A world of the page. */
  readonly world: IsolatedWorld;
  /** The families that were shipped to the browser. */
  readonly shippedFamilies: readonly string[];
}

/** In the order of the names, each of them once. */
export async function fontOrigins(
  names: readonly string[],
  { page, world, shippedFamilies }: OriginsOptions,
): Promise<readonly UsedFont[]> {
  const sorted = [...new Set(names)].sort();
  const ofDocument = (await world.evaluate(hasLoadedFaces)) ? await loadedFamilies(page) : [];
  const isOf = (name: string, families: readonly string[]): boolean =>
    families.some((family) => squeezed(familyPart(name)) === squeezed(family));
  const used: UsedFont[] = [];
  for (const name of sorted) {
    if (isOf(name, ofDocument)) used.push({ name, from: "document" });
    else if (isOf(name, shippedFamilies)) used.push({ name, from: "shipped" });
    else if (ofDocument.length === 0) used.push({ name, from: "installed" });
    else
      used.push({
        name,
        from: (await world.evaluate(isOnMachine, name)) ? "installed" : "document",
      });
  }
  return used;
}

/** `DejaVuSansMono-Bold` → `DejaVuSansMono` (the habit of Adobe Technical Note 5902). */
export function familyPart(postScriptName: string): string {
  return postScriptName.replace(/-.*$/u, "");
}

function squeezed(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/** The families that the files of `@font-face` rules say they are; those that have loaded. */
async function loadedFamilies(page: Page): Promise<readonly string[]> {
  const session = await page.createCDPSession();
  const families: string[] = [];
  session.on("CSS.fontsUpdated", ({ font }: Protocol.CSS.FontsUpdatedEvent) => {
    if (font?.platformFontFamily) families.push(font.platformFontFamily);
  });
  try {
    await session.send("DOM.enable");
    // It tells of each font that has loaded before it answers.
    await session.send("CSS.enable");
    return families;
  } finally {
    await session.detach();
  }
}

/** Runs in the page. */
function hasLoadedFaces(): boolean {
  return [...document.fonts].some(({ status }) => status === "loaded");
}

/** Runs in the page: whether there is such a font beside those of the document. */
async function isOnMachine(name: string): Promise<boolean> {
  const face = new FontFace("imprimatur", `local("${CSS.escape(name)}")`);
  return face.load().then(
    () => true,
    () => false,
  );
}
