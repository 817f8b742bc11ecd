/** A module that is found by its name, not by an import: what its default export is, of unknown type. */
import { pathToFileURL } from "node:url";

/** @param file absolute path. @returns undefined where the module has no default export. */
export async function importDefault(file: string): Promise<unknown> {
  const module: unknown = await import(pathToFileURL(file).href);
  return typeof module === "object" && module !== null && "default" in module
    ? module.default
    : undefined;
}
