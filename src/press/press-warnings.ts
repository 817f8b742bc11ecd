/**
 * Colours that the design gives no inks for, gathered while pages are converted. Input: what is
 * painted in them; output: one warning for each colour and page. It decides nothing.
 */
import { hexOf, type Rgb } from "./colour-converter.ts";

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
  readonly page: number;
  readonly painted: Painted;
  text: string;
}

export class WarningCollector {
  readonly #uses = new Map<string, Use>();
  /** Counted from 1. */
  page = 1;

  note(rgb: Rgb, painted: Painted, text = ""): void {
    const key = `${this.page} ${painted} ${rgb.join()}`;
    const use = this.#uses.get(key) ?? { rgb, page: this.page, painted, text: "" };
    if (use.text.length <= SHOWN_LETTERS) use.text += text;
    this.#uses.set(key, use);
  }

  /** By page, in the order in which they were painted. */
  warnings(): readonly PressWarning[] {
    return [...this.#uses.values()]
      .sort((a, b) => a.page - b.page)
      .map(({ rgb, page, painted, text }) => ({
        message: `${hexOf(rgb)} is no colour of the design; its inks come from the profile`,
        where: `page ${page}, ${painted}${shown(text)}`,
      }));
  }
}

function shown(text: string): string {
  const words = text.replace(/\s+/gu, " ").trim();
  if (words === "") return "";
  const letters = [...words];
  return letters.length > SHOWN_LETTERS
    ? ` “${letters.slice(0, SHOWN_LETTERS).join("").trim()}…”`
    : ` “${words}”`;
}
