import { describe, expect, test } from "vitest";
import { relativeAddress } from "../../../src/accessible/links/link-address.ts";

const document = "http://imprimatur.localhost/report/print.html";

describe("where links lead once the document is a PDF", () => {
  test.each([
    ["http://imprimatur.localhost/report/other.html", "other.html"],
    ["http://imprimatur.localhost/report/sub/page.html#part", "sub/page.html#part"],
    ["http://imprimatur.localhost/index.html?a=b", "../index.html?a=b"],
    ["http://imprimatur.localhost/report/sub/", "sub/"],
    ["http://imprimatur.localhost/report/", "./"],
    ["http://imprimatur.localhost/report/print.html", ""],
  ])("%s is written from the document on", (uri, expected) => {
    expect(relativeAddress(uri, document)).toBe(expected);
  });

  test.each([
    "https://example.org/report/other.html",
    "mailto:a@example.org",
    "#here",
    "not a URI",
  ])("%s is good as it is", (uri) => {
    expect(relativeAddress(uri, document)).toBeUndefined();
  });
});
