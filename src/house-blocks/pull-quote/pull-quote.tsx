/**
 * A pull quote, for the eye alone: its words are read where they stand in the text. Heard a second time,
 * in another place, they would only tear the text apart.
 */
import type { JSX } from "preact";
import type { BlockProps } from "../../theme/block.ts";

export function PullQuote({ id, body, lang }: BlockProps<unknown>): JSX.Element {
  return (
    <p class="pull-quote" id={id} aria-hidden="true" lang={lang} data-no-hyphens>
      {body}
    </p>
  );
}
