import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { JudgeUnavailable } from "../../../src/judges/verdict/judge.ts";
import { findVeraPdf, type VeraPdfMachine } from "../../../src/judges/pdf/verapdf/find-verapdf.ts";
import { fetchedJarPath } from "../../../src/judges/pdf/verapdf/jar-path.ts";

interface MachineDetails extends Partial<Pick<VeraPdfMachine, "platform" | "env">> {
  readonly programs?: readonly string[];
  readonly files?: readonly string[];
}

const fetched = resolve(fetchedJarPath("/project"));
const path = "/usr/local/bin:/usr/bin";
const java = "/usr/bin/java";

function machine({ programs = [], files = [], ...details }: MachineDetails): VeraPdfMachine {
  return {
    platform: "linux",
    arch: "x64",
    env: { PATH: path },
    isExecutable: (file) => programs.includes(file),
    isFile: (file) => files.includes(file) || programs.includes(file),
    ...details,
  };
}

function reasonOf(details: MachineDetails): string {
  try {
    findVeraPdf("/project", machine(details));
  } catch (error) {
    if (error instanceof JudgeUnavailable) return error.message;
    throw error;
  }
  throw new Error("veraPDF was found");
}

describe("the order of choice", () => {
  const all = {
    programs: ["/opt/verapdf/verapdf", "/usr/bin/verapdf", java],
    files: [fetched, "/opt/verapdf.jar"],
  };

  test("the program that VERAPDF names comes first", () => {
    const env = { PATH: path, VERAPDF: "/opt/verapdf/verapdf" };
    expect(findVeraPdf("/project", machine({ ...all, env }))).toEqual({
      kind: "program",
      origin: "environment",
      program: "/opt/verapdf/verapdf",
    });
  });

  test("VERAPDF may name a jar, which need not be executable", () => {
    const env = { PATH: path, VERAPDF: "/opt/verapdf.jar" };
    expect(findVeraPdf("/project", machine({ ...all, env }))).toEqual({
      kind: "jar",
      origin: "environment",
      java,
      jar: "/opt/verapdf.jar",
    });
  });

  test("then a verapdf on the PATH", () => {
    expect(findVeraPdf("/project", machine(all))).toEqual({
      kind: "program",
      origin: "path",
      program: "/usr/bin/verapdf",
    });
  });

  test("then the fetched jar", () => {
    expect(findVeraPdf("/project", machine({ programs: [java], files: [fetched] }))).toEqual({
      kind: "jar",
      origin: "fetched",
      java,
      jar: fetched,
    });
  });

  test("Windows cannot start the script without a shell, so it uses the jar", () => {
    const programs = ["C:\\tools\\verapdf.exe", "C:\\jre\\bin\\java.exe"];
    const env = { Path: "C:\\tools;C:\\jre\\bin" };
    expect(
      findVeraPdf("/project", machine({ platform: "win32", env, programs, files: [fetched] })),
    ).toMatchObject({ kind: "jar", java: "C:\\jre\\bin\\java.exe" });
  });
});

describe("Java", () => {
  const files = [fetched];

  test("JAVA_HOME comes before the PATH", () => {
    const programs = ["/opt/jdk/bin/java", java];
    const env = { PATH: path, JAVA_HOME: "/opt/jdk" };
    expect(findVeraPdf("/project", machine({ env, programs, files }))).toMatchObject({
      java: "/opt/jdk/bin/java",
    });
  });

  test("a JAVA_HOME that holds no Java is passed over", () => {
    const env = { PATH: path, JAVA_HOME: "/gone" };
    expect(findVeraPdf("/project", machine({ env, programs: [java], files }))).toMatchObject({
      java,
    });
  });

  test("a relative folder in the PATH is passed over", () => {
    const env = { PATH: "tools:." };
    expect(reasonOf({ env, programs: ["tools/java", "java", "verapdf"], files })).toContain("Java");
  });
});

describe("what is missing is said, with what to do", () => {
  test("no Java", () => {
    const reason = reasonOf({ files: [fetched] });
    expect(reason).toContain("needs Java");
    expect(reason).not.toContain("setup:verapdf");
  });

  test("no veraPDF", () => {
    const reason = reasonOf({ programs: [java] });
    expect(reason).toContain("npm run setup:verapdf");
    expect(reason).not.toContain("Java runtime");
  });

  test("neither", () => {
    expect(reasonOf({})).toMatch(/Java runtime.*npm run setup:verapdf/);
  });

  test("what VERAPDF names is never replaced by another in silence", () => {
    const env = { PATH: path, VERAPDF: "/gone/verapdf" };
    const reason = reasonOf({ env, programs: ["/usr/bin/verapdf", java], files: [fetched] });
    expect(reason).toContain("/gone/verapdf");
  });
});
