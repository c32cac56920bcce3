import { busyLoops } from "../overload/busy-loops.ts";
import { overload } from "../overload/overload.ts";
import { soak } from "../overload/soak.ts";
import type { Note } from "./note.ts";

const OVERLOAD_SECONDS = 60;
const BUSY_LOOPS = 4;
const SOAK_MINUTES = 10;

export const overloaded = (note: Note): Promise<void> => overloadedBeside(note, "");

/** Others on the same machine take the processor away. */
export async function starved(note: Note): Promise<void> {
  const end = busyLoops(BUSY_LOOPS, OVERLOAD_SECONDS * 5);
  await overloadedBeside(note, `beside ${BUSY_LOOPS} programs that take all they get of the processor, `).finally(end);
}

async function overloadedBeside(note: Note, what: string): Promise<void> {
  const { capacity, offered, goodput, acceptedP99, refused, failed, others } = await overload(OVERLOAD_SECONDS);
  note(
    goodput >= 0.7 && acceptedP99 <= 1_000 && failed.size === 0 && others.failed.size === 0 && others.p99 <= 1_000,
    `${what}one office asks three times what was answered before it (${offered.toFixed(0)} a second, of ${capacity.toFixed(0)} before and after), ${OVERLOAD_SECONDS} seconds, ` +
      `without waiting for answers: ${(goodput * 100).toFixed(0)} % of the capacity answered, p99 ${acceptedP99.toFixed(0)} ms; ` +
      `${refused} told to come again, ${failuresIn(failed)}; of another office ${others.answered} of ${others.asked} answered (${failuresIn(others.failed)}), p99 ${others.p99.toFixed(0)} ms`,
  );
}

const failuresIn = (failed: ReadonlyMap<number, number>): string =>
  failed.size === 0
    ? "0 failed"
    : `failed ${[...failed].map(([status, count]) => (status === 0 ? `${count} without an answer` : `${count} with ${status}`)).join(", ")}`;

export async function soaked(note: Note): Promise<void> {
  const { first, last, answers, failed } = await soak(SOAK_MINUTES);
  note(
    last <= first * 1.3 && failed === 0,
    `an office that works as fast as it can for ${SOAK_MINUTES} minutes, ${answers} answers, ${failed} of them failures: ` +
      `memory of the program ${last.toFixed(0)} MB in the last minute, ${first.toFixed(0)} MB in the first`,
  );
}
