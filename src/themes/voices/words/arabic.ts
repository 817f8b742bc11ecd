/** The theme's words in Arabic. Names of files are in small letters of the Latin alphabet. */
import { listSteps, type VoicesWords } from "./types.ts";

/** Without it, a sign would stand behind its number where text runs from right to left. */
const LEFT_TO_RIGHT_MARK = "\u200E";
const COMMA = "، ";

export const arabic: VoicesWords = {
  lang: "ar",
  largePrint: { title: "بأحرف كبيرة", suffix: "large-print" },
  booklet: "booklet",
  keyFigure: "رقم رئيسي",
  linkToQuote: (name) => ["إلى اقتباس ", name],
  chartStep: "المرحلة",
  chart: (title, unit, steps) =>
    `رسم بياني. ${title}، بوحدة ${unit}: ${listSteps(steps.slice(0, -1), COMMA)}، والمجموع ${listSteps(steps.slice(-1))}.`,
  change: (isRemoved, digits) => `${LEFT_TO_RIGHT_MARK}${isRemoved ? "−" : "+"}${digits}`,
};
