/**
 * The words of citations in languages, as the CSL project has them. Input: a language; output: the name
 * of its locale, and the XML of one by its name. A language that has none is cited in English, as the
 * words of the interface are.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FALLBACK = "en-US";
const DIALECTS = fileURLToPath(new URL("data/locales/primary-dialects.json", import.meta.url));
const NAME = /^[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*$/u;

/** @param lang BCP 47. */
export function localeOf(lang: string): string {
  const { language, region, script } = new Intl.Locale(lang);
  const primary = JSON.parse(readFileSync(DIALECTS, "utf8")) as Readonly<Record<string, string>>;
  const names = [
    ...(script === undefined || region === undefined ? [] : [`${language}-${script}-${region}`]),
    ...(region === undefined ? [] : [`${language}-${region}`]),
    ...(Object.hasOwn(primary, language) ? [primary[language]] : []),
  ];
  return names.find((name) => name !== undefined && existsSync(fileOf(name))) ?? FALLBACK;
}

/** False where there is none. A style may ask for any name. */
export function readLocale(name: string): string | false {
  const file = fileOf(name);
  return NAME.test(name) && existsSync(file) ? readFileSync(file, "utf8") : false;
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(`data/locales/locales-${name}.xml`, import.meta.url));
}
