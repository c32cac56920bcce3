const begun = performance.now();

/** Says what is measured now, and how long all has taken until then. */
export async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const seconds = Math.round((performance.now() - begun) / 1_000);
  process.stdout.write(`\n[${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}] ${name}\n`);
  return await work();
}
