import { describe, expect, test } from "vitest";
import { typeset } from "../../../src/web/typography/typeset.ts";
import { show, withSpaces } from "./show.ts";

function set(text: string, lang = "fr"): string {
  const input = withSpaces(text);
  return show(typeset([{ text: input, lang, literal: false }], lang)[0]?.text ?? "");
}

/** As typed, as set. `~` is U+00A0, `^` is U+202F. Equal columns: nothing may change. */
const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  apostrophe: [
    ["l'entité d'Orange", "l’entité d’Orange"],
    ["aujourd'hui, c'est l'été", "aujourd’hui, c’est l’été"],
    ["rock'n'roll", "rock’n’roll"],
    ["L'ÉTÉ", "L’ÉTÉ"],
    ["un angle de 5' et 30'", "un angle de 5' et 30'"],
    ["l’entité", "l’entité"],
  ],
  guillemets: [
    ['"Covid A"', "«~Covid A~»"],
    ["«mot»", "«~mot~»"],
    ["« mot »", "«~mot~»"],
    ["«^mot^»", "«~mot~»"],
    ["«~mot~»", "«~mot~»"],
    ['l\'"entité"', "l’«~entité~»"],
    ['("mot")', "(«~mot~»)"],
    ['"Il dit "oui" enfin"', "«~Il dit «~oui~» enfin~»"],
    ['un écran de 15" plat', 'un écran de 15" plat'],
    ['un écran de 15" dit "plat"', 'un écran de 15" dit «~plat~»'],
    ['"sans fin', '"sans fin'],
  ],
  colon: [
    ['"Covid A" : hôpitaux', "«~Covid A~»~: hôpitaux"],
    ["note : mot", "note~: mot"],
    ["note: mot", "note~: mot"],
    ["note^: mot", "note~: mot"],
    ["note~: mot", "note~: mot"],
    ["Ce que nous avons fait :", "Ce que nous avons fait~:"],
    ["à 10:30 précises", "à 10:30 précises"],
    ["un rapport de 3:2", "un rapport de 3:2"],
  ],
  "high signs": [
    ["quasiment à la veille du confinement !", "quasiment à la veille du confinement^!"],
    ["Vraiment ? Oui ; non", "Vraiment^? Oui^; non"],
    ["Vraiment? Oui; non!", "Vraiment^? Oui^; non^!"],
    ["Quoi ?!", "Quoi^?!"],
    ["mot~! mot !", "mot^! mot^!"],
    ["mot^!", "mot^!"],
    ["(!) et (?)", "(!) et (?)"],
    ["a != b", "a != b"],
    ["attendez...?", "attendez…^?"],
    ["à la\nveille\n!", "à la\nveille^!"],
  ],
  ellipsis: [
    ["personnes âgées... On", "personnes âgées… On"],
    ["sommaire ..... 5", "sommaire ..... 5"],
    ["fin. Suite", "fin. Suite"],
  ],
  number: [
    ["n° 4", "n°~4"],
    ["n°4", "n°~4"],
    ["N° 12", "N°~12"],
    ["no 4", "no 4"],
    ["un n° vert", "un n° vert"],
    ["p. 12 et art. 5", "p.~12 et art.~5"],
    ["fin du chap. Suite", "fin du chap. Suite"],
  ],
  units: [
    ["100 Gbps", "100~Gbps"],
    ["10 km", "10~km"],
    ["10 € et 5 M€", "10~€ et 5~M€"],
    ["10€", "10~€"],
    ["1,8 M", "1,8~M"],
    ["1,8 M d'interventions", "1,8~M d’interventions"],
    ["8 millions de résultats", "8~millions de résultats"],
    ["20 °C, 3 kWh, 4 Mbit/s", "20~°C, 3~kWh, 4~Mbit/s"],
    ["10 h 30", "10~h~30"],
    ["90 km/h", "90~km/h"],
    ["160 pays", "160 pays"],
    ["en 2020 M. Dupont", "en 2020 M.~Dupont"],
    ["5 t-shirts", "5 t-shirts"],
    ["le 5 l'ont vu", "le 5 l’ont vu"],
    ["10 kilos", "10 kilos"],
  ],
  percent: [
    ["5 %", "5^%"],
    ["5%", "5^%"],
    ["5~% et 3 ‰", "5^% et 3^‰"],
    ["un %", "un %"],
  ],
  thousands: [
    ["10 000 lignes", "10^000 lignes"],
    ["1 234 567,89 €", "1^234^567,89~€"],
    ["10~000", "10^000"],
    ["+ 10 000", "+~10^000"],
    ["de 2019 2020", "de 2019 2020"],
    ["en 2020 100 liens", "en 2020 100 liens"],
    ["06 12 34 56 78", "06 12 34 56 78"],
    ["0 800 123 456", "0 800 123 456"],
    ["12 34", "12 34"],
    ["400 à 600", "400 à 600"],
    ["3,14 159", "3,14 159"],
  ],
  sign: [
    ["+ 200 Gbps", "+~200~Gbps"],
    ["C + + mot", "C + + mot"],
  ],
  titles: [
    ["M. Dupont et Mme Martin", "M.~Dupont et Mme~Martin"],
    ["le Dr Knock, MM. Dupond", "le Dr~Knock, MM.~Dupond"],
    ["Me voici", "Me voici"],
    ["le film. Dupont", "le film. Dupont"],
  ],
  century: [
    ["au XXe siècle", "au XXe~siècle"],
    ["au Ier siècle", "au Ier~siècle"],
    ["ce siècle", "ce siècle"],
  ],
  dashes: [
    ["le mot – une incise – la suite", "le mot –~une incise~– la suite"],
    ["le mot — une incise —, la suite", "le mot —~une incise~—, la suite"],
    ["a – b – c – d – e", "a –~b~– c –~d~– e"],
    ["Nicola, directrice — Orange", "Nicola, directrice — Orange"],
    ["de fait. — Orange. Fin —", "de fait. — Orange. Fin~—"],
    ["— Bonjour", "—~Bonjour"],
    ["mot-clé, peut-être", "mot-clé, peut-être"],
  ],
  spaces: [
    ["deux  espaces", "deux espaces"],
    ["José Ramón Sorribas Pozo", "José Ramón Sorribas Pozo"],
    ["l'article ~5", "l’article~5"],
    ["Smart~Store", "Smart~Store"],
  ],
  addresses: [
    ["https://exemple.fr/l'été?a=1;b=2", "https://exemple.fr/l'été?a=1;b=2"],
    ["voir https://exemple.fr !", "voir https://exemple.fr^!"],
    ["voir (https://exemple.fr/...)", "voir (https://exemple.fr/...)"],
    ["www.exemple.fr/l'eau", "www.exemple.fr/l'eau"],
    ["exemple.fr/?a=l'eau", "exemple.fr/?a=l'eau"],
    ["l'adresse d'info@exemple.fr", "l’adresse d’info@exemple.fr"],
    ["mailto:l'eau@exemple.fr", "mailto:l'eau@exemple.fr"],
    ["/srv/l'été/10.txt", "/srv/l'été/10.txt"],
    ["src/l'été.md", "src/l'été.md"],
    ["C:\\l'été", "C:\\l'été"],
    ["et/ou l'un", "et/ou l’un"],
  ],
};

describe.each(Object.entries(cases))("French: %s", (_, pairs) => {
  test.each(pairs)("%s", (typed, expected) => {
    expect(set(typed)).toBe(expected);
  });

  test.each(pairs)("%s, set twice", (typed) => {
    expect(set(set(typed))).toBe(set(typed));
  });
});

describe("regions", () => {
  test("fr-CH follows fr", () => {
    expect(set("Vraiment ? 5 %", "fr-CH")).toBe("Vraiment^? 5^%");
  });

  test("fr-CA has no space before ; ! ? and a full one before %", () => {
    expect(set('Vraiment ? Oui : "5 %" !', "fr-CA")).toBe("Vraiment? Oui~: «~5~%~»!");
    expect(set("Vraiment!", "fr-CA")).toBe("Vraiment!");
  });

  test("tags are compared without case", () => {
    expect(set("Quoi ?", "FR")).toBe("Quoi^?");
  });

  test("languages without rules are left as typed", () => {
    expect(set('"¿Qué?"  l\'eau ... 5 km !', "sv")).toBe('"¿Qué?"  l\'eau ... 5 km !');
    expect(set('"mot" !', "")).toBe('"mot" !');
  });
});
