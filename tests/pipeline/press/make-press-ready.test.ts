/** A small brochure through layout, print and the press stage, read back with our own readers. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, type LaunchedBrowser } from "../../../src/browser/launch-browser.ts";
import { paginate } from "../../../src/paginate/paginate.ts";
import type { PaginatedPage } from "../../../src/paginate/paginated-document.ts";
import { printRaw, type RawPdf } from "../../../src/paginate/print-raw.ts";
import { readDocumentFacts, type DocumentFacts } from "../../../src/pdf/document/document-facts.ts";
import { openPdf, type PdfDocument } from "../../../src/pdf/objects/open-pdf.ts";
import { readContent } from "../../../src/pdf/text/read-content.ts";
import { streamText } from "../../support/stream-text.ts";
import { fontsNotEmbedded } from "../../../src/press/facts/embedded-fonts.ts";
import { hexOf, type PressToken } from "../../../src/press/colour/colour-converter.ts";
import { type PressOptions, type PressReadyPdf } from "../../../src/press/make-press-ready.ts";
import { makePressReady } from "../../support/make-press-ready.ts";
import { POINTS_PER_MM } from "../../../src/press/marks/press-boxes.ts";
import {
  SEPARATIONS,
  type PageSeparations,
  type Separation,
} from "../../../src/press/separations/render-separations.ts";
import { screenColours } from "../../support/screen-colours.ts";
import { inksAt, separationsOf } from "./separations-drawing.ts";

const projectDir = path.join(import.meta.dirname, "../../..");
const stylesDir = path.join(projectDir, "src/design/house");

const tokens: readonly PressToken[] = [
  { name: "ink", rgb: [20, 20, 20], press: [0, 0, 0, 1] },
  { name: "accent", rgb: [255, 121, 0], press: [0, 0.6, 1, 0] },
  { name: "link", rgb: [138, 47, 0], press: [0, 0.72, 1, 0.46] },
];

async function picture(channels: 3 | 4, format: "jpeg" | "png"): Promise<string> {
  const [width, height] = [64, 48];
  const samples = Buffer.from(
    Array.from({ length: width * height * channels }, (_, at) => (at * 7) % 256),
  );
  const image = sharp(samples, { raw: { width, height, channels } });
  const bytes = await image[format]().toBuffer();
  return `data:image/${format};base64,${bytes.toString("base64")}`;
}

async function brochure(): Promise<string> {
  const jpeg = await picture(3, "jpeg");
  const png = await picture(4, "png");
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title><style>
    @page { size: 148mm 210mm; bleed: 3mm; margin: 14mm }
    @font-face { font-family: Inter; src: url(/styles/fonts/inter-regular.ttf) }
    body { margin: 0; font: 10pt/1.4 Inter; color: ${hexOf([20, 20, 20])} }
    .full { position: absolute; left: -17mm; right: -17mm; top: -17mm; height: 30mm; background: #ff7900 }
    .accent { color: #ff7900 } .other { color: #123456 } .white { color: #fff; background: #000 }
    div { height: 8mm } .next { break-before: page } hr { border: 0; border-top: 0.5pt solid #000 }
  </style></head><body><div class="full"></div>
  <p style="margin-top: 30mm">Texte en encre, <a href="https://example.org/" style="color: #8a2f00">un lien</a>,
  <span class="accent">accent</span>, <span class="other">couleur inconnue</span>,
  <span class="white">blanc sur noir</span>.</p><hr>
  <div style="background: linear-gradient(90deg, #ff7900, #8a2f00)"></div>
  <div style="background: linear-gradient(90deg, rgb(255 121 0), rgb(255 121 0 / 0))"></div>
  <div style="opacity: 0.5; background: #ff7900">demi</div>
  <div style="box-shadow: 0 0 3mm #000"></div>
  <p class="next"><img alt="a" src="${jpeg}"><img alt="b" src="${png}"></p>
  </body></html>`;
}

let launched: LaunchedBrowser;
let raw: RawPdf;
let pages: readonly PaginatedPage[];
let options: PressOptions;
let made: PressReadyPdf;
let pdf: PdfDocument;
let facts: DocumentFacts;

beforeAll(async () => {
  launched = await launchBrowser({ projectDir, onNotice: () => undefined });
  const paginated = await paginate(
    {
      html: await brochure(),
      urlPath: "/print.html",
      roots: [{ urlPath: "/styles", dir: stylesDir }],
    },
    { browser: launched.browser, onRefused: () => undefined },
  );
  pages = paginated.pages;
  raw = await printRaw(paginated);
  await paginated.close();
  options = {
    title: "Rapport d’activité",
    language: "fr",
    authors: ["Ada & Bob"],
    date: new Date("2026-01-31T12:00:00Z"),
    producer: "Imprimatur 0.1.0",
    tokens,
    slugFont: await readFile(path.join(stylesDir, "fonts/inter-regular.ttf")),
  };
  made = await makePressReady(raw, pages, options);
  pdf = await openPdf(made.bytes);
  facts = readDocumentFacts(pdf);
});
afterAll(() => launched.close());

function contentOf(document: PdfDocument, page: number): string {
  const { objects } = document;
  return streamText(objects.get(document.pages[page]?.dict, "Contents"));
}

/** All streams of content: pages, forms and patterns. */
function allContent(document: PdfDocument): string {
  const { objects } = document;
  const forms = objects.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && objects.name(objects.get(object.dict, "Subtype")) === "Form"
        ? [streamText(object)]
        : [],
    );
  return [...document.pages.map((_, index) => contentOf(document, index)), ...forms].join("\n");
}

