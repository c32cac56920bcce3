import { missingPackages } from "../patroni/programs.ts";
import { CHANGES, type Change, type TrialReport, tryCluster } from "../patroni/trial.ts";
import type { Note } from "./note.ts";

/** Three nodes under Patroni, HAProxy and two processes of the program, while clerks book. */
export async function patroni(note: Note): Promise<void> {
  const missing = missingPackages();
  if (missing.length > 0) {
    note(false, `not tried: apt-get install ${missing.join(" ")}`);
    return;
  }
  const all = Object.keys(CHANGES);
  const inSync = await tryCluster(true, all);
  note(isSound(inSync) && inSync.lost === 0, `synchronous: ${inWords(inSync)}`);
  for (const change of inSync.changes) note(hasHealed(change), ofChange(change));
  const apart = await tryCluster(false, all.slice(0, 1));
  // What is lost is the price of not waiting for the standby: said, not forbidden.
  note(isSound(apart), `asynchronous: ${inWords(apart)}`);
  for (const change of apart.changes) note(hasHealed(change), ofChange(change));
}

const isSound = ({ statuses, doctor }: TrialReport): boolean => !statuses.has(500) && doctor === 0;

/** Nobody is told that a process could serve when none could. */
const hasHealed = ({ haveStreamsHealed, ready }: Change): boolean => haveStreamsHealed && ready === 0;

function inWords({ acknowledged, lost, statuses, doctor }: TrialReport): string {
  const answers = [...statuses].map(([status, count]) => `${count} of ${status || "no answer"}`).join(", ");
  return (
    `${acknowledged} bookings acknowledged, of which lost ${lost}; answers ${answers}; of 500: ${statuses.get(500) ?? 0}; ` +
    `the doctor's checks ${doctor === 0 ? "all fine" : "failed"}`
  );
}

const ofChange = ({ name, gapSeconds, ready, notReady, haveStreamsHealed }: Change): string =>
  `${name}: nothing was acknowledged for ${gapSeconds.toFixed(1)} s, within which /readyz said "ready" ${ready} times and ` +
  `503 ${notReady} times; the pages' streams ${haveStreamsHealed ? "went on and heard of all again" : "did not heal"}`;
