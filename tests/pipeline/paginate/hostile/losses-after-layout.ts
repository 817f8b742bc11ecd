/** Documents that show all of their words when they are proved, and lose some before they are printed. */
import { attack, type HostileDocument } from "./hostile-document.ts";

/** Waits as no timer does: the engine itself ends the wait, whether or not scripts may run. */
const engineTimer = `
  const cell = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
  const pause = (ms) => Atomics.waitAsync(cell, 0, 0, ms).value;`;

export const lossesAfterLayout: Readonly<Record<string, HostileDocument>> = {
  "between layout and proof, by a timer": attack(
    `setInterval(() => { if (isLaidOut()) steal(); }, 1);`,
  ),
  "between proof and print, by an observer": attack(`whenProved(steal);`),
  "between proof and print, by an observer that restores": attack(`
    whenProved(() => {
      const [one] = document.querySelectorAll(".pagedjs_page .stolen");
      if (one === undefined) return;
      const { parentNode, nextSibling } = one;
      one.remove();
      addEventListener("afterprint", () => parentNode.insertBefore(one, nextSibling));
    });`),
  "before printing": attack(`addEventListener("beforeprint", steal);`),
  "before printing, and restored after": attack(`
    let restore;
    addEventListener("beforeprint", () => {
      const [one] = document.querySelectorAll(".pagedjs_page .stolen");
      const { parentNode, nextSibling } = one;
      one.remove();
      restore = () => parentNode.insertBefore(one, nextSibling);
    });
    addEventListener("afterprint", () => restore());`),
  "by a style sheet, before printing": attack(`
    addEventListener("beforeprint", () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".pagedjs_page .stolen { visibility: hidden !important }");
      document.adoptedStyleSheets = [sheet];
    });`),
  "by a style of the pages alone": {
    ...attack(`document.head.insertAdjacentHTML("beforeend",
      "<style>.pagedjs_page .stolen { position: absolute; clip-path: inset(50%) }</style>");`),
    outcome: "refused",
  },
  "by a style of the pages alone, without opacity": {
    ...attack(`document.head.insertAdjacentHTML("beforeend",
      "<style>.pagedjs_page .stolen { opacity: 0 }</style>");`),
    outcome: "refused",
  },
  "by a media query": attack(`matchMedia("print").addEventListener("change", steal);
    matchMedia("(min-width: 500px)").addEventListener("change", steal);`),
  "by an engine's timer": attack(`${engineTimer}
    (async () => { for (;;) { await pause(1); if (isProved()) steal(); } })();`),
  "by an engine's timer, and restored again and again": attack(`${engineTimer}
    (async () => {
      for (;;) {
        await pause(1);
        if (!isProved()) continue;
        for (const one of document.querySelectorAll(".pagedjs_page .stolen")) {
          const { parentNode, nextSibling } = one;
          one.remove();
          await pause(3);
          parentNode.insertBefore(one, nextSibling);
        }
      }
    })();`),
  "by an engine's timer, in the style sheets": attack(`${engineTimer}
    (async () => {
      for (;;) {
        await pause(1);
        if (!isProved()) continue;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".pagedjs_page .stolen { visibility: hidden !important }");
        document.adoptedStyleSheets = [sheet];
      }
    })();`),
};
