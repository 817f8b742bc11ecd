/**
 * The package.json of the package. Input: that of the repository, and what the compiled program loads;
 * output: a manifest that needs none of npm's settings for root projects, as npm reads `overrides`,
 * `allowScripts` and settings of packages from the root project alone. So nothing that installs a browser,
 * or runs a script when it is installed, is a dependency.
 */
import { z } from "zod";

const versionsSchema = z.record(z.string(), z.string());

export const repositorySchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  dependencies: versionsSchema,
  peerDependencies: versionsSchema,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean() })),
});
export type Repository = z.infer<typeof repositorySchema>;

/** Oldest Node.js that the packages at the core run on. */
export const NODE_RANGE = ">=22.13";

/** The repository needs them to compile the program, or is its own Node.js. */
const FOR_COMPILING = ["esbuild", "node", "tsx"];

/** Names that packages in the program import where no call of ours leads. */
const NEVER_LOADED = [
  // puppeteer's other protocol, which is asked for by name.
  "chromium-bidi",
  "webdriver-bidi-protocol",
  // Its downloads of browsers.
  "modern-tar",
  "proxy-agent",
  "yauzl",
  // Its command line.
  "yargs",
];

export interface Loaded {
  /** Names of packages that are part of the program. */
  readonly inside: readonly string[];
  /** Names of packages that it imports. */
  readonly outside: readonly string[];
  /** The version that is installed here. */
  readonly versionOf: (name: string) => string;
}

/** @throws Error where the program loads a package that is not installed here. */
export function packageManifest(repository: Repository, loaded: Loaded): object {
  const left = new Set([...FOR_COMPILING, ...loaded.inside]);
  const own = Object.entries(repository.dependencies).filter(
    ([name]) => loaded.outside.includes(name) || !left.has(name),
  );
  const known = new Set([
    ...own.map(([name]) => name),
    ...Object.keys(repository.peerDependencies),
    ...NEVER_LOADED,
  ]);
  // What packages inside the program load from outside.
  const theirs = loaded.outside.filter((name) => !known.has(name));
  const { name, version, description, license, peerDependencies, peerDependenciesMeta } =
    repository;
  return {
    name,
    version,
    description,
    license,
    type: "module",
    engines: { node: NODE_RANGE },
    bin: { imprimatur: "bin/imprimatur.js" },
    exports: { "./package.json": "./package.json" },
    dependencies: Object.fromEntries(
      [...own, ...theirs.map((each) => [each, `^${loaded.versionOf(each)}`] as const)].sort(
        ([one], [other]) => (one < other ? -1 : 1),
      ),
    ),
    peerDependencies,
    peerDependenciesMeta,
  };
}
