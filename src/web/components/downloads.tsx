/** Links to the other editions, each saying format, language, number of pages and size. */
import type { JSX } from "preact";
import type { Download } from "../downloads.ts";
import type { Words } from "../words.ts";

export function Downloads({
  downloads,
  title,
  words,
}: {
  readonly downloads: readonly Download[];
  readonly title: string;
  readonly words: Words;
}): JSX.Element | null {
  if (downloads.length === 0) return null;
  return (
    <nav class="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{words.downloads}</h2>
      <ul>
        {downloads.map((download) => (
          <li key={download.href}>
            <a href={download.href} hreflang={download.lang} type="application/pdf">
              {title}
              {` (PDF, ${words.languageName(download.lang)}, ${words.pages(download.pageCount)}, ${words.size(download.sizeBytes)})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
