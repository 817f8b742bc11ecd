/** What `compiled-program.js` loads has the types of the sources. */
interface Entries {
  readonly main: typeof import("../src/cli/main.ts");
  readonly eleventy: typeof import("../src/cli/eleventy.ts");
}

/** @throws Error with file and line where the sources cannot be compiled */
export function loadProgram<Name extends keyof Entries>(entry: Name): Promise<Entries[Name]>;
