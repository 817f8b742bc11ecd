/** Fetches a small file in veraPDF's place, from a server or a Maven of the test's own. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Machine } from "../../../src/browser/find-browser.ts";
import { PublicationError } from "../../../src/errors.ts";
import {
  fetchVeraPdf,
  type FetchedVeraPdf,
} from "../../../src/judges/pdf/verapdf/fetch-verapdf.ts";
import { fetchedJarPath } from "../../../src/judges/pdf/verapdf/jar-path.ts";
import type { VeraPdfRelease } from "../../../src/judges/pdf/verapdf/release.ts";

const bytes = "the jar";
const release: VeraPdfRelease = {
  groupId: "org.example.apps",
  artifactId: "cli",
  version: "1.2.3",
  sha256: createHash("sha256").update(bytes).digest("hex"),
};
const repositoryPath = "/maven/org/example/apps/cli/1.2.3/cli-1.2.3.jar";

let projectDir = "";
let jar = "";
beforeEach(async () => {
  projectDir = await mkdtemp(join(tmpdir(), "imprimatur-test-"));
  jar = fetchedJarPath(projectDir, release);
});
afterEach(async () => {
  await rm(projectDir, { recursive: true, force: true });
});

function fetchWith(env: Machine["env"], programs: readonly string[] = []): Promise<FetchedVeraPdf> {
  const machine: Machine = {
    platform: "linux",
    arch: "x64",
    env,
    isExecutable: (path) => programs.includes(path),
  };
  return fetchVeraPdf({ projectDir, machine, release, signal: new AbortController().signal });
}

async function faultOf(fetching: Promise<unknown>): Promise<PublicationError> {
  try {
    await fetching;
  } catch (error) {
    if (error instanceof PublicationError) return error;
    throw error;
  }
  throw new Error("no fault");
}

async function cached(): Promise<readonly string[]> {
  return readdir(dirname(jar));
}

describe("from the repository that MAVEN_REPOSITORY names", () => {
  async function withRepository<Result>(
    content: string,
    use: (address: string, asked: readonly string[]) => Promise<Result>,
  ): Promise<Result> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      if (request.url === repositoryPath) response.end(content);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    try {
      return await use(`http://127.0.0.1:${address.port}`, asked);
    } finally {
      server.close();
    }
  }

  test("the jar comes to its place, and once there it is not fetched again", async () => {
    await withRepository(bytes, async (address, asked) => {
      const env = { MAVEN_REPOSITORY: `${address}/maven` };
      expect(await fetchWith(env)).toEqual({ jar, version: "1.2.3", isNew: true });
      expect(await readFile(jar, "utf8")).toBe(bytes);
      expect(await fetchWith(env)).toMatchObject({ isNew: false });
      expect(asked).toEqual([repositoryPath]);
      expect(await cached()).toEqual(["cli-1.2.3.jar"]);
    });
  });

  test("other bytes are refused, and nothing of them is kept", async () => {
    await withRepository("another jar", async (address) => {
      const fault = await faultOf(fetchWith({ MAVEN_REPOSITORY: `${address}/maven/` }));
      expect(fault).toMatchObject({ code: "verapdf-wrong-bytes" });
      expect(fault.message).toContain(release.sha256);
      expect(await cached()).toEqual([]);
    });
  });

  test("a damaged jar in the cache is replaced", async () => {
    await withRepository(bytes, async (address) => {
      await mkdir(dirname(jar), { recursive: true });
      await writeFile(jar, "half a j");
      expect(await fetchWith({ MAVEN_REPOSITORY: `${address}/maven` })).toMatchObject({
        isNew: true,
      });
      expect(await readFile(jar, "utf8")).toBe(bytes);
    });
  });

  test("a repository without the jar, and one that does not answer, are said", async () => {
    const address = await withRepository(bytes, async (address) => {
      const fault = await faultOf(fetchWith({ MAVEN_REPOSITORY: `${address}/other` }));
      expect(fault).toMatchObject({ code: "verapdf-fetch-failed" });
      expect(fault.message).toContain("answered 404");
      return address;
    });
    const fault = await faultOf(fetchWith({ MAVEN_REPOSITORY: address }));
    expect(fault).toMatchObject({ code: "verapdf-fetch-failed" });
    expect(fault.hint).toContain("MAVEN_REPOSITORY");
    expect(await cached()).toEqual([]);
  });
});

describe("through Maven", () => {
  /** A folder for the PATH with a `mvn` that runs this shell script. */
  async function maven(script: string): Promise<Machine["env"] & { readonly PATH: string }> {
    const folder = join(projectDir, "maven");
    await mkdir(folder);
    await writeFile(join(folder, "mvn"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return { PATH: folder };
  }

  test("the jar that Maven copies comes to its place", async () => {
    const env = await maven(
      [
        'for option; do case "$option" in',
        '-Dartifact=*) artifact="${option#*=}" ;; -DoutputDirectory=*) folder="${option#*=}" ;;',
        "esac; done",
        '[ "$artifact" = org.example.apps:cli:1.2.3 ] || exit 1',
        `printf '${bytes}' > "$folder/cli-1.2.3.jar"`,
      ].join("\n"),
    );
    const fetched = await fetchWith(env, [join(env.PATH, "mvn")]);
    expect(fetched).toEqual({ jar, version: "1.2.3", isNew: true });
    expect(await readFile(jar, "utf8")).toBe(bytes);
  });

  test("what Maven says is passed on in one line", async () => {
    const env = await maven("echo '[ERROR] Unknown host -> [Help 1]'; echo '[ERROR] more'; exit 1");
    const fault = await faultOf(fetchWith(env, [join(env.PATH, "mvn")]));
    expect(fault.message).toBe("veraPDF 1.2.3 could not be fetched: Unknown host");
  });

  test("a machine without Maven is told both ways", async () => {
    const fault = await faultOf(fetchWith({}));
    expect(fault).toMatchObject({ code: "verapdf-fetch-failed" });
    expect(fault.hint).toMatch(/install Maven.*MAVEN_REPOSITORY/);
  });
});
