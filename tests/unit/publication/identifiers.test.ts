/** Check digits, by numbers that the standards and the agencies themselves show. */
import { describe, expect, test } from "vitest";
import {
  doiAddress,
  doiFault,
  doiName,
  isbnDigits,
  isbnFault,
  issnFault,
  issnNumber,
  orcidAddress,
  orcidFault,
} from "../../../src/publication/fields/identifiers.ts";

const DIGITS = "0123456789X";

describe("ISBN", () => {
  test.each([
    ["978-3-16-148410-0", "9783161484100"],
    ["9783161484100", "9783161484100"],
    ["979-10-90636-07-1", "9791090636071"],
    ["978 0 306 40615 7", "9780306406157"],
    ["0-306-40615-2", "9780306406157"],
    ["080442957X", "9780804429573"],
    ["0-8044-2957-x", "9780804429573"],
  ])("%s is right, and %s to machines", (isbn, digits) => {
    expect(isbnFault(isbn)).toBeUndefined();
    expect(isbnDigits(isbn)).toBe(digits);
  });

  test.each([
    ["978-3-16-148410-1", "should be 0"],
    ["0-306-40615-3", "should be 2"],
    ["0804429571", "should be X"],
    ["979-0-2600-0043-8", "is no ISBN"],
    ["4006381333931", "is no ISBN"],
    ["978-3-16-148410", "is not an ISBN"],
    ["ISBN 978-3-16-148410-0", "is not an ISBN"],
    ["-9783161484100", "is not an ISBN"],
    ["٩٧٨٣١٦١٤٨٤١٠٠", "is not an ISBN"],
  ])("%s is not: %s", (isbn, fault) => {
    expect(isbnFault(isbn)?.message).toContain(fault);
  });

  test("two neighbours in the wrong order, or one wrong digit, are found in ten digits", () => {
    const isbn = "0306406152";
    for (let at = 0; at < isbn.length; at += 1) {
      for (const digit of DIGITS) {
        if (digit === isbn[at]) continue;
        expect(isbnFault(`${isbn.slice(0, at)}${digit}${isbn.slice(at + 1)}`)).toBeDefined();
      }
      const [one = "", other = ""] = [isbn[at], isbn[at + 1]];
      if (one === other || other === "") continue;
      expect(isbnFault(`${isbn.slice(0, at)}${other}${one}${isbn.slice(at + 2)}`)).toBeDefined();
    }
  });
});

describe("ISSN", () => {
  test.each(["0317-8471", "2049-3630", "2434-561X", "2434561x"])("%s is right", (issn) => {
    expect(issnFault(issn)).toBeUndefined();
  });

  test("is written with its hyphen", () => {
    expect(issnNumber("2434561x")).toBe("2434-561X");
  });

  test.each([
    ["0317-8472", "should be 1"],
    ["2434-5610", "should be X"],
    ["0317-847", "is not an ISSN"],
  ])("%s is not: %s", (issn, fault) => {
    expect(issnFault(issn)?.message).toContain(fault);
  });
});

describe("ORCID iD", () => {
  test.each([
    "0000-0002-1825-0097",
    "0000-0001-5109-3700",
    "0000-0002-1694-233X",
    "https://orcid.org/0000-0002-1694-233X",
  ])("%s is right", (orcid) => {
    expect(orcidFault(orcid)).toBeUndefined();
    expect(orcidAddress(orcid)).toMatch(/^https:\/\/orcid\.org\/(?:\d{4}-){3}\d{3}[\dX]$/u);
  });

  test.each([
    ["0000-0002-1825-0098", "should be 7"],
    ["0000-0002-1694-2330", "should be X"],
    ["0000-0002-1825", "is not an ORCID iD"],
  ])("%s is not: %s", (orcid, fault) => {
    expect(orcidFault(orcid)?.message).toContain(fault);
  });
});

describe("DOI", () => {
  test.each([
    ["10.5555/12345678", "10.5555/12345678"],
    ["doi:10.5555/12345678", "10.5555/12345678"],
    ["https://doi.org/10.5555/12345678", "10.5555/12345678"],
    ["http://dx.doi.org/10.1000.10/a%28b%29", "10.1000.10/a(b)"],
  ])("%s is right, and %s to machines", (doi, name) => {
    expect(doiFault(doi)).toBeUndefined();
    expect(doiName(doi)).toBe(name);
  });

  test("has an address that browsers follow whole", () => {
    expect(doiAddress("10.1002/(SICI)1<1::AID-1>3.0#x?y")).toBe(
      "https://doi.org/10.1002/(SICI)1%3C1::AID-1%3E3.0%23x%3Fy",
    );
  });

  test.each(["10.5555", "10.5555/", "11.5555/1", "10.5555/a b", "https://example.org/10.5555/1"])(
    "%s is none",
    (doi) => {
      expect(doiFault(doi)).toBeDefined();
    },
  );
});
