/** Loaded before a program (`node --import`): says at its end with which settings of memory it ran. */
process.on("exit", () => {
  process.stderr.write(`arenas: ${process.env.MALLOC_ARENA_MAX ?? "any number"}\n`);
});
