/** Runs in the world that lays out, before the rest of our code there: what it notes for itself. */
export function installNotes(): void {
  window.imprimatur = {
    ...window.imprimatur,
    printedHyphens: new WeakMap(),
    keptWhiteSpace: new Set(),
  };
  window.PagedConfig = { auto: false };
}
