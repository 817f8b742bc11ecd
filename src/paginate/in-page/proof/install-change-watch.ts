/**
 * Runs in the world that proves. Notes whether anything but ours changes the document: what was proved
 * is what is printed, or it is known. It sees elements, attributes and texts, not style sheets, whose
 * work is seen in what is painted.
 */
export function installChangeWatch(): void {
  let hasChanged = false;
  const observer = new MutationObserver(() => {
    hasChanged = true;
  });
  const noteChanges = (): void => {
    if (observer.takeRecords().length > 0) hasChanged = true;
  };

  window.proof.watchChanges = () => {
    observer.observe(document, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  };
  window.proof.changing = (run) => {
    noteChanges();
    try {
      return run();
    } finally {
      observer.takeRecords();
    }
  };
  window.proof.hasChanged = () => {
    noteChanges();
    return hasChanged;
  };
}
