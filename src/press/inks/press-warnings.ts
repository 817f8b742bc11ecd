/**
 * Colours that the design gives no inks for, gathered while pages are converted. Input: what is
 * painted in them; output: one warning for each colour. It decides nothing.
 */
import { hexOf, type Rgb } from "../colour/colour-converter.ts";

export interface PressWarning {
  readonly message: string;
  /** E.g. `page 3, text “Rapport annuel”`. */
  readonly where: string;
}

export type Painted = "text" | "shape" | "gradient";

/** How much of a text is shown: enough to find it. */
const SHOWN_LETTERS = 60;

interface Use {
  readonly rgb: Rgb;
  readonly pages: Set<number>;
  readonly painted: Painted;
  /** Of the first page. */
  text: string;
}

export class WarningCollector {
  readonly #uses = new Map<string, Use>();
  /** Counted from 1. */
  page = 1;

  note(rgb: Rgb, painted: Painted, text = ""): void {
    const key = `${painted} ${rgb.join()}`;
    const use = this.#uses.get(key) ?? { rgb, pages: new Set<number>(), painted, text: "" };
    const isFirstPage = use.pages.size === 0 || (use.pages.size === 1 && use.pages.has(this.page));
    if (isFirstPage && use.text.length <= SHOWN_LETTERS) use.text += text;
    use.pages.add(this.page);
    this.#uses.set(key, use);
  }

  /** In the order in which they were first painted. */
  warnings(): readonly PressWarning[] {
    return [...this.#uses.values()].map(({ rgb, pages, painted, text }) => ({
      message: `${hexOf(rgb)} is no colour of the design: ${inksOf(rgb)}. Add it to styles/tokens.css with its -press value to choose its inks`,
      where: `${pages.size === 1 ? "page" : "pages"} ${[...pages].join(", ")}, ${painted}${shown(text)}`,
    }));
  }
}

function inksOf([red, green, blue]: Rgb): string {
  return red === green && green === blue
    ? "it is printed in black ink alone"
    : "its inks come from the profile";
}

function shown(text: string): string {
  const words = text.replace(/\s+/gu, " ").trim();
  if (words === "") return "";
  const letters = [...words];
  return letters.length > SHOWN_LETTERS
    ? ` “${letters.slice(0, SHOWN_LETTERS).join("").trim()}…”`
    : ` “${words}”`;
}
