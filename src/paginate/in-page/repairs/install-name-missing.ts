/**
 * Runs in the world that repairs. In the place of a picture that did not come stand the words of its
 * alternative, as in a browser that shows no pictures (HTML Standard, 15.4.2). That it did not come is
 * reported with what was refused.
 */
export function installNameMissing(): void {
  const { change, kinds, isHidden } = window.repairs;
  const kept = ["id", "class", "lang", "dir", "title"];

  kinds.set("missing", () => {
    for (const picture of document.body.querySelectorAll("img")) {
      const alternative = picture.getAttribute("alt")?.trim() ?? "";
      const hasCome = !picture.complete || picture.naturalWidth > 0 || picture.currentSrc === "";
      if (hasCome || alternative === "" || isHidden(picture)) continue;
      const words = document.createElement("span");
      for (const name of kept) {
        const value = picture.getAttribute(name);
        if (value !== null) words.setAttribute(name, value);
      }
      words.textContent = alternative;
      change("missing", picture, {});
      picture.replaceWith(words);
    }
  });
}
