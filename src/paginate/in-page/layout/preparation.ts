/**
 * Runs in the world that lays out, once the source was numbered and read. Makes Paged.js ready for it. It
 * lays out nothing.
 */
import { answerScripting } from "../scripting-answers.ts";
import { keepBodyBox } from "./body-box.ts";
import { keepCounters } from "./counters.ts";
import { announceInlineBreaks } from "./inline-breaks.ts";
import { repairLayout } from "./layout-repair.ts";
import { FinishedPages } from "./finished-pages.ts";
import { HandlerMemory } from "./handler-memory.ts";
import { layOutLateNumbers } from "./late-numbers.ts";
import { keepListNumbers } from "./list-numbers.ts";
import { liveWithoutLostStyles } from "./lost-styles.ts";
import { decideMedia } from "./media.ts";
import { writeStrings } from "./named-strings.ts";
import { takeNoteRoomOnce } from "./note-room.ts";
import { displayUsedMarginBoxes } from "./margin-boxes.ts";
import { PageCounterResets } from "./page-counter-resets.ts";
import { repairPages } from "./page-rules.ts";
import type { LayoutOptions, UndisplayedFilter } from "./paged.ts";
import { PageLists } from "./page-lists.ts";
import { PartLayout } from "./parts/part-layout.ts";
import { References } from "./target-counters.ts";
import { watchProgress } from "./progress-watch.ts";
import { raiseCalls } from "./raised-calls.ts";
import { keepSelectors } from "./selectors.ts";
import { keepShadowTrees } from "./shadow-trees.ts";
import { repeatHeads } from "./repeated-heads.ts";
import { indexSource } from "./source-index.ts";
import { StartNotes } from "./parts/start-notes.ts";
import { keepWhiteSpace } from "./white-space.ts";
import { answerAsHtml } from "./xml-document.ts";

/**
 * Paged.js takes every element with a `style` attribute for one that is not displayed, and answers no
 * break before it. The browser knows which are not.
 */
function noteUndisplayed(): void {
  const undisplayed = new Set<string>();
  for (const element of document.body.querySelectorAll("[data-ref]")) {
    if (getComputedStyle(element).display === "none") {
      undisplayed.add(element.getAttribute("data-ref") ?? "");
    }
  }
  for (const { prototype } of window.Paged.registeredHandlers) {
    const filter = prototype as Partial<UndisplayedFilter>;
    if (filter.sortDisplayedSelectors === undefined) continue;
    filter.filter = (content) => {
      for (const element of content.querySelectorAll("[data-ref]")) {
        if (!undisplayed.has(element.getAttribute("data-ref") ?? "")) continue;
        element.setAttribute("data-undisplayed", "undisplayed");
      }
    };
  }
}

/** What would hide a property of its form, by another name: `children` as well as `parentNode`. */
function renameControls(): void {
  for (const control of document.body.querySelectorAll("form [name], [form][name]")) {
    const name = control.getAttribute("name") ?? "";
    if (name in HTMLFormElement.prototype) control.setAttribute("name", `imprimatur-${name}`);
  }
}

/** Paged.js reads style sheets anew, and adds them before it lays out. */
function keepScriptingAnswers(): void {
  class ScriptingAnswers extends window.Paged.Handler {
    afterParsed(): void {
      answerScripting();
    }
  }
  window.Paged.registeredHandlers.push(ScriptingAnswers);
}

/** What is known when the last page is there. */
export interface PreparedLayout {
  readonly notes: StartNotes;
  readonly references: References;
  readonly finished: FinishedPages;
}

/** Before Paged.js begins. */
export function prepareLayout(options: LayoutOptions): PreparedLayout {
  const { asBrowser, part, notesStarts = false, batches } = options;
  liveWithoutLostStyles();
  decideMedia();
  keepSelectors();
  announceInlineBreaks();
  if (asBrowser) keepBodyBox();
  answerAsHtml();
  renameControls();
  keepWhiteSpace();
  noteUndisplayed();
  repairLayout();
  repairPages();
  keepCounters();
  keepListNumbers();
  keepShadowTrees();
  repeatHeads();
  takeNoteRoomOnce();
  raiseCalls();
  keepScriptingAnswers();
  const resets = new PageCounterResets();
  resets.watch();
  writeStrings();
  displayUsedMarginBoxes();
  const memory = new HandlerMemory();
  const notes = new StartNotes(memory, part?.start);
  // Pages may leave the document behind it.
  if (notesStarts || batches !== undefined) notes.watch();
  const partLayout = new PartLayout(part);
  const finished = new FinishedPages(partLayout, batches !== undefined);
  const references = new References(finished, partLayout);
  references.watch();
  finished.watch(references);
  watchProgress();
  indexSource();
  partLayout.watch(memory);
  new PageLists(references).watch();
  layOutLateNumbers({ references, memory, resets, finished });
  return { notes, references, finished };
}
