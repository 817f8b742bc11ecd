/** Words of the command line that mean nothing, for a person and for a program. */
import { describe, expect, it } from "vitest";
import { runHere } from "../../support/run-here.ts";

const wrong = [
  [
    ["build", "--edtion", "web"],
    "unknown option '--edtion'",
    "did you mean --edition? see `imprimatur help build`",
  ],
  [["pubish"], "unknown command 'pubish'", "see `imprimatur help`"],
  [["pdf"], "missing required argument 'input'", "see `imprimatur help pdf`"],
  [
    ["pdf", "a.html", "--output"],
    "option '-o, --output <file>' argument missing",
    "see `imprimatur help pdf`",
  ],
  [
    ["pdf", "a.html", "b.html"],
    "too many arguments for 'pdf'. Expected 1 argument but got 2: a.html, b.html.",
    "see `imprimatur help pdf`",
  ],
  [
    ["impose", "a.pdf", "--layout", "round"],
    "option '--layout <layout>' argument 'round' is invalid. Allowed choices are booklet, 2-up, 4-up, cut-and-stack.",
    "see `imprimatur help impose`",
  ],
] as const;

describe("wrong words", () => {
  it.each(wrong)("%j are an error with a hint", async (args, message, hint) => {
    expect(await runHere(args)).toEqual({
      code: 1,
      stdout: "",
      stderr: `error: ${message}\n  hint: ${hint}\n`,
    });
  });

  it.each(wrong)("%j are JSON where JSON is wanted", async (args, message, hint) => {
    const { code, stdout, stderr } = await runHere([args[0], "--json", ...args.slice(1)]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({ error: { code: "usage", message, hint } });
  });

  it("are JSON also where --json is given a value, and not after --", async () => {
    const given = await runHere(["check", "--json=yes"]);
    expect(JSON.parse(given.stdout)).toMatchObject({ error: { code: "usage" } });
    const after = await runHere(["check", "--jso", "--", "--json"]);
    expect(after.stdout).toBe("");
    expect(after.stderr).toContain("unknown option '--jso'");
  });
});

describe("help", () => {
  it("and the version are no errors, with --json neither", async () => {
    for (const args of [
      ["--help"],
      ["help", "pdf"],
      ["build", "--json", "--help"],
      ["--version"],
    ]) {
      expect(await runHere(args)).toMatchObject({ code: 0, stderr: "" });
    }
  });

  it("is shown where there is no command, which is an error", async () => {
    const { code, stdout, stderr } = await runHere([]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("Usage: imprimatur");
  });
});
