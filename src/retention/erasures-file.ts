import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One appointment that was made anonymous because a person asked for it: nothing of that person is left in it. */
export interface Erasure {
  /** The office's code */
  readonly office: string;
  readonly appointment: string;
  readonly at: Temporal.Instant;
}

/** Beside the database, so that it outlives it: a backup from before knows nothing of what was erased since. */
const fileIn = (folder: string): string => join(folder, "erasures");

/** On the disk when it returns. */
export async function appendErasures(folder: string, erasures: readonly Erasure[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const file = await open(fileIn(folder), "a", 0o600);
  try {
    const lines = erasures.map(({ office, appointment, at }) => `${office} ${appointment} ${at}\n`);
    // Behind a line that was cut off it begins a new one.
    await file.appendFile(`\n${lines.join("")}`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** All that were ever erased; none where there is no file. A line that was cut off has not been acted on. */
export async function readErasures(folder: string): Promise<Erasure[]> {
  const text = await readFile(fileIn(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return [...text.matchAll(LINE)].map(([, office = "", appointment = "", at = ""]) => ({
    office,
    appointment,
    at: Temporal.Instant.from(at),
  }));
}

const LINE = /^(\S+) ([0-9a-f-]{36}) (\S+Z)\n/gm;
