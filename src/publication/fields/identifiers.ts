/**
 * Numbers that name a publication, or a person, in the world: ISBN (ISO 2108), ISSN (ISO 3297), DOI
 * (ISO 26324) and ORCID iD (ISO 27729, with the check character of ISO 7064, MOD 11-2). Input: a
 * number as an author wrote it. Output: what is wrong with it, or the form that machines compare. A
 * right check digit says that it was copied well, not that somebody was given it: no network is asked.
 */
import type { ValueFault } from "./field-types.ts";

/** An ISBN of 13 digits, or of 10 as they were until 2006. */
export function isbnFault(written: string): ValueFault | undefined {
  const digits = compact(written);
  if (/^\d{9}[\dX]$/u.test(digits)) return checkFault("ISBN", digits, weighted11(digits));
  if (!/^\d{13}$/u.test(digits)) {
    return wrongShape("an ISBN, which has 13 digits or 10", "978-2-1234-5680-3");
  }
  if (!/^97[89]/u.test(digits) || digits.startsWith("9790")) {
    return {
      message: "is no ISBN: it begins with 978, or with 979 and another digit than 0",
      hint: "write the number that is printed as ISBN; another code of bars is something else",
    };
  }
  return checkFault("ISBN", digits, weighted13(digits));
}

/** 13 digits, those of 10 under the prefix that stands for them (ISO 2108, since 2007). */
export function isbnDigits(isbn: string): string {
  const digits = compact(isbn);
  if (digits.length === 13) return digits;
  const body = `978${digits.slice(0, 9)}`;
  return `${body}${weighted13(body)}`;
}

export function issnFault(written: string): ValueFault | undefined {
  const digits = compact(written);
  if (!/^\d{7}[\dX]$/u.test(digits)) {
    return wrongShape("an ISSN, which has two groups of four digits", "2049-3630");
  }
  return checkFault("ISSN", digits, weighted11(digits));
}

/** With its hyphen, as ISO 3297 shows it: `2049-3630`. */
export function issnNumber(issn: string): string {
  const digits = compact(issn);
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

const DOI_PREFIX = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu;

export function doiFault(written: string): ValueFault | undefined {
  if (/^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{Cc}]+$/u.test(doiName(written))) return undefined;
  return {
    message: "is no DOI, which is 10., a number, / and a name",
    hint: "write it like 10.5555/12345678, or as its address, https://doi.org/10.5555/12345678",
  };
}

/** Without what may stand in front of it: `10.5555/12345678`. */
export function doiName(doi: string): string {
  const name = doi.replace(DOI_PREFIX, "");
  if (!/^http/iu.test(doi)) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doiName(doi)).replace(/[?#]/gu, encodeURIComponent)}`;
}

const ORCID_PREFIX = /^https?:\/\/orcid\.org\//iu;

export function orcidFault(written: string): ValueFault | undefined {
  const digits = compact(written.replace(ORCID_PREFIX, ""));
  if (!/^\d{15}[\dX]$/u.test(digits)) {
    return wrongShape("an ORCID iD, which has four groups of four digits", "0000-0002-1825-0097");
  }
  return checkFault("ORCID iD", digits, mod11of2(digits));
}

/** The address by which ORCID wants it shown: `https://orcid.org/0000-0002-1825-0097`. */
export function orcidAddress(orcid: string): string {
  const groups = compact(orcid.replace(ORCID_PREFIX, "")).match(/.{4}/gu) ?? [];
  return `https://orcid.org/${groups.join("-")}`;
}

/** The numbers as addresses: what names this publication, then what names its series. */
export function identifierAddresses({
  isbn,
  doi,
  issn,
}: Readonly<Partial<Record<"isbn" | "doi" | "issn", string | undefined>>>): readonly string[] {
  return [
    ...(isbn === undefined ? [] : [`urn:isbn:${isbnDigits(isbn)}`]),
    ...(doi === undefined ? [] : [`doi:${doiName(doi)}`]),
    ...(issn === undefined ? [] : [`urn:issn:${issnNumber(issn)}`]),
  ];
}

/** Hyphens, of whatever kind, and spaces part groups of digits, and mean nothing. */
function compact(written: string): string {
  return written.replace(/(?<=.)[-\u2010-\u2013\s](?=.)/gu, "").toUpperCase();
}

function wrongShape(what: string, example: string): ValueFault {
  return {
    message: `is not ${what}`,
    hint: `write the number alone, with or without hyphens: ${example}`,
  };
}

function checkFault(what: string, digits: string, wanted: string): ValueFault | undefined {
  if (digits.endsWith(wanted)) return undefined;
  return {
    message: `is mistyped: the last digit of this ${what} should be ${wanted}`,
    hint: "compare each digit with the number that you were given; the wrong one may be another than the last",
  };
}

/** Weights 1 and 3 in turns, of the first twelve digits. */
function weighted13(digits: string): string {
  const sum = Array.from(digits.slice(0, 12), Number).reduce(
    (total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

/** Weights down to 2 at the digit before the last: ISBNs of ten digits, and ISSNs. */
function weighted11(digits: string): string {
  const sum = Array.from(digits.slice(0, -1), Number).reduce(
    (total, digit, index) => total + digit * (digits.length - index),
    0,
  );
  return character11((11 - (sum % 11)) % 11);
}

/** ISO 7064, MOD 11-2. */
function mod11of2(digits: string): string {
  const sum = Array.from(digits.slice(0, -1), Number).reduce(
    (total, digit) => (total + digit) * 2,
    0,
  );
  return character11((12 - (sum % 11)) % 11);
}

/** Ten is written X. */
function character11(value: number): string {
  return value === 10 ? "X" : String(value);
}
