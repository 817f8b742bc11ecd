/*
 * Has the C library give memory back to the system that is free again: a build holds pictures of
 * hundreds of megabytes one after the other, and by default glibc keeps what held the first ones. It
 * reads these settings when a program starts. Plain JavaScript that Node 20 understands.
 */

/** See mallopt(3). Other C libraries pay no attention to them. */
const SETTINGS = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_TRIM_THRESHOLD_: "131072",
};

/** The environment with those of the settings that the person has not made. */
export function withMemorySettings(environment) {
  return { ...SETTINGS, ...environment };
}

/** Starts this program anew in its own place, once, where Node.js can do that. */
export function applyMemorySettings() {
  const { env, execArgv, execPath, argv, platform } = process;
  const isApplied = Object.keys(SETTINGS).every((name) => name in env);
  if (platform !== "linux" || isApplied || typeof process.execve !== "function") return;
  process.execve(execPath, [execPath, ...execArgv, ...argv.slice(1)], withMemorySettings(env));
}
