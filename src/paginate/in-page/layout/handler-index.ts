/** Runs in the world that lays out. Where Paged.js's own handlers are among all, by their names. */

/** @throws where there is none of this name, as in another version of Paged.js. */
export function handlerIndex(name: string): number {
  const index = window.Paged.registeredHandlers.findIndex((handler) => handler.name === name);
  if (index === -1) throw new Error(`Paged.js has no handler ${name}`);
  return index;
}
