/**
 * The judges of fonts: what is painted is painted with a font that the project ships. Input: an
 * open page whose fonts have loaded, or a PDF; output: a finding `system-font` for each place, or
 * font, that is not. They judge editions of the project: a page made elsewhere may well use the
 * fonts of its readers.
 */
import type { CDPSession, Page, Protocol } from "puppeteer";
import { readFonts } from "../../pdf/fonts/used-fonts.ts";
import type { PdfDocument } from "../../pdf/objects/open-pdf.ts";
import { FONT_RULES, FONTS } from "./fonts-info.ts";
import { htmlInPage } from "../html/html-in-page.ts";
import { findingOf } from "../verdict/judge-info.ts";
import { withIsolatedWorld } from "../../browser/isolated-world.ts";
import { judgeBy, type Judge } from "../verdict/judge.ts";

const RULE = FONT_RULES["system-font"];

/** Text and generated text of an element, and the fonts of the system that paint it. */
interface SystemPainted {
  readonly selector: string;
  /** `::before` and the like; empty for the element's own text. */
  readonly pseudo: string;
  readonly fonts: readonly string[];
}

/** Asks the browser which fonts it painted each text with. */
export const webFontsJudge: Judge<Page> = judgeBy(FONTS, async (page) => {
  const session = await page.createCDPSession();
  try {
    return await withIsolatedWorld(page, async (world) => {
      // Printing and narrow windows may ask for fonts that were not needed until now.
      await world.evaluate(async () => {
        await document.fonts.ready;
      });
      const painted = await findSystemPainted(session);
      const inPage = await world.load(htmlInPage);
      const places = await inPage.call(
        "describePlaces",
        painted.map(({ selector }) => selector),
      );
      return {
        findings: painted.map(({ pseudo, fonts }, index) => {
          const place = places[index] ?? { where: "document" };
          const where = [place.where, pseudo].filter((part) => part !== "");
          return findingOf(RULE, {
            ...place,
            where: where.join(" "),
            message: `Text is painted with ${fonts.join(" and ")}, of the reader's system, not with a font that the edition ships.`,
          });
        }),
      };
    });
  } finally {
    await session.detach();
  }
});

/** Node types of DOM. */
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

async function findSystemPainted(session: CDPSession): Promise<readonly SystemPainted[]> {
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: -1 });
  const painted: SystemPainted[] = [];
  const ask = async (
    nodes: readonly Protocol.DOM.Node[],
    selector: string,
    pseudo: string,
  ): Promise<void> => {
    const used: Protocol.CSS.PlatformFontUsage[] = [];
    for (const { nodeId } of nodes) {
      used.push(...(await session.send("CSS.getPlatformFontsForNode", { nodeId })).fonts);
    }
    const ofSystem = used.filter(({ isCustomFont, glyphCount }) => !isCustomFont && glyphCount > 0);
    const fonts = [...new Set(ofSystem.map(({ familyName }) => familyName))].sort();
    if (fonts.length > 0) painted.push({ selector, pseudo, fonts });
  };
  const visit = async (node: Protocol.DOM.Node, selector: string): Promise<void> => {
    const children = node.children ?? [];
    // Text nodes, not their element: the browser counts generated text with that.
    const texts = children.filter(
      ({ nodeType, nodeValue }) => nodeType === TEXT_NODE && nodeValue.trim() !== "",
    );
    await ask(texts, selector, "");
    for (const pseudo of node.pseudoElements ?? []) {
      await ask([pseudo], selector, `::${pseudo.pseudoType ?? ""}`);
    }
    const elements = children.filter(({ nodeType }) => nodeType === ELEMENT_NODE);
    for (const [index, element] of elements.entries()) {
      const step = `*:nth-child(${index + 1})`;
      await visit(element, selector === "" ? element.localName : `${selector} > ${step}`);
    }
  };
  await visit(root, "");
  return painted;
}

export interface PdfToJudge {
  readonly pdf: PdfDocument;
  /** PostScript names of the fonts that the project ships. */
  readonly shippedFonts: ReadonlySet<string>;
}

/** Reads the names of the fonts that the pages use. */
export const pdfFontsJudge: Judge<PdfToJudge> = judgeBy(FONTS, ({ pdf, shippedFonts }) => {
  const strange = readFonts(pdf).filter(({ name }) => !shippedFonts.has(name ?? ""));
  return Promise.resolve({
    findings: strange.map(({ name, pages }) =>
      findingOf(RULE, {
        where: `${pages.length === 1 ? "page" : "pages"} ${pages.join(", ")}`,
        message: `Text is painted with ${name ?? "a font without a name"}, which is none of the fonts in styles/.`,
      }),
    ),
  });
});
