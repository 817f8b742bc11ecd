/**
 * Runs in the world that proves, after layout and before its boxes are read: takes away endpapers, pages that the
 * source offers only to fill the last folded sheet (`data-endpaper`), as many as are too many. It
 * adds no page: where a document has too few of them, its number of pages is as it comes.
 */
export function leaveOutEndpapers(pagesPerSheet: number): void {
  const pages = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")];
  const endpapers = pages.filter((page) => page.querySelector("[data-endpaper]") !== null);
  for (const page of endpapers.slice(0, pages.length % pagesPerSheet)) page.remove();

  // Those behind them change sides, which styles tell apart by class, and numbers.
  const left = [...document.querySelectorAll<HTMLElement>(".pagedjs_page")];
  for (const [index, page] of left.entries()) {
    const isRight = index % 2 === 0;
    page.classList.toggle("pagedjs_right_page", isRight);
    page.classList.toggle("pagedjs_left_page", !isRight);
    page.dataset.pageNumber = String(index + 1);
    page.id = `page-${index + 1}`;
  }
  document
    .querySelector<HTMLElement>(".pagedjs_pages")
    ?.style.setProperty("--pagedjs-page-count", String(left.length));
}
