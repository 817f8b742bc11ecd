/** The theme's words in Japanese. Names of files are in small letters of the Latin alphabet. */
import type { ChartWords, VoicesWords } from "./types.ts";

const steps = (all: readonly ChartWords[]): string =>
  all.map(({ label, text }) => `${text}（${label}）`).join("、");

export const japanese: VoicesWords = {
  lang: "ja",
  largePrint: { title: "大きな文字", suffix: "large-print" },
  booklet: "booklet",
  keyFigure: "主要な数値",
  linkToQuote: (name) => [name, "の引用へ"],
  chartStep: "段階",
  chart: (title, unit, all) =>
    `グラフ。${title}、単位は${unit}。${steps(all.slice(0, -1))}、合計${steps(all.slice(-1))}。`,
  change: (isRemoved, digits) => `${isRemoved ? "−" : "+"}${digits}`,
};
