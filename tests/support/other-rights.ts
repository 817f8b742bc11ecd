/** What a test that runs as root cannot meet otherwise: a user without rights, a disk that is full. */
import { execFileSync } from "node:child_process";

const NOBODY = 65534;

/** Runs `work` as a user who owns nothing, where this process is root. */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

/** Mounts a small disk in memory on a folder; false where this machine does not allow it. */
export function mountDisk(folder: string, options: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export function unmountDisk(folder: string): void {
  execFileSync("umount", [folder], { stdio: "ignore" });
}
