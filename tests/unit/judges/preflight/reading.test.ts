/** What preflight reads with: places in words, XMP, and files that somebody damaged. */
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_PRESS_DEMANDS,
  judgementOf,
  judgeReading,
} from "../../../../src/judges/press/preflight.ts";
import { placeOf } from "../../../../src/judges/press/preflight/place.ts";
import { readForPreflight } from "../../../../src/judges/press/preflight/reading.ts";
import { violation, onAllPages } from "../../../../src/judges/press/preflight/rule.ts";
import { OBJECT_RULES } from "../../../../src/judges/press/preflight/rules/object.ts";
import {
  packetFault,
  XmpProperties,
} from "../../../../src/judges/press/preflight/xmp-properties.ts";
import { PublicationError } from "../../../../src/errors.ts";
import { openPdf } from "../../../../src/pdf/objects/open-pdf.ts";
import { makePressPdf } from "../../../fixtures/pdf/press-pdf.ts";
import { setEntry } from "./rule-case.ts";

describe("placeOf", () => {
  const places = [
    [0, "10 mm from the left, 20 mm from the top"],
    [90, "118 mm from the left, 10 mm from the top"],
    [180, "93 mm from the left, 118 mm from the top"],
    [270, "20 mm from the left, 93 mm from the top"],
  ] as const;

  test.each(places)("measures a page that is turned by %d as it is shown", async (turn, words) => {
    const bytes = await makePressPdf({
      mend: (file) => {
        setEntry(file, file.pages[0], "Rotate", turn);
      },
    });
    const { pages } = readForPreflight(await openPdf(bytes), DEFAULT_PRESS_DEMANDS);
    const [page] = pages;
    if (page === undefined) throw new Error("no page");
    const mm = 72 / 25.4;
    // 10 mm by 10 mm, with its upper left corner 10 mm and 20 mm from that of the trim box.
    const [left, top] = [page.trim[0] + 10 * mm, page.trim[3] - 20 * mm];
    const box = [left, top - 10 * mm, left + 10 * mm, top] as const;
    expect(placeOf(page, box, "Un  texte\n")).toBe(`page 1, ${words}, text “Un texte”`);
  });
});

describe("XMP", () => {
  test("is read by its namespaces, as elements and as attributes", () => {
    const properties = new XmpProperties(
      `<x:RDF xmlns:a="http://purl.org/dc/elements/1.1/" xmlns:b='http://ns.adobe.com/pdf/1.3/'
        b:Trapped='False'><a:title><y:Alt><y:li xml:lang="x">A &amp; &#x42;</y:li></y:Alt></a:title>
        <c:title xmlns:c="urn:other">no</c:title></x:RDF>`,
    );
    expect(properties.value("dc", "title")).toBe("A & B");
    expect(properties.value("pdf", "Trapped")).toBe("False");
    expect(properties.value("xmp", "CreateDate")).toBeUndefined();
  });

  test("has to be well formed", () => {
    expect(packetFault(`<r:RDF a="1 > 0"><b c='</d>'/></r:RDF>`)).toBeUndefined();
    expect(packetFault("<r:RDF><b></r:RDF>")).toMatch(/closes/);
    expect(packetFault("<r:RDF><b>")).toMatch(/not closed/);
  });
});

test("what is the same on several pages is told once", () => {
  const rule = OBJECT_RULES.lzw;
  const told = onAllPages([
    violation(rule, "page 1", "x"),
    violation(rule, "page 2", "y"),
    violation(rule, "page 3", "x"),
    violation(rule, "page 3", "x"),
    violation(rule, "page 3, 1 mm from the left", "x"),
  ]);
  expect(told.map(({ where }) => where)).toEqual([
    "pages 1, 3",
    "page 2",
    "page 3, 1 mm from the left",
  ]);
});

test("a damaged file is judged or refused, and nothing else is thrown", async () => {
  const library = await PDFDocument.load(await makePressPdf(), { updateMetadata: false });
  const sound = await library.save({ useObjectStreams: false });
  const starts = [
    ...Buffer.from(sound)
      .toString("latin1")
      .matchAll(/\d+ 0 obj/g),
  ];
  let seed = 7;
  const below = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * limit);
  };
  let judged = 0;
  for (let round = 0; round < 40; round++) {
    const bytes = Buffer.from(sound);
    for (let change = below(5); change >= 0; change--) {
      const start = starts[below(starts.length)]?.index ?? 0;
      bytes[(start + below(300)) % bytes.length] = below(2) === 0 ? 48 + below(10) : below(256);
    }
    try {
      const pdf = await openPdf(bytes);
      judgementOf(judgeReading(readForPreflight(pdf, DEFAULT_PRESS_DEMANDS)));
      judged += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(PublicationError);
    }
  }
  expect(judged).toBeGreaterThan(20);
});
