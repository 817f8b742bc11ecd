import { describe, expect, test } from "vitest";
import { descriptionInfo } from "../../../src/pdf/document/description.ts";
import { xmpPacket, type DocumentMetadata } from "../../../src/pdf/document/xmp.ts";
import { STANDARDS } from "../../../src/pdf/standards/standards.ts";
import { packetFault } from "../../../src/judges/press/preflight/xmp-properties.ts";

const plain: DocumentMetadata = {
  title: "An example",
  language: "en",
  date: new Date("2026-01-31T12:00:00Z"),
  producer: "Imprimatur test",
};
const full: DocumentMetadata = {
  ...plain,
  authors: ["Ada & Bob", "Zoé"],
  contributors: ["João Silva"],
  publishers: ["Harbour Library"],
  description: "What it says.",
  keywords: "boats, libraries",
  subjects: ["boats", "libraries"],
  dates: ["2021-03"],
  identifiers: ["urn:isbn:9783161484100", "doi:10.5555/12345678"],
  rights: "© 2021 Harbour Library",
  licence: "https://creativecommons.org/licenses/by/4.0/",
};

const linesOf = (metadata: DocumentMetadata): readonly string[] =>
  xmpPacket(metadata, [STANDARDS["pdf-a-2a"]]).split("\n");

describe("the XMP packet", () => {
  test("has each property in the shape that its schema has for it", () => {
    const alone = new Set(linesOf(plain));
    expect(
      linesOf(full).filter((line) => !alone.has(line) && !line.includes("Description ")),
    ).toEqual([
      "<dc:creator><rdf:Seq><rdf:li>Ada &amp; Bob</rdf:li><rdf:li>Zoé</rdf:li></rdf:Seq></dc:creator>",
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">What it says.</rdf:li></rdf:Alt></dc:description>',
      "<dc:contributor><rdf:Bag><rdf:li>João Silva</rdf:li></rdf:Bag></dc:contributor>",
      "<dc:publisher><rdf:Bag><rdf:li>Harbour Library</rdf:li></rdf:Bag></dc:publisher>",
      "<dc:subject><rdf:Bag><rdf:li>boats</rdf:li><rdf:li>libraries</rdf:li></rdf:Bag></dc:subject>",
      "<dc:date><rdf:Seq><rdf:li>2021-03</rdf:li></rdf:Seq></dc:date>",
      "<dc:identifier>urn:isbn:9783161484100</dc:identifier>",
      "<xmp:Identifier><rdf:Bag><rdf:li>urn:isbn:9783161484100</rdf:li><rdf:li>doi:10.5555/12345678</rdf:li></rdf:Bag></xmp:Identifier>",
      '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2021 Harbour Library</rdf:li></rdf:Alt></dc:rights>',
      "<xmpRights:Marked>True</xmpRights:Marked>",
      "<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/</xmpRights:WebStatement>",
      "<pdf:Keywords>boats, libraries</pdf:Keywords>",
    ]);
    expect(packetFault(xmpPacket(full, []))).toBeUndefined();
  });

  test("is the same where a description says nothing as where there is none", () => {
    const nothing = { authors: [], dates: [], identifiers: [], description: "", rights: "" };
    expect(linesOf({ ...plain, ...nothing })).toEqual(linesOf(plain));
    expect(linesOf(plain).join("\n")).not.toContain("xmpRights");
  });

  test("says that nobody has rights in what was given to everyone", () => {
    const licence = "https://creativecommons.org/publicdomain/zero/1.0/";
    expect(linesOf({ ...plain, licence })).toContain("<xmpRights:Marked>False</xmpRights:Marked>");
  });
});

test("the document information agrees with it, authors parted by semicolons", () => {
  expect(descriptionInfo(full)).toEqual({
    Author: "Ada & Bob; Zoé",
    Subject: "What it says.",
    Keywords: "boats, libraries",
  });
  expect(descriptionInfo({ authors: [], description: "" })).toEqual({});
});