describe("boxes", () => {
  test("are those of the CSS to a hundredth of a millimetre, which the browser's are not", async () => {
    const wanted = { media: [0, 0, 174, 236], bleed: [10, 10, 164, 226], trim: [13, 13, 161, 223] };
    expect(facts.pages).toHaveLength(2);
    for (const { boxes } of facts.pages) {
      for (const [name, corners] of Object.entries(wanted)) {
        const found = boxes[name as keyof typeof wanted] ?? [];
        for (const [at, mm] of corners.entries()) {
          expect(Math.abs((found[at] ?? NaN) / POINTS_PER_MM - mm)).toBeLessThan(0.01);
        }
      }
      expect(boxes.crop).toBeUndefined();
    }
    const printed = readDocumentFacts(await openPdf(raw.bytes)).pages[0]?.boxes.media ?? [];
    expect(Math.abs((printed[2] ?? NaN) / POINTS_PER_MM - 154)).toBeGreaterThan(0.01);
  });

  test("without marks the sheet is trim and bleed", async () => {
    const none = { crop: false, registration: false, colourBar: false, slug: false };
    const bare = await openPdf(
      (await makePressReady(raw, pages, { ...options, marks: none })).bytes,
    );
    const [page] = readDocumentFacts(bare).pages;
    expect(page?.boxes.media).toEqual(page?.boxes.bleed);
    expect(screenColours(bare)).toEqual([]);
    expect(contentOf(bare, 0)).not.toContain("PressAll");
  });

  test("what is painted is cut at the bleed", () => {
    expect(contentOf(pdf, 0)).toMatch(/^q\n28\.3465 28\.3465 436\.5354 612\.2835 re W n\n/);
  });
});

describe("colour", () => {
  test("nothing is left in a screen's colours, which the browser's PDF is full of", async () => {
    expect(screenColours(pdf)).toEqual([]);
    expect(screenColours(await openPdf(raw.bytes)).length).toBeGreaterThan(20);
  });

  test("tokens are printed in exactly their inks", () => {
    const content = allContent(pdf);
    expect(content).toContain("0 0.6 1 0 k");
    expect(content).toContain("0 0.72 1 0.46 k");
    expect(content).toContain("0 0 0 1 k");
  });

  test("a gradient between tokens begins and ends in their inks", () => {
    const { objects } = pdf;
    const shadings = objects.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const shading = objects.dict(objects.get(objects.dict(object), "Shading"));
      return shading === undefined ? [] : [shading];
    });
    const ends = shadings.map((shading) => {
      const code = objects.dict(objects.get(shading, "Function"));
      return [objects.numbers(objects.get(code, "C0")), objects.numbers(objects.get(code, "C1"))];
    });
    expect(ends).toContainEqual([
      [0, 0.6, 1, 0],
      [0, 0.72, 1, 0.46],
    ]);
  });

  test("pictures are ink, their masks are kept", () => {
    const { objects } = pdf;
    const images = objects.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const dict = object instanceof PDFRawStream ? object.dict : undefined;
      return objects.name(objects.get(dict, "Subtype")) === "Image" ? [dict] : [];
    });
    const spaces = images.map((dict) => objects.name(objects.get(dict, "ColorSpace")));
    expect(spaces.filter((space) => space === "DeviceCMYK").length).toBeGreaterThanOrEqual(2);
    expect(images.some((dict) => objects.stream(objects.get(dict, "SMask")) !== undefined)).toBe(
      true,
    );
  });

  test("a colour of no token is told of, with its page and words", () => {
    expect(made.warnings).toEqual([
      {
        message:
          "#123456 is no colour of the design: its inks come from the profile. Add it to styles/tokens.css with its -press value to choose its inks",
        where: "page 1, text “couleur inconnue”",
      },
    ]);
  });

  test("all black text overprints, and no other text does", () => {
    const seen = new Set<string>();
    let [colour, state] = ["", ""];
    for (const line of allContent(pdf).split("\n")) {
      if (line.endsWith(" k")) colour = line;
      if (/^\/Press\w+ gs$/.test(line)) state = line;
      if (line.endsWith("Tj")) seen.add(`${colour} ${state}`);
    }
    expect(seen).toContain("0 0 0 1 k /PressOverprint gs");
    expect(seen).toContain("0 0 0 0 k /PressKnockout gs");
    expect(seen).toContain("0 0.6 1 0 k /PressKnockout gs");
    const wrong = [...seen].filter(
      (pair) => pair.startsWith("0 0 0 1 k") === pair.includes("Knockout"),
    );
    expect(wrong).toEqual([]);
  });

  test("transparency stays, and blends in ink", () => {
    const { objects } = pdf;
    const group = objects.dict(objects.get(pdf.pages[0]?.dict, "Group"));
    expect(objects.name(objects.get(group, "CS"))).toBe("DeviceCMYK");
    const states = objects.context
      .enumerateIndirectObjects()
      .map(([, object]) => objects.number(objects.get(objects.dict(object), "ca")));
    expect(states).toContain(0.5);
  });
});

