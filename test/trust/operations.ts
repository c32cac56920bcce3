import { missingForArchive } from "../operations/archived-server.ts";
import { backupUnderLoad } from "../operations/backup-under-load.ts";
import type { LoadReport } from "../operations/booking-load.ts";
import { restoreToMoment } from "../operations/point-in-time.ts";
import { rollingUpgrade } from "../operations/rolling-upgrade.ts";
import { rotateSecrets } from "../operations/rotation.ts";
import { exposureOf, missingForUnits, SERVICES, UNITS, verifyUnits } from "../operations/units.ts";
import type { Note } from "./note.ts";

const BOOKINGS = 1_000;

export async function backups(note: Note): Promise<void> {
  for (const { where, rows, lost, code, letters } of await backupUnderLoad(BOOKINGS))
    note(
      lost + letters === 0 && code === 0,
      `a backup taken while clerks book, restored into ${where}: ${rows} appointments; answered before its instant and not ` +
        `there: ${lost}; the doctor's checks ${code === 0 ? "all fine" : "failed"}; letters planned before that left: ${letters}`,
    );
}

/** pgBackRest's own way, for a server of one's own. */
export async function pointInTime(note: Note): Promise<void> {
  const missing = missingForArchive();
  if (missing.length > 0) {
    note(false, `not tried: apt-get install ${missing.join(" ")}`);
    return;
  }
  const { rows, lost, tooLate, gone, code, letters } = await restoreToMoment(BOOKINGS);
  note(
    lost + tooLate + letters === 0 && gone > 0 && code === 0,
    `a server's disk lost while its log is archived, restored by pgBackRest to a moment between two bookings: ${rows} ` +
      `appointments; answered before it and not there: ${lost}; booked after it and there: ${tooLate}, given up: ${gone}; ` +
      `the doctor's checks ${code === 0 ? "all fine" : "failed"}; letters planned before it that left again: ${letters}`,
  );
}

/** By systemd's own reading of them; where it runs, what it starts is tried by whoever installs the package. */
export async function units(note: Note): Promise<void> {
  const missing = missingForUnits();
  if (missing.length > 0) {
    note(false, `not tried: apt-get install ${missing.join(" ")}`);
    return;
  }
  const found = verifyUnits();
  const exposed = SERVICES.map((service) => `${service} ${exposureOf(service)}`).join(", ");
  note(
    found === "",
    `${UNITS.length} units read by systemd: ${found === "" ? "nothing wrong" : found}; left open, of 10: ${exposed}`,
  );
}

export async function upgrade(note: Note): Promise<void> {
  const { from, migrations, load, lost, doctor } = await rollingUpgrade();
  note(
    faultsIn(load) + lost === 0 && doctor === 0,
    `from ${from} to this release, ${migrations} migrations, two processes replaced one after the other while clerks book: ` +
      `${inWords(load)}; acknowledged and not there ${lost}; the doctor's checks ${doctor === 0 ? "all fine" : "failed"}`,
  );
}

export async function secrets(note: Note): Promise<void> {
  const { load, signedIn, notSignedIn, isOldRefused } = await rotateSecrets();
  note(
    faultsIn(load) + notSignedIn === 0 && isOldRefused,
    `another database login and another OAuth secret at two processes, one after the other, while clerks book and sign in: ` +
      `${inWords(load)}; signed in ${signedIn}, failed to ${notSignedIn}; the old login is ${isOldRefused ? "" : "not "}refused`,
  );
}

const faultsIn = ({ statuses, unanswered }: LoadReport): number => fivesIn(statuses) + unanswered;

const fivesIn = (statuses: LoadReport["statuses"]): number =>
  [...statuses].filter(([status]) => status >= 500).reduce((sum, [, count]) => sum + count, 0);

function inWords({ statuses, unanswered }: LoadReport): string {
  const all = [...statuses].map(([status, count]) => `${count} of ${status}`).join(", ");
  return `answers ${all}, of 5xx ${fivesIn(statuses)}, unanswered ${unanswered}`;
}
