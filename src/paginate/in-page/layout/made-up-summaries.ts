/** Runs in the world that lays out. Hides summaries that the browser gives `details` which go on on another page. */

export function hideMadeUpSummaries(): void {
  if (document.body.querySelector("details") === null) return;
  class SummaryHider extends window.Paged.Handler {
    afterPageLayout(page: HTMLElement): void {
      for (const details of page.querySelectorAll("details:not(:has(> summary))")) {
        const summary = document.createElement("summary");
        summary.style.display = "none";
        details.prepend(summary);
      }
    }
  }
  window.Paged.registeredHandlers.push(SummaryHider);
}
