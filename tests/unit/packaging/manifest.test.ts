/** The manifest of the package: what the program loads is a dependency, what is in it is none. */
import { expect, test } from "vitest";
import { z } from "zod";
import { packageManifest, type Repository } from "../../../packaging/manifest.ts";

const repository: Repository = {
  name: "imprimatur",
  version: "1.2.3",
  description: "A program",
  license: "MIT",
  dependencies: { pa11y: "^10.0.0", yaml: "^2.0.0", esbuild: "^0.28.0", node: "^24.0.0" },
  peerDependencies: { citeproc: "^2.0.0" },
  peerDependenciesMeta: { citeproc: { optional: true } },
};
const installed = new Map([["ws", "8.1.0"]]);

function dependenciesFor(inside: readonly string[], outside: readonly string[]): unknown {
  const manifest = packageManifest(repository, {
    inside,
    outside,
    versionOf: (name) => {
      const version = installed.get(name);
      if (version === undefined) throw new Error(`the package ${name} is not installed`);
      return version;
    },
  });
  return z.object({ dependencies: z.unknown() }).parse(manifest).dependencies;
}

test("what is in the program, what compiles it, and Node.js are no dependencies", () => {
  expect(dependenciesFor(["pa11y"], ["yaml"])).toEqual({ yaml: "^2.0.0" });
});

test("what a package in the program loads is one, in the version that is installed here", () => {
  expect(dependenciesFor(["pa11y"], ["ws", "yaml"])).toEqual({ ws: "^8.1.0", yaml: "^2.0.0" });
});

test("a package that is in the program for pages, and loaded outside of them, is one as well", () => {
  expect(dependenciesFor(["pa11y", "yaml"], ["yaml"])).toEqual({ yaml: "^2.0.0" });
});

test("optional packages, and what no call leads to, are none", () => {
  expect(dependenciesFor(["pa11y"], ["citeproc", "chromium-bidi"])).toEqual({ yaml: "^2.0.0" });
});

test("a package that is loaded and not installed is an error", () => {
  expect(() => dependenciesFor(["pa11y"], ["lost"])).toThrow("the package lost is not installed");
});
