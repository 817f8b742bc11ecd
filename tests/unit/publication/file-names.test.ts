/** Names of content files: what they say, and what a wrong one could be. */
import { describe, expect, it, test } from "vitest";
import {
  hiddenFault,
  rightName,
  slugFault,
  splitName,
  unreadFault,
} from "../../../src/publication/files/file-names.ts";

const nothing = (): boolean => false;

test.each([
  ["the-boat", "the-boat", undefined],
  ["010-the-boat", "the-boat", 10],
  ["10-", "10-", undefined],
  ["1234567-boat", "1234567-boat", undefined],
])("%s has the slug %s and the number %s", (name, slug, number) => {
  expect(splitName(name)).toEqual({ slug, number });
});

test.each([
  ["Été 2020.md", "ete-2020.md"],
  ["010_The Boat (1).MD", "010-the-boat-1.md"],
  ["Œuvre & Straße.markdown", "oeuvre-strasse.md"],
  ["10-.md", undefined],
  ["---.md", undefined],
  ["河.md", undefined],
  ["con.md", undefined],
  ["Ｆｕｌｌ.md", "full.md"],
])("%s could be %s", (name, right) => {
  expect(rightName(name)).toBe(right);
});

test.each(["boat.md", "010-boat.md", "2020.md"])("%s is right", (name) => {
  expect(slugFault(name, nothing)).toBeUndefined();
});

test.each(["Boat.md", "the boat.md", "con.md", "boat-.md", `${"b".repeat(81)}.md`, "010-.md"])(
  "%s is wrong, and the fault says what would be right",
  (name) => {
    expect(slugFault(name, nothing)?.hint).toMatch(
      /^rename the file(?: to|, such as) [a-z\d-]+\.md$/u,
    );
  },
);

describe("copies that programs leave", () => {
  const COPIES = [
    "boat.md~",
    "#boat.md#",
    "boat.md.orig",
    "boat.md.bak",
    "~$boat.docx",
    "boat.md.swp",
  ];
  it.each(COPIES)("%s is one", (name) => {
    expect(unreadFault(name, nothing).hint).toContain("remove it");
  });
  it.each(["boat.txt", "boats.old.csv"])("%s is none", (name) => {
    expect(unreadFault(name, nothing).hint).not.toContain("remove it");
  });
});

test.each([".DS_Store", "._boat.md", ".#boat.md", ".boat.md.swp", "README.md", ".gitkeep"])(
  "%s is let be",
  (name) => {
    expect(hiddenFault(name)).toBeUndefined();
  },
);
