/**
 * Files that this process has open by their numbers, as `/dev/fd/3` names them. Input: a number;
 * output: what it is, or that it is nothing that a person has opened. It writes and closes nothing.
 */
import { fstatSync, readdirSync, readFileSync, type BigIntStats } from "node:fs";

/** @throws what the system says where it is not open; also where it is one of Node.js's own. */
export function statDescriptor(fd: number): BigIntStats {
  const stats = fstatSync(fd, { bigint: true });
  const isUsable =
    stats.isFile() || stats.isCharacterDevice() || stats.isFIFO() || stats.isSocket();
  if (isUsable && !(stats.isFIFO() && isReadHere(stats))) return stats;
  throw Object.assign(new Error(`EBADF: bad file descriptor, fstat`), {
    code: "EBADF",
    syscall: "fstat",
  });
}

/** Whether the pipe ends in this process: such pipes are how the parts of Node.js talk. */
function isReadHere(pipe: BigIntStats): boolean {
  if (process.platform !== "linux") return false;
  return readdirSync("/proc/self/fd").some((name) => {
    try {
      const { dev, ino } = fstatSync(Number(name), { bigint: true });
      return dev === pipe.dev && ino === pipe.ino && isOpenForReading(name);
    } catch {
      // What the folder was read with.
      return false;
    }
  });
}

/** The flags are octal; the lowest two bits are the access mode (open(2)). */
function isOpenForReading(name: string): boolean {
  const info = readFileSync(`/proc/self/fdinfo/${name}`, "utf8");
  const flags = parseInt(/^flags:\s*(\d+)/m.exec(info)?.[1] ?? "1", 8);
  return (flags & 3) === 0;
}
