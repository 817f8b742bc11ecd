import { describe, expect, test } from "vitest";
import { describeSource } from "../../../src/accessible/source/source-description.ts";

type Metadata = Readonly<Record<string, readonly string[]>>;

const of = (metadata: Metadata, licence?: string): unknown =>
  describeSource({ metadata, ...(licence !== undefined && { licence }) });

describe("a source's description", () => {
  test("is empty where the source says nothing", () => {
    expect(of({})).toEqual({});
    expect(of({ author: [" "], keywords: [" , "], "dcterms.rights": [""] })).toEqual({
      keywords: ",",
    });
  });

  test("has all authors in order, and texts on one line", () => {
    expect(of({ author: ["Ada\n Exemple ", "Bob"], description: ["Un\ttexte"] })).toEqual({
      authors: ["Ada Exemple", "Bob"],
      description: "Un texte",
    });
  });

  test("takes HTML's names before Dublin Core's, and never both", () => {
    expect(of({ author: ["Ada"], "dcterms.creator": ["Exemple, Ada"] })).toEqual({
      authors: ["Ada"],
    });
    expect(of({ author: [""], "dc.creator": ["Exemple, Ada"] })).toEqual({
      authors: ["Exemple, Ada"],
    });
  });

  test("takes keywords for subjects where none are given", () => {
    const keywords = ["bateaux, livres,, bateaux"];
    expect(of({ keywords })).toMatchObject({ subjects: ["bateaux", "livres"] });
    expect(of({ keywords, "dcterms.subject": ["Livres, bateaux"] })).toMatchObject({
      subjects: ["Livres, bateaux"],
    });
  });

  test.each(["2021", "2021-03", "2021-03-15", "2021-03-15T12:00Z", "2021-03-15T12:00:00.5+01:00"])(
    "has the date %s",
    (date) => {
      expect(of({ "dcterms.date": [date] })).toEqual({ dates: [date] });
    },
  );

  test.each(["March 2021", "2021-02-30", "2021-03T12:00Z", "2021-03-15T24:00Z", "2021-03-15T"])(
    "has no date that XMP could not hold: %s",
    (date) => {
      expect(of({ "dcterms.date": [date] })).toEqual({ dates: [] });
    },
  );

  test("has a licence that is an address, by HTML's link or by Dublin Core's name", () => {
    const licence = "https://creativecommons.org/licenses/by/4.0/";
    expect(of({}, licence)).toEqual({ licence });
    expect(of({ "dcterms.license": [licence] }, "licence.html")).toEqual({ licence });
    expect(of({ "dcterms.license": ["CC BY"] }, "javascript:alert(1)")).toEqual({});
  });
});
