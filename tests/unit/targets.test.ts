import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resolveTarget } from "../../src/judges/targets/targets.ts";

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-targets-"));
  await writeFile(path.join(dir, "page.html"), "<!doctype html>");
  await writeFile(path.join(dir, "no-extension"), "\n%PDF-1.7\n");
  await writeFile(path.join(dir, "notes.txt"), "notes");
});
afterAll(async () => {
  await rm(dir, { recursive: true });
});

describe("resolveTarget", () => {
  it("knows a PDF by its header, whatever its name", async () => {
    const file = path.join(dir, "no-extension");
    expect(await resolveTarget(file)).toEqual({ kind: "pdf", file });
  });

  it("knows HTML files, folders and addresses of this machine", async () => {
    const file = path.join(dir, "page.html");
    expect(await resolveTarget(file)).toEqual({ kind: "html-file", file });
    expect(await resolveTarget(dir)).toEqual({ kind: "html-folder", file: dir });
    expect(await resolveTarget("http://localhost:8080/a")).toEqual({
      kind: "address",
      address: new URL("http://localhost:8080/a"),
    });
  });

  it.each(["https://example.org/", "ftp://localhost/", "http://192.168.1.1/", "http://%/"])(
    "refuses the address %s",
    async (address) => {
      await expect(resolveTarget(address)).rejects.toMatchObject({ code: "address-not-local" });
    },
  );

  it("refuses a pipe, which it would wait for without end", async () => {
    const pipe = path.join(dir, "pipe.html");
    await promisify(execFile)("mkfifo", [pipe]);
    await expect(resolveTarget(pipe)).rejects.toMatchObject({
      code: "target-unknown",
      message: `${pipe} is neither a file nor a folder`,
    });
  });

  it.each(["missing.pdf", "notes.txt"])("refuses %s", async (name) => {
    await expect(resolveTarget(path.join(dir, name))).rejects.toMatchObject({
      code: "target-unknown",
      hint: expect.stringContaining("PDF") as string,
    });
  });
});
