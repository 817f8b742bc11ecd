/**
 * Runs in the world that repairs. A shadow of text is text to a PDF: each letter is painted once more, a
 * little aside, and readers that go by places hear spaces and letters that nobody wrote. So text has none.
 */
export function installLiftShadows(): void {
  const { change, elements, kinds } = window.repairs;

  const hasOwnText = ({ childNodes }: HTMLElement): boolean =>
    [...childNodes].some((child) => child instanceof Text && child.data.trim() !== "");

  kinds.set("shadows", () => {
    for (const element of elements()) {
      if (getComputedStyle(element).textShadow === "none" || !hasOwnText(element)) continue;
      change("shadows", element, { "text-shadow": "none" });
    }
  });
}
