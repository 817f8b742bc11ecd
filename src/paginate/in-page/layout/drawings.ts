/** Runs in the world that lays out. Has copies of a `canvas` show what the canvas shows. */

interface Drawing {
  readonly address: string;
  readonly width: string;
  readonly height: string;
}

/** What a `canvas` shows, in the size in which it is shown; undefined where it shows nothing. */
function drawingOf(canvas: HTMLCanvasElement): Drawing | undefined {
  const { width, height, display } = getComputedStyle(canvas);
  if (canvas.width === 0 || canvas.height === 0 || display === "none") return undefined;
  const range = document.createRange();
  range.selectNodeContents(canvas);
  // One that came after scripts were stopped shows what is meant for who has none.
  if (range.getClientRects().length > 0) return undefined;
  return { address: canvas.toDataURL(), width, height };
}

export function keepDrawings(): void {
  const drawings = new Map<string, Drawing>();
  for (const canvas of document.body.querySelectorAll("canvas")) {
    const drawing = drawingOf(canvas);
    if (drawing !== undefined) drawings.set(canvas.dataset.ref ?? "", drawing);
  }
  if (drawings.size === 0) return;
  const show = (copy: Element): void => {
    if (!(copy instanceof HTMLCanvasElement)) return;
    const drawing = drawings.get(copy.dataset.ref ?? "");
    if (drawing === undefined) return;
    const { address, width, height } = drawing;
    copy.style.setProperty("content", `url("${address}")`, "important");
    copy.style.setProperty("width", width, "important");
    copy.style.setProperty("height", height, "important");
  };
  class DrawingKeeper extends window.Paged.Handler {
    async beforeParsed(): Promise<void> {
      await Promise.all(
        [...drawings.values()].map(async ({ address }) => {
          const picture = new Image();
          picture.src = address;
          await picture.decode();
        }),
      );
    }
    renderNode(rendered: Node): void {
      if (!(rendered instanceof Element)) return;
      show(rendered);
      for (const inner of rendered.querySelectorAll("canvas")) show(inner);
    }
  }
  window.Paged.registeredHandlers.push(DrawingKeeper);
}
