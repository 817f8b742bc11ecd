/**
 * Runs in the world that lays out, before Paged.js is loaded. Paged.js waits for the next frame before
 * each page, 16.7 ms on a screen of 60 frames a second, which is longer than most pages take. Nobody
 * looks while it lays out: here a frame comes as soon as the page's other work is done. Frames of the
 * document and of other worlds stay as they are.
 */

const nextFrame = window.requestAnimationFrame.bind(window);

/** Waits until the browser has shown a frame, and what it says of sizes after it has been answered. */
export async function shownFrame(): Promise<void> {
  await new Promise((resolve) => nextFrame(resolve));
  // The frame is shown after this, then sizes are reported; Paged.js answers in what it takes for a frame.
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => window.requestAnimationFrame(resolve));
  }
}

export function waitForNoFrames(): void {
  let lastNumber = 0;
  const waiting = new Map<number, FrameRequestCallback>();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<number>): void => {
    const callback = waiting.get(data);
    waiting.delete(data);
    callback?.(performance.now());
  };
  window.requestAnimationFrame = (callback) => {
    lastNumber += 1;
    waiting.set(lastNumber, callback);
    port2.postMessage(lastNumber);
    return lastNumber;
  };
  window.cancelAnimationFrame = (number) => {
    waiting.delete(number);
  };
}