describe("the file", () => {
  test("is PDF/X-4 by what it says of itself", () => {
    expect(pdf.version).toBe("1.6");
    expect(facts.title).toBe("Rapport d’activité");
    const xmp = facts.xmp ?? "";
    expect(xmp).toContain("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    expect(xmp).toContain("<pdf:Trapped>False</pdf:Trapped>");
    expect(xmp).toMatch(/<xmpMM:DocumentID>uuid:[0-9a-f-]{36}<\/xmpMM:DocumentID>/);
    expect(xmp).toContain("<xmpMM:VersionID>1</xmpMM:VersionID>");
    expect(xmp).toContain("<xmpMM:RenditionClass>default</xmpMM:RenditionClass>");
    for (const name of ["CreateDate", "ModifyDate", "MetadataDate"]) {
      expect(xmp).toContain(`<xmp:${name}>2026-01-31T12:00:00Z</xmp:${name}>`);
    }
    expect(xmp).not.toMatch(/pdfuaid:part|pdfaid:part/);
    const { objects, info } = pdf;
    expect(objects.name(objects.get(info, "Trapped"))).toBe("False");
    expect(objects.text(objects.get(info, "CreationDate"))).toBe("D:20260131120000Z");
    expect(objects.text(objects.get(info, "ModDate"))).toBe("D:20260131120000Z");
    const tail = Buffer.from(made.bytes).toString("latin1");
    expect(tail).toMatch(/\/ID\[<[0-9a-f]{32}><[0-9a-f]{32}>\]/);
    expect(tail).not.toContain("/Encrypt");
  });

  test("has the profile of its press in it", async () => {
    const { objects, catalog } = pdf;
    const [intent] = objects.items(objects.get(catalog, "OutputIntents"));
    const dict = objects.dict(intent);
    expect(objects.name(objects.get(dict, "S"))).toBe("GTS_PDFX");
    expect(objects.text(objects.get(dict, "OutputConditionIdentifier"))).toBe("FOGRA39");
    expect(objects.text(objects.get(dict, "RegistryName"))).toBe("http://www.color.org");
    const profile = objects.streamBytes(objects.get(dict, "DestOutputProfile"));
    const file = path.join(projectDir, "src/press/colour/profiles/fogra39-coated.icc");
    expect(Buffer.from(profile ?? []).equals(await readFile(file))).toBe(true);
  });

  test("has no annotation, script, action, tag, layer or file in it", () => {
    const keys = pdf.catalog.keys().map((key) => key.decodeText());
    expect(keys.sort()).toEqual([
      "Lang",
      "Metadata",
      "OutputIntents",
      "Pages",
      "Type",
      "ViewerPreferences",
    ]);
    for (const { dict } of pdf.pages) {
      expect(dict.has(PDFName.of("Annots"))).toBe(false);
      expect(dict.has(PDFName.of("AA"))).toBe(false);
    }
    const { objects } = pdf;
    const kinds = objects.context
      .enumerateIndirectObjects()
      .map(([, object]) => objects.name(objects.get(objects.dict(object), "Type")));
    expect(kinds).not.toContain("Annot");
    expect(kinds).not.toContain("StructElem");
    expect(allContent(pdf)).not.toMatch(/\b(?:BDC|BMC|EMC)\b/);
  });

  test("has all fonts in it, and text is text", async () => {
    expect(fontsNotEmbedded(pdf.objects)).toEqual([]);
    const [first] = await readContent(pdf);
    const words = (first?.pieces ?? []).map(({ text }) => text).join("");
    expect(words).toContain("couleur inconnue");
    expect(words).toContain("Rapport d’activité — 1/2");
  });

  test("is the same twice, whenever the browser printed", async () => {
    const later = Buffer.from(raw.bytes)
      .toString("latin1")
      .replaceAll(/D:\d{14}/g, "D:20010203040506");
    const again = await makePressReady(
      { ...raw, bytes: new Uint8Array(Buffer.from(later, "latin1")) },
      pages,
      options,
    );
    expect(Buffer.from(again.bytes).equals(made.bytes)).toBe(true);
  });
});

describe("on the separations", () => {
  const mm = POINTS_PER_MM;
  let page: PageSeparations | undefined;
  beforeAll(async () => {
    [page] = await separationsOf(made.bytes, { dpi: 300, pages: [1] });
  });
  /** From the left and the top of the sheet. */
  const at = (leftMm: number, topMm: number): readonly number[] =>
    inksAt(page, leftMm * mm, (236 - topMm) * mm);
  const separationOf = (name: Separation): Uint8Array =>
    page?.separations[name] ?? new Uint8Array();

  test("colour reaches to the edge of the bleed, and no further", () => {
    expect(at(10.2, 20)).toEqual([0, 60, 100, 0]);
    expect(at(163.8, 20)).toEqual([0, 60, 100, 0]);
    expect(at(9.5, 30)).toEqual([0, 0, 0, 0]);
  });

  test("opacity is half of each ink", () => {
    // Where it lies, the layout knows: somewhere there is half of the accent.
    const halves = separationOf("magenta").filter((ink, index) => {
      return (
        Math.abs(ink - 76.5) <= 1 && Math.abs((separationOf("yellow")[index] ?? 0) - 127.5) <= 1
      );
    });
    expect(halves.length / (300 / 25.4) ** 2).toBeGreaterThan(400);
  });

  test("what is black ink alone is on the black separation alone", () => {
    const others = (["cyan", "magenta", "yellow"] as const).map(separationOf);
    const inTrim = (index: number): boolean => {
      const width = page?.widthPx ?? 1;
      const [x, y] = [index % width, Math.floor(index / width)].map((px) => (px / 300) * 25.4);
      return x !== undefined && y !== undefined && x > 10 && x < 164 && y > 10 && y < 226;
    };
    let [full, alone] = [0, 0];
    for (const [index, ink] of separationOf("black").entries()) {
      if (ink < 250 || !inTrim(index)) continue;
      full += 1;
      if (others.every((separation) => separation[index] === 0)) alone += 1;
    }
    expect(full).toBeGreaterThan(5000);
    expect(alone).toBe(full);
  });

  test("marks are on all four", () => {
    // The vertical line at the left upper corner of the trim box.
    for (const name of SEPARATIONS) {
      const width = page?.widthPx ?? 1;
      const row = Math.round((7 / 25.4) * 300) * width;
      const [from, to] = [12.5, 13.5].map((x) => Math.round((x / 25.4) * 300)) as [number, number];
      expect(Math.max(...separationOf(name).subarray(row + from, row + to))).toBeGreaterThan(200);
    }
  });
});

test("pages that were not laid out are a fault", async () => {
  await expect(makePressReady(raw, pages.slice(1), options)).rejects.toMatchObject({
    code: "pages-mismatch",
  });
});

test("what the browser writes for opacity and transforms is converted as well", async () => {
  const html = await readFile(
    path.join(projectDir, "tests/golden/opacity-and-transforms/source.html"),
    "utf8",
  );
  const paginated = await paginate(
    {
      html,
      urlPath: "/opacity-and-transforms/source.html",
      roots: [
        { urlPath: "/", dir: path.join(projectDir, "tests/golden") },
        { urlPath: "/styles", dir: stylesDir },
      ],
    },
    { browser: launched.browser, onRefused: () => undefined },
  );
  const printed = await printRaw(paginated);
  await paginated.close();
  const { bytes } = await makePressReady(printed, paginated.pages, options);
  expect(screenColours(await openPdf(bytes))).toEqual([]);
});
