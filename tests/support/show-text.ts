/** A text in Markdown as an edition shows it, without its theme and before typography. */
import { h } from "preact";
import { parseFragment, serialize } from "parse5";
import { renderToString } from "preact-render-to-string";
import { createMarkdown } from "../../src/markdown/create-markdown.ts";
import { showNotes, type NotePlacement } from "../../src/web/notes/show-notes.tsx";
import { targetsIn } from "../../src/web/references/numbered-things.ts";
import { showReferences } from "../../src/web/references/show-references.tsx";
import { textElements, type PictureElement } from "../../src/web/text-elements.ts";

/** @param slug of the file that the text is in: ids of notes begin with it. */
export function showText(source: string, placement: NotePlacement, slug = "boat"): string {
  const text = createMarkdown().render(source);
  const picture: PictureElement = (src, alt) => h("img", { src, alt });
  const elements = textElements(text, {
    picture,
    references: showReferences({
      targets: targetsIn(new Map([[slug, text]])),
      lang: "en",
      hasPages: placement === "foot",
      title: (title) => textElements(title, { picture, withoutLinks: true }),
    }),
    notes: showNotes(placement, { slug, lang: "en", headingLevel: 3 }),
  });
  const html = renderToString(h("x-text", {}, elements)).replace(/^<x-text>|<\/x-text>$/gu, "");
  // As pages are written in the end.
  return serialize(parseFragment(html));
}
