/** Links to the other editions, each saying format, language, number of pages and size. */
import type { JSX } from "preact";
import type { RenderedPublication } from "../../theme/rendered.ts";
import type { Download } from "../downloads.ts";
import { langOf, wordsFor, type Words } from "../../theme/words.ts";

export function Downloads({
  downloads,
  publication: { title, lang },
  words,
}: {
  readonly downloads: readonly Download[];
  readonly publication: Pick<RenderedPublication, "title" | "lang">;
  readonly words: Words;
}): JSX.Element | null {
  if (downloads.length === 0) return null;
  const wordsLang = langOf(words, lang);
  return (
    <nav class="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title" lang={wordsLang}>
        {words.downloads}
      </h2>
      <ul>
        {downloads.map((download) => (
          <li key={download.href}>
            <a href={download.href} hreflang={download.lang} type="application/pdf">
              <span class="title">
                {[title, ...(download.title === undefined ? [] : [download.title])].join(
                  wordsFor(lang).separator,
                )}
              </span>{" "}
              <span class="details" lang={wordsLang}>
                {`(${describe(download, downloads.length > 1, words)})`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Formats are distinguished only where there is more than one. */
function describe(download: Download, tellsFormat: boolean, words: Words): string {
  const { lang, format, pageCount, sizeBytes } = download;
  return [
    "PDF",
    ...(tellsFormat ? [format] : []),
    words.languageName(lang),
    words.pages(pageCount),
    words.size(sizeBytes),
  ].join(words.separator);
}
