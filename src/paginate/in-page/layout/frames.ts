/**
 * Runs in the world that lays out, before Paged.js is loaded. Paged.js waits for the next frame before
 * each page, 16.7 ms on a screen of 60 frames a second, which is longer than most pages take. Nobody
 * looks while it lays out: here a frame comes as soon as the page's other work is done, and before the
 * browser paints, which it would do after each page or two. Frames of the document and of other worlds
 * stay as they are.
 */

export function waitForNoFrames(): void {
  let lastNumber = 0;
  const waiting = new Set<number>();
  window.requestAnimationFrame = (callback) => {
    lastNumber += 1;
    const number = lastNumber;
    waiting.add(number);
    const task = (): void => {
      if (waiting.delete(number)) callback(performance.now());
    };
    void scheduler.postTask(task, { priority: "user-blocking" });
    return number;
  };
  window.cancelAnimationFrame = (number) => {
    waiting.delete(number);
  };
}
