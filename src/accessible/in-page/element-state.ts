/** Runs in the world that proves. What elements are in, beside what is written: values, and pictures that did not come. */

export function valueOf(element: Element): string | undefined {
  if (element instanceof HTMLInputElement) {
    return /^(?:checkbox|radio)$/.test(element.type)
      ? element.checked
        ? "on"
        : "off"
      : element.value;
  }
  if (element instanceof HTMLSelectElement) {
    return [...element.selectedOptions].map((option) => option.label).join(", ");
  }
  return element instanceof HTMLTextAreaElement ? element.value : undefined;
}

/** Whether a file was asked for and did not come; what stands in the document itself is not asked for. */
function didNotCome(address: string | null): boolean {
  if (address === null) return false;
  const url = URL.parse(address, document.baseURI)?.href ?? "";
  const timings = performance.getEntriesByName(url) as PerformanceResourceTiming[];
  return timings.length > 0 && timings.every(({ responseStatus }) => responseStatus !== 200);
}

export function isBroken(element: Element): boolean {
  if (element instanceof HTMLImageElement) {
    return element.complete && element.naturalWidth === 0 && element.currentSrc !== "";
  }
  if (element instanceof HTMLInputElement) {
    return element.type === "image" && didNotCome(element.getAttribute("src"));
  }
  if (!(element instanceof SVGSVGElement)) return false;
  return [...element.querySelectorAll("image")].some(({ href }) => didNotCome(href.baseVal));
}
