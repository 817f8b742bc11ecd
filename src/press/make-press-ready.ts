/**
 * The browser's PDF into PDF/X-4 (ISO 15930-7), on the PDF itself: text stays text and transparency
 * live. Input: the printed PDF and its pages as they were laid out; output: a file for the press, and
 * the colours that the design gives no inks for. It lays nothing out, imposes nothing and judges
 * nothing. The same input gives the same bytes.
 */
import { PublicationError } from "../errors.ts";
import type { PaginatedPage } from "../paginate/paginated-document.ts";
import type { RawPdf } from "../paginate/print-raw.ts";
import { openPdf, type PdfDocument } from "../pdf/objects/open-pdf.ts";
import type { PageObject } from "../pdf/objects/page-tree.ts";
import { savePdf } from "../pdf/objects/save-pdf.ts";
import {
  openColourConverter,
  type ColourConverter,
  type PressToken,
} from "./colour/colour-converter.ts";
import { inkTarget } from "./inks/colour-target.ts";
import { PageConverter } from "./inks/convert-pages.ts";
import { fontsNotEmbedded } from "./facts/embedded-fonts.ts";
import {
  embedMarkFont,
  registrationColour,
  subsetMarkFont,
  type MarkFontProgram,
} from "./marks/mark-resources.ts";
import { drawMarks, MARKS_MARGIN_PT, type MarkChoice, type SlugText } from "./marks/marks.ts";
import { defaultOutputProfile, type OutputProfile } from "./colour/output-profile.ts";
import { cornersOf, pressBoxes, rounded, type PressBoxes } from "./marks/press-boxes.ts";
import {
  PRESS_STANDARD,
  stripPage,
  writePressCatalog,
  type PressMetadata,
} from "./press-catalog.ts";
import type { PressWarning } from "./inks/press-warnings.ts";
import { usesTransparency } from "./facts/transparency.ts";

export interface PressOptions extends PressMetadata {
  /** FOGRA39 where it is undefined. */
  readonly profile?: OutputProfile | undefined;
  /** Colours of the design with their inks. */
  readonly tokens: readonly PressToken[];
  /** The most ink in one place, 1 for each ink; 3 (300 %) where it is undefined. */
  readonly inkLimit?: number | undefined;
  /** Which marks are drawn; all where it is undefined. */
  readonly marks?: Partial<MarkChoice> | undefined;
  /** A TrueType font for the slug line, which is left out where it is undefined. */
  readonly slugFont: Uint8Array | undefined;
}

export interface PressReadyPdf {
  readonly bytes: Uint8Array;
  readonly warnings: readonly PressWarning[];
}

const DEFAULT_INK_LIMIT = 3;

/** Profile, inks and mark font, opened: what can be done before pages are laid out. */
export interface PressStage {
  /**
   * @throws PublicationError `pages-mismatch`, `press-font`, and those of colours, gradients and
   * pictures, whose codes begin with `press-`.
   */
  readonly makeReady: (
    raw: RawPdf,
    pages: readonly PaginatedPage[],
    signal?: AbortSignal,
  ) => Promise<PressReadyPdf>;
  readonly close: () => void;
}

/** @throws PublicationError for profiles and tokens; their codes begin with `press-`. */
export async function openPressStage(options: PressOptions): Promise<PressStage> {
  const profile = options.profile ?? (await defaultOutputProfile());
  const [converter, font] = await Promise.all([
    openColourConverter({
      profile,
      tokens: options.tokens,
      inkLimit: options.inkLimit ?? DEFAULT_INK_LIMIT,
    }),
    slugFontOf(options, profile),
  ]);
  return {
    makeReady: (raw, pages, signal) =>
      makeReady(raw, pages, { options, profile, converter, font }, signal),
    close: converter.close,
  };
}

interface OpenStage {
  readonly options: PressOptions;
  readonly profile: OutputProfile;
  readonly converter: ColourConverter;
  readonly font: MarkFontProgram | undefined;
}

async function makeReady(
  raw: RawPdf,
  pages: readonly PaginatedPage[],
  stage: OpenStage,
  signal?: AbortSignal,
): Promise<PressReadyPdf> {
  const { options, profile, converter } = stage;
  const pdf = await openPdf(raw.bytes);
  if (pdf.pages.length !== pages.length) throw mismatch(pages.length, pdf.pages.length);
  const pageConverter = new PageConverter(pdf.objects, inkTarget(converter));
  const contents = pdf.pages.map((page, index) => pageConverter.page(page, index + 1));
  await pageConverter.convertPictures(signal);
  pageConverter.finish();
  const marks = prepareMarks(pdf, pages.length, stage);
  for (const [index, page] of pdf.pages.entries()) {
    const [layout, content] = [pages[index], contents[index]];
    if (layout === undefined || content === undefined) throw mismatch(pages.length, index);
    finishPage(pdf, page, pressBoxes(layout, marks.marginPt), content, marks.draw(index));
    marks.addTo(page);
  }
  const missing = fontsNotEmbedded(pdf.objects);
  if (missing.length > 0) throw notEmbedded(missing);
  const trailer = writePressCatalog(pdf, options, profile, contents);
  return {
    bytes: savePdf(pdf.objects, PRESS_STANDARD.pdfVersion, trailer),
    warnings: pageConverter.warnings,
  };
}

