/**
 * Runs in the page, after layout. Gives every picture a language of its own (`fr-x-n42`) and svg
 * drawings the role of an image: Chromium then writes that language on the picture's structure
 * element, by which it is found again in the printed PDF. Text is not touched, and nothing moves.
 */
export function anchorGraphics(): void {
  const graphics = document.querySelectorAll(
    ".pagedjs_pages :is(img, svg, canvas, video, [role~=img], [role~=image], input, select, textarea, meter, progress)",
  );
  for (const element of graphics) {
    const ref = element.getAttribute("data-ref");
    // A drawing inside a drawing belongs to the outer one.
    if (ref === null || element.parentElement?.closest("svg, [role~=img], [role~=image]")) continue;
    if (/^\s*image(?:\s|$)/i.test(element.getAttribute("role") ?? "")) {
      element.setAttribute("role", "img");
    }
    if (element.localName === "svg" && !element.hasAttribute("role")) {
      const isNamed =
        element.hasAttribute("aria-label") ||
        element.hasAttribute("aria-labelledby") ||
        element.querySelector(":scope > :is(title, desc)") !== null;
      // Without a name or pictures of its own, text in a drawing is read as text.
      if (!isNamed && element.querySelector("text") !== null) continue;
      element.setAttribute("role", "img");
    }
    const language = element.closest("[lang]")?.getAttribute("lang") ?? "";
    const base = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? `${language}-` : "";
    element.setAttribute("lang", `${base}x-n${ref}`);
    // It would go before the language above.
    element.removeAttributeNS("http://www.w3.org/XML/1998/namespace", "lang");
  }
}
