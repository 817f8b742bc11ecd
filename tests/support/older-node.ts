/** An older Node.js of the machine, beside the project's own, which hands over to it. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Its path, or undefined where the machine has none that is too old to run the program itself. */
export function findOlderNode(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders
    .filter((folder) => path.isAbsolute(folder) && !folder.includes("node_modules"))
    .map((folder) => path.join(folder, "node"))
    .find((file) => existsSync(file) && isOlder(file));
}

function isOlder(file: string): boolean {
  const [major = 0, minor = 0] = execFileSync(file, ["--version"], { encoding: "utf8" })
    .replace("v", "")
    .split(".")
    .map(Number);
  return major >= 20 && (major < 22 || (major === 22 && minor < 13));
}
