/**
 * The box before a task: done, or to do. It is a drawing and no field of a form, since nobody can tick it
 * here, and it is called by what it says. Input: the state, and the language of the text; output: an
 * element.
 */
import type { JSX } from "preact";
import { isSameLanguage } from "../../languages/find-by-language.ts";
import { wordsFor } from "../../theme/words.ts";

/** @param lang the language of the text around it. */
export function taskBox(isDone: boolean, lang: string): JSX.Element {
  const { tasks, lang: ofWords } = wordsFor(lang);
  return (
    // An item's label where PDFs are tagged: src/accessible/tree/item-label.ts.
    <svg
      class="task-box list-label"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      role="img"
      aria-label={isDone ? tasks.done : tasks.toDo}
      lang={isSameLanguage(ofWords, lang) ? undefined : ofWords}
      focusable="false"
    >
      <rect
        x="1.5"
        y="1.5"
        width="13"
        height="13"
        rx="1.5"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
      />
      {isDone ? (
        <path d="m4.5 8.5 2.5 2.5 4.5-6" fill="none" stroke="currentColor" stroke-width="1.75" />
      ) : null}
    </svg>
  );
}
