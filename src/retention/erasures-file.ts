import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One appointment that was made anonymous because a person asked for it: nothing of that person is left in it. */
export interface Erasure {
  /** The office's code */
  readonly office: string;
  readonly appointment: string;
  readonly at: Temporal.Instant;
}

/** Of an appointment that is somebody else's the name of one who comes along. */
export interface CompanionErasure extends Erasure {
  /** The appointment's, once the name was gone */
  readonly version: number;
  /** Among the companions of then, counted from 0 */
  readonly place: number;
}

export interface Erasures {
  readonly visits: readonly Erasure[];
  readonly companions: readonly CompanionErasure[];
}

/** Beside the database, so that it outlives it: a backup from before knows nothing of what was erased since. */
const fileIn = (folder: string): string => join(folder, "erasures");

/** On the disk when it returns. */
export async function appendErasures(folder: string, { visits, companions }: Erasures): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const file = await open(fileIn(folder), "a", 0o600);
  try {
    const lines = [
      ...visits.map((erasure) => `${lineOf(erasure)}\n`),
      // The release before reads no such line, rather than erase all of the visit.
      ...companions.map(({ version, place, ...erasure }) => `${lineOf(erasure)} companion ${version} ${place}\n`),
    ];
    // Behind a line that was cut off it begins a new one.
    await file.appendFile(`\n${lines.join("")}`);
    await file.sync();
  } finally {
    await file.close();
  }
}

const lineOf = ({ office, appointment, at }: Erasure): string => `${office} ${appointment} ${at}`;

/** All that were ever erased; none where there is no file. A line that was cut off has not been acted on. */
export async function readErasures(folder: string): Promise<Erasures> {
  const text = await readFile(fileIn(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const erasures = [...text.matchAll(LINE)].map(([, office = "", appointment = "", at = "", version, place]) => ({
    office,
    appointment,
    at: Temporal.Instant.from(at),
    companion: version === undefined ? null : { version: Number(version), place: Number(place) },
  }));
  return {
    visits: erasures.flatMap(({ companion, ...erasure }) => (companion ? [] : [erasure])),
    companions: erasures.flatMap(({ companion, ...erasure }) => (companion ? [{ ...erasure, ...companion }] : [])),
  };
}

const LINE = /^(\S+) ([0-9a-f-]{36}) (\S+Z)(?: companion (\d+) (\d+))?\n/gm;
