/** The version of a package, read from its `package.json`: the package itself is not loaded. */
import { createRequire } from "node:module";
import { z } from "zod";

const require = createRequire(import.meta.url);
const packageSchema = z.object({ version: z.string() });

export function packageVersion(name: string): string {
  return packageSchema.parse(require(`${name}/package.json`)).version;
}
