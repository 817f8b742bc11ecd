/**
 * Runs in the world that proves. Notes whether anything but ours changes the document: what was proved
 * is what is printed, or it is known. It sees elements, attributes and texts, not style sheets, whose
 * work is seen in what is painted.
 */

let isChanged = false;
const observer = new MutationObserver(() => {
  isChanged = true;
});
function noteChanges(): void {
  if (observer.takeRecords().length > 0) isChanged = true;
}

/** From here on, every change of the document is noted. */
export function watchChanges(): void {
  observer.observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
}

/** Runs what may change the document, and notes no change of it. */
export function changing(run: () => unknown): unknown {
  noteChanges();
  try {
    return run();
  } finally {
    observer.takeRecords();
  }
}

/** Other pages come into the document: what was noted of those before says nothing of them. */
export function endWatch(): void {
  observer.disconnect();
  isChanged = false;
}

export function hasChanged(): boolean {
  noteChanges();
  return isChanged;
}
