/**
 * Runs in the world that lays out: keeps Paged.js from giving up at style sheets that did not come, and
 * at media queries that its parser does not know. What did not come has been reported as refused; the
 * browser has no rule of it either.
 */
export function installLostStyles(): void {
  const isReadable = (sheet: CSSStyleSheet | null): boolean => {
    try {
      return sheet !== null && sheet.cssRules.length >= 0;
    } catch {
      return false;
    }
  };

  /** Paged.js would ask for them once more. */
  const leaveOutLostSheets = (): void => {
    for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel~='stylesheet' i]")) {
      if (!isReadable(link.sheet)) link.remove();
    }
  };

  /** A sheet that another one imports is one without rules. */
  const readLostImportsAsEmpty = (): void => {
    window.XMLHttpRequest = class extends XMLHttpRequest {
      override get status(): number {
        return super.status === 0 ? 404 : super.status;
      }
      override send(body?: Document | XMLHttpRequestBodyInit | null): void {
        this.onerror = (event) => {
          this.onload?.(event);
        };
        super.send(body);
      }
    };
  };

  interface MediaNames {
    getMediaName?: (rule: unknown) => readonly string[] | undefined;
  }

  /** A media query that is not known names no medium. */
  const nameUnknownMedia = (): void => {
    for (const { prototype } of window.Paged.registeredHandlers) {
      const reader = prototype as MediaNames;
      const { getMediaName } = reader;
      if (getMediaName === undefined) continue;
      reader.getMediaName = (rule) => getMediaName(rule) ?? [];
    }
  };

  window.imprimatur.liveWithoutLostStyles = () => {
    leaveOutLostSheets();
    readLostImportsAsEmpty();
    nameUnknownMedia();
  };
}