const ALL_MARKS: MarkChoice = { crop: true, registration: true, colourBar: true, slug: true };

function slugsOf(
  { title, date }: PressOptions,
  profile: OutputProfile,
  pageCount: number,
): readonly SlugText[] {
  // 1970 stands for no date, and would be read as one.
  const made = date.getTime() === 0 ? "" : `${date.toISOString().slice(0, 10)} \u00B7 `;
  return Array.from({ length: pageCount }, (_, index) => ({
    first: `${title} \u2014 ${index + 1}/${pageCount}`,
    second: `${made}${profile.description}`,
  }));
}

/** Numbers of pages are not known yet: all digits are kept. */
async function slugFontOf(
  options: PressOptions,
  profile: OutputProfile,
): Promise<MarkFontProgram | undefined> {
  const { slugFont, marks } = options;
  if (slugFont === undefined || marks?.slug === false) return undefined;
  const texts = slugsOf(options, profile, 1).flatMap(({ first, second }) => [first, second]);
  return subsetMarkFont(slugFont, [...texts, "0123456789", "Cyan Magenta Yellow Black"]);
}

interface PreparedMarks {
  readonly marginPt: number;
  readonly draw: (index: number) => (boxes: PressBoxes) => string;
  readonly addTo: (page: PageObject) => void;
}

function prepareMarks(
  { objects }: PdfDocument,
  pageCount: number,
  { options, profile, font: program }: OpenStage,
): PreparedMarks {
  const choice: MarkChoice = { ...ALL_MARKS, ...options.marks };
  if (!Object.values(choice).includes(true)) {
    return { marginPt: 0, draw: () => () => "", addTo: () => undefined };
  }
  const slugs = slugsOf(options, profile, pageCount);
  const all = registrationColour(objects);
  const font = program === undefined ? undefined : embedMarkFont(objects, program);
  return {
    marginPt: MARKS_MARGIN_PT,
    draw: (index) => (boxes) =>
      drawMarks(boxes, choice, slugs[index] ?? { first: "", second: "" }, font),
    addTo: ({ dict }) => {
      const resources = objects.dict(objects.get(dict, "Resources"));
      if (resources === undefined) return;
      objects.set(resources, "ColorSpace", { PressAll: all });
      if (font === undefined) return;
      const fonts = objects.dict(objects.get(resources, "Font")) ?? objects.make({});
      objects.set(resources, "Font", fonts);
      objects.set(fonts, "PressMarks", font.ref);
    },
  };
}

/** Boxes, content moved so that its upper left corner is the sheet's, and marks round it. */
function finishPage(
  { objects }: PdfDocument,
  page: PageObject,
  boxes: PressBoxes,
  content: string,
  draw: (boxes: PressBoxes) => string,
): void {
  const [, bottom = 0, , top = 0] = objects.numbers(page.inherited("MediaBox"));
  const { bleed } = boxes;
  const up = rounded(bleed.yPt + bleed.heightPt - (top - bottom));
  const clip = [bleed.xPt, bleed.yPt, bleed.widthPt, bleed.heightPt].join(" ");
  const placed = `q\n${clip} re W n\n1 0 0 1 ${bleed.xPt} ${up} cm\n${content}Q\n${draw(boxes)}`;
  stripPage(objects, page.dict);
  const entries = {
    MediaBox: cornersOf(boxes.media),
    BleedBox: cornersOf(boxes.bleed),
    TrimBox: cornersOf(boxes.trim),
  };
  for (const [key, corners] of Object.entries(entries)) {
    objects.set(page.dict, key, corners);
  }
  const stream = objects.makePackedStream(Buffer.from(placed, "latin1"));
  objects.set(page.dict, "Contents", objects.add(stream));
  if (usesTransparency(objects, objects.dict(objects.get(page.dict, "Resources")))) {
    const group = { Type: "Group", S: "Transparency", CS: "DeviceCMYK" };
    objects.set(page.dict, "Group", group);
  }
}

function mismatch(laidOut: number, printed: number): PublicationError {
  return new PublicationError(
    "pages-mismatch",
    `${laidOut} pages were laid out and ${printed} were printed`,
    {
      hint: "give the print styles one page size, in an @page rule that Paged.js and the browser both read",
    },
  );
}

function notEmbedded(names: readonly string[]): PublicationError {
  return new PublicationError("press-font", `fonts are not in the PDF: ${names.join(", ")}`, {
    hint: "load each font with @font-face from a file that allows embedding",
  });
}
