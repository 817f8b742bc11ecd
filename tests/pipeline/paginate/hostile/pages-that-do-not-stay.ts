/** Documents that never end, close their page, or leave it for another. */
import { attack, innocent, type HostileDocument } from "./hostile-document.ts";

const endless = "while (true);";

export const pagesThatDoNotStay: Readonly<Record<string, HostileDocument>> = {
  "endless work before printing": attack(`addEventListener("beforeprint", () => { ${endless} });`),
  "endless work after printing": attack(`addEventListener("afterprint", () => { ${endless} });`),
  "endless work for a media query": attack(`
    for (const query of ["print", "(min-width: 500px)", "(orientation: portrait)"]) {
      matchMedia(query).addEventListener("change", () => { ${endless} });
    }`),
  "endless work at load": { ...attack(endless), outcome: "refused" },
  "endless work soon after load": attack(
    `addEventListener("load", () => setTimeout(() => { ${endless} }, 30));`,
  ),
  "window.print()": {
    ...attack(`addEventListener("load", () => window.print());`),
    outcome: "whole",
  },
  "window.close()": attack(`addEventListener("load", () => window.close());`),
  "window.close() after layout": attack(
    `setInterval(() => { if (isLaidOut()) window.close(); }, 1);`,
  ),
  "alert, confirm and prompt": {
    ...attack(
      `alert("a"); confirm("b"); prompt("c"); addEventListener("beforeunload", (event) => event.preventDefault());`,
    ),
    outcome: "whole",
  },
  "a debugger statement": {
    ...attack(`debugger; addEventListener("load", () => { debugger; });`),
    outcome: "whole",
  },
  "document.open() after load": attack(
    `addEventListener("load", () => setTimeout(() => { document.open(); document.close(); }, 1));`,
    {
      words: [],
    },
  ),
  "document.write() when it is laid out": attack(
    `setInterval(() => { if (isLaidOut()) document.write("forged"); }, 1);`,
    {
      forbidden: ["forged"],
    },
  ),
  "another page at load": {
    ...attack(`location.href = "/other.html";`),
    outcome: "refused",
  },
  "another page when it is laid out": attack(
    `setInterval(() => { if (isLaidOut()) location.href = "/other.html"; }, 1);`,
  ),
  "itself again and again": {
    ...attack(`addEventListener("load", () => location.reload());`),
    outcome: "refused",
  },
  "a meta refresh": {
    ...innocent("", [], '<meta http-equiv="refresh" content="0; url=/other.html">'),
    outcome: "refused",
  },
  "a form that submits itself": {
    ...innocent(
      `<form id="f" action="/other.html"><p>first</p></form><script>f.submit()</script>`,
      ["first"],
    ),
    outcome: "refused",
  },
  "another address in the history": {
    ...attack(`history.pushState({}, "", "/elsewhere"); location.hash = "there";`),
    outcome: "whole",
  },
};
