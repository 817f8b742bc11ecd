/**
 * A paragraph of each language, as it is typed on a keyboard and as its rules set it. `~` is a no-break
 * space, `^` a narrow one.
 */
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/languages/languages.ts";
import { typeset } from "../../../src/web/typography/typeset.ts";
import { show } from "./show.ts";

const PARAGRAPHS: Readonly<Record<string, readonly [typed: string, set: string]>> = {
  en: [
    `"It's 'ours'," she said, 2019-2021, pp. 12-14: 5 km for Mr Reis...`,
    "“It’s ‘ours’,” she said, 2019–2021, pp.~12–14: 5~km for Mr~Reis…",
  ],
  "en-US": [`"It's 'ours'," she said...`, "“It’s ‘ours’,” she said…"],
  fr: [
    `Elle dit : "C'est l'eau" ; 5 % de 12 000 km !`,
    "Elle dit~: «~C’est l’eau~»^; 5^% de 12^000~km^!",
  ],
  "fr-CA": [`Elle dit : "C'est l'eau" ; 5 % !`, "Elle dit~: «~C’est l’eau~»; 5~%!"],
  de: [
    `Sie sagte: "Das Haus - 'unser' Haus - kostet z. B. 12 500 EUR." Von 2019-2021, S. 12-14, nach § 5: 5 % ...`,
    "Sie sagte: „Das Haus~– ‚unser‘ Haus~– kostet z.^B. 12~500~EUR.“ Von 2019–2021, S.~12–14, nach §~5: 5~%~…",
  ],
  "de-CH": [`Sie sagte: "Das 'grosse' Haus".`, "Sie sagte: «Das ‹grosse› Haus»."],
  es: [
    `Dijo: "La 'casa' - la nuestra - está a 5 km"; ¿y el 5 % de 2019-2021? Sí, Sr. Reis, p. 12.`,
    "Dijo: «La “casa” —la nuestra— está a 5~km»; ¿y el 5~% de 2019-2021? Sí, Sr.~Reis, p.~12.",
  ],
  it: [
    `Disse: "L'acqua è 'nostra'", dell'anno 2019-2021, pp. 12-14, il 5 % in 5 km...`,
    "Disse: «L’acqua è “nostra”», dell’anno 2019-2021, pp.~12-14, il 5~% in 5~km…",
  ],
  nl: [
    `Ze zei: "'s Morgens is het 'ons' huis", 2019-2021, blz. 12-14, 5 % van 5 km...`,
    "Ze zei: “’s Morgens is het ‘ons’ huis”, 2019-2021, blz.~12-14, 5% van 5~km…",
  ],
  pt: [
    `Disse: "A casa é 'nossa' - toda", 2019-2021, pp. 12-14, 5 % em 5 km...`,
    "Disse: «A casa é “nossa”~– toda», 2019-2021, pp.~12-14, 5~% em 5~km…",
  ],
  "pt-BR": [`Disse: "A casa é 'nossa'"...`, "Disse: “A casa é ‘nossa’”…"],
  pl: [
    `Powiedziała: "Dom jest 'nasz' - i to w 5 %", s. 12-14, w latach 2019-2021, 12 000 zł...`,
    "Powiedziała: „Dom jest «nasz»~– i~to w~5%”, s.~12–14, w~latach 2019–2021, 12~000~zł…",
  ],
  ar: [`قالت: "الماء 'لنا'" ثم سكتت...`, "قالت: «الماء “لنا”» ثم سكتت…"],
  ja: [`彼女は"水は'私たち'のものだ"と言った。`, "彼女は「水は『私たち』のものだ」と言った。"],
};

describe("a paragraph", () => {
  test.each(LANGUAGES.map(({ tag }) => tag))("in %s", (lang) => {
    const [typed, set] = PARAGRAPHS[lang] ?? [];
    if (typed === undefined) throw new Error(`there is no paragraph in ${lang}`);
    const [run] = typeset([{ text: typed, lang, literal: false }], lang);
    expect(show(run?.text ?? "")).toBe(set);
  });

  test.each([
    ["字と\n字", "字と字"],
    ["と言った。\n  カナ", "と言った。カナ"],
    ["読む」\r\n（港）", "読む」（港）"],
    ["船 Heron\nと 12\n冊", "船 Heron\nと 12\n冊"],
    ["字 字", "字 字"],
  ])("in Japanese, typed as %j, has no space where the author ended a line", (typed, set) => {
    expect(typeset([{ text: typed, lang: "ja", literal: false }], "ja")[0]?.text).toBe(set);
  });

  test.each(LANGUAGES.map(({ tag }) => tag))("in %s is the same when it is set again", (lang) => {
    const [, set = ""] = PARAGRAPHS[lang] ?? [];
    const text = set.replaceAll("~", "\u00A0").replaceAll("^", "\u202F");
    expect(typeset([{ text, lang, literal: false }], lang)[0]?.text).toBe(text);
  });
});
