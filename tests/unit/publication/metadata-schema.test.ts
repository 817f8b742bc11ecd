import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import {
  CONTRIBUTOR_ROLES,
  ROLE_NAMES,
} from "../../../src/publication/fields/contributor-roles.ts";
import { licenceAddress, licenceFault } from "../../../src/publication/fields/licence.ts";
import { metadataFields } from "../../../src/publication/schemas/metadata-schema.ts";

const schema = z.strictObject(metadataFields);
const read = (yaml: string): unknown => schema.parse(parse(yaml));

describe("fields about the publication", () => {
  test("may all be left out", () => {
    expect(read("{}")).toEqual({});
  });

  test("take an author's name alone for an author", () => {
    expect(read("authors: [ Ada Exemple , { name: Bob, role: Head }]")).toEqual({
      authors: [{ name: "Ada Exemple" }, { name: "Bob", role: "Head" }],
    });
  });

  test.each([
    ["date: 2021", { date: "2021" }],
    ["date: 2021-03", { date: "2021-03" }],
    ["date: 2021-03-15", { date: "2021-03-15" }],
    ["identifiers: { isbn: 9782123456803 }", { identifiers: { isbn: "9782123456803" } }],
    ["identifiers: { isbn: 0306406152 }", { identifiers: { isbn: "0306406152" } }],
    ["identifiers: { issn: 03178471 }", { identifiers: { issn: "03178471" } }],
  ])("%s is read as it was meant, number or not", (yaml, fields) => {
    expect(read(yaml)).toEqual(fields);
  });

  test.each(["date: 21", "date: -2021", "identifiers: { isbn: 12345 }"])(
    "%s is not made right by zeros",
    (yaml) => {
      expect(schema.safeParse(parse(yaml)).success).toBe(false);
    },
  );
});

test("roles have codes of their own, three letters each", () => {
  const codes = Object.values(CONTRIBUTOR_ROLES);
  expect(new Set(codes).size).toBe(ROLE_NAMES.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]{3}$/u);
});

test.each([
  ["CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"],
  ["CC-BY-NC-ND-4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"],
  ["CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
  ["https://www.example.org/a licence", "https://www.example.org/a%20licence"],
])("the licence %s has the address %s", (licence, address) => {
  expect(licenceFault(licence)).toBeUndefined();
  expect(licenceAddress(licence)).toBe(address);
});
