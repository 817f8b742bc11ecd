/**
 * A call-out. The word for its kind is always there, so that neither a colour nor a sign says it alone;
 * a title of its own comes below. A note by its role, called by both: no landmark, of which a text would
 * have many.
 */
import type { ComponentChildren, JSX } from "preact";
import { isSameLanguage } from "../../languages/find-by-language.ts";
import type { AlertKind } from "../../markdown/blocks/alerts.ts";
import type { BlockProps } from "../../theme/block.ts";
import { wordsFor } from "../../theme/words.ts";

interface RenderedAlert {
  readonly kind: AlertKind;
  readonly title?: ComponentChildren;
}

/** Outlines of a lamp, a balloon and so on, and the mark within, in a square of 16. */
const SIGNS: Readonly<Record<AlertKind, string>> = {
  note: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM8 7v4.5M8 4.3v1",
  tip: "M5.8 11.2a4.8 4.8 0 1 1 4.4 0v1.3H5.8zM6.3 14.8h3.4",
  important: "M1.8 2h12.4v9.2H8.6L5 14.6v-3.4H1.8zM8 4v3.4M8 8.6v1",
  warning: "M8 1.5 15 14.2H1zM8 5.8v4M8 11.2v1",
  caution: "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM8 4v4.6M8 10.6v1",
};

export function Alert({
  id,
  fields: { kind, title },
  body,
  lang,
  ownLang,
}: BlockProps<RenderedAlert>): JSX.Element {
  const words = wordsFor(ownLang);
  const [kindId, titleId] = [`${id}-kind`, `${id}-title`];
  return (
    <aside
      class={`alert alert-${kind}`}
      id={id}
      role="note"
      aria-labelledby={title === undefined ? kindId : `${kindId} ${titleId}`}
      lang={lang}
    >
      <p
        class="alert-kind"
        id={kindId}
        lang={isSameLanguage(words.lang, ownLang) ? undefined : words.lang}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path d={SIGNS[kind]} fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
        {words.alerts[kind]}
      </p>
      {title === undefined ? null : (
        <p class="alert-title" id={titleId}>
          {title}
        </p>
      )}
      {body}
    </aside>
  );
}
