/** The theme's words in Arabic. */
import { rolesBefore, type ReportWords, type Roles } from "./types.ts";

const ROLES: Roles = {
  editor: "تحرير:",
  translator: "ترجمة:",
  illustrator: "رسوم:",
  photographer: "تصوير:",
  designer: "تصميم:",
  "cover-designer": "تصميم الغلاف:",
  typesetter: "تنضيد:",
  cartographer: "خرائط:",
  foreword: "تقديم:",
  afterword: "خاتمة:",
  compiler: "جمع وإعداد:",
  interviewer: "مقابلات:",
  researcher: "بحث:",
  reviewer: "مراجعة علمية:",
  proofreader: "تدقيق لغوي:",
  printer: "طباعة:",
  funder: "تمويل:",
  contributor: "بمشاركة:",
};

export const arabic: ReportWords = {
  lang: "ar",
  imprint: "بيانات النشر",
  publishedBy: (publisher) => `الناشر: ${publisher}`,
  role: rolesBefore(ROLES),
  licence: (licence) => ["الترخيص: ", licence],
};
