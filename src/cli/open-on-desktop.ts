/** Shows a file or an address in the program that the desktop has for it. It does not wait for that program. */
import type { OpenOnDesktop } from "./terminal.ts";

export const openOnDesktop: OpenOnDesktop = async (target) => {
  // Loaded where it is asked for: it looks for programs of the system.
  const { default: open } = await import("open");
  const shown = await open(target);
  // What the system says later, such as that there is no such program, has nobody to go to.
  shown.on("error", () => undefined);
};
