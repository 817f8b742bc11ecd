/** The theme's words in Japanese. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "編集：",
  translator: "翻訳：",
  illustrator: "イラスト：",
  photographer: "写真：",
  designer: "デザイン：",
  "cover-designer": "装丁：",
  typesetter: "組版：",
  cartographer: "地図：",
  foreword: "序文：",
  afterword: "あとがき：",
  compiler: "編纂：",
  interviewer: "聞き手：",
  researcher: "調査：",
  reviewer: "査読：",
  proofreader: "校正：",
  printer: "印刷：",
  funder: "助成：",
  contributor: "協力：",
};

export const japanese: ReportWords = {
  lang: "ja",
  imprint: "書誌情報",
  publishedBy: (publisher) => `発行：${publisher}`,
  role: rolesBefore(ROLES, ""),
  licence: (licence) => ["ライセンス：", licence],
};
