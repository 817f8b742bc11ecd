/** What is compared of words from right to left keeps every letter, and where words end. */
import { expect, test } from "vitest";
import { lettersOnly, withoutPunctuation } from "../../support/readers/right-to-left.ts";

test("punctuation, brackets and the side of a mark do not count", () => {
  expect(withoutPunctuation("النَّهْر.ِ")).toEqual(withoutPunctuation("النَّهْرِ."));
  expect(withoutPunctuation(")שנמשכת(")).toEqual(withoutPunctuation("(שנמשכת)"));
});

test("the parts of a number are words of their own", () => {
  expect(["9:00–", ".)17:30"].flatMap(withoutPunctuation)).toEqual(
    withoutPunctuation("9:00–17:30)."),
  );
});

test("letters, marks and spaces count", () => {
  expect(withoutPunctuation("הַנָּהָר")).not.toEqual(withoutPunctuation("הנהר"));
  expect(["של", "ום"].flatMap(withoutPunctuation)).not.toEqual(withoutPunctuation("שלום"));
});

test("letters of either direction are words of their own, without numbers", () => {
  expect(lettersOnly("1,250ספרים")).toEqual(["ספרים"]);
  expect(lettersOnly("Englishבתוך")).toEqual(["English", "בתוך"]);
  expect(lettersOnly("וPDF")).toEqual(["ו", "PDF"]);
  expect(lettersOnly("لِلْجَمِيعِ،")).toEqual(["لِلْجَمِيعِ"]);
});
