/**
 * The picture that other sites show with a link to the publication: its title on its accent, and
 * who publishes it. Input: texts, colours and an outliner. Output: SVG without fonts, for
 * `rasterise.ts`. The picture says nothing that the metadata beside it does not say in text.
 */
import { xmlNode, xmlText, type XmlNode } from "../../document/xml-text.ts";
import type { OutlinedLine, TextOutliner } from "./outline-text.ts";
import type { SiteStyle } from "./site-style.ts";

/** The size that the large services ask for (1.91 to 1). */
export const SHARE_IMAGE = { width: 1200, height: 630 } as const;

const MARGIN = 80;
/** Sizes of the title in pixels, the largest that fits is taken; the last is taken in any case. */
const TITLE_SIZES = [120, 108, 96, 84, 72, 60, 48];
const LINE_HEIGHT = 1.12;
const PUBLISHER_SIZE = 40;
const TITLE_HEIGHT = SHARE_IMAGE.height - 2 * MARGIN - 2 * PUBLISHER_SIZE;

/** Height of a capital above its base line, in ems: near enough for any sans serif. */
const CAP_HEIGHT = 0.73;

const RIGHT_TO_LEFT = /^(?:Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/u;

export interface ShareImageTexts {
  readonly title: string;
  readonly publisher: string;
  readonly lang: string;
}

/** Undefined where the font lacks a character of the texts. */
export function composeShareImage(
  { title, publisher, lang }: ShareImageTexts,
  { accent, onAccent }: Pick<SiteStyle, "accent" | "onAccent">,
  outliner: TextOutliner,
): string | undefined {
  const footer = outliner.outline(publisher);
  const set = TITLE_SIZES.map((size) => setTitle(title, lang, size, outliner));
  const fitting = set.find((lines) => lines !== undefined && fits(lines)) ?? set.at(-1);
  if (footer === undefined || fitting === undefined) return undefined;
  const isRightToLeft = RIGHT_TO_LEFT.test(new Intl.Locale(lang).maximize().script ?? "");
  const place = ({ width, drawing }: OutlinedLine, size: number, baseline: number): XmlNode => {
    const x = isRightToLeft ? SHARE_IMAGE.width - MARGIN - width * size : MARGIN;
    return xmlNode("g", { transform: `translate(${x} ${baseline}) scale(${size})` }, [drawing]);
  };
  const { size, lines } = fitting;
  const first = MARGIN + CAP_HEIGHT * size;
  const last = SHARE_IMAGE.height - MARGIN;
  const texts = [
    ...lines.map((line, index) => place(line, size, first + index * size * LINE_HEIGHT)),
    place(footer, PUBLISHER_SIZE, last),
  ];
  return xmlText(
    xmlNode("svg", { xmlns: "http://www.w3.org/2000/svg", ...SHARE_IMAGE }, [
      xmlNode("rect", { width: "100%", height: "100%", fill: accent }),
      xmlNode("g", { fill: onAccent }, texts),
    ]),
  );
}

interface SetTitle {
  readonly size: number;
  readonly lines: readonly OutlinedLine[];
}

function fits({ size, lines }: SetTitle): boolean {
  const widest = Math.max(...lines.map(({ width }) => width * size));
  return (
    widest <= SHARE_IMAGE.width - 2 * MARGIN && lines.length * size * LINE_HEIGHT <= TITLE_HEIGHT
  );
}

/** Fills lines one after the other; a word that is wider than a line has one of its own. */
function setTitle(
  title: string,
  lang: string,
  size: number,
  outliner: TextOutliner,
): SetTitle | undefined {
  const available = (SHARE_IMAGE.width - 2 * MARGIN) / size;
  const lines: OutlinedLine[] = [];
  let text = "";
  for (const piece of piecesOf(title, lang)) {
    const longer = outliner.outline(`${text}${piece}`.trim());
    if (longer === undefined) return undefined;
    if (text !== "" && longer.width > available) {
      text = piece.trimStart();
      const next = outliner.outline(text.trim());
      if (next === undefined) return undefined;
      lines.push(next);
    } else {
      text += piece;
      lines.splice(-1, 1, longer);
    }
  }
  return { size, lines };
}

/**
 * Stretches that a line may end after: words with the spaces before them, and in scripts without
 * spaces what the language calls a word. A no-break space keeps its neighbours together, and so
 * does a hyphen.
 */
function piecesOf(title: string, lang: string): readonly string[] {
  return title.split(/(?=[ \t\n])/u).flatMap((word) => {
    const hasOwnSpaces =
      !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word);
    if (hasOwnSpaces) return [word];
    const segments = new Intl.Segmenter(lang, { granularity: "word" }).segment(word);
    return [...segments].map(({ segment }) => segment);
  });
}
