import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

/** What is fair in a rush, in full. */

const DATABASE = ["run", "--project=!embedded"] as const;
const MINUTES = 420;
const WISHES = 1_000;
const CANCELLATIONS = 300;
const ACTS = 1_000;

export async function bots(note: Note): Promise<void> {
  const code = await ran("vitest", [...DATABASE, "test/rush/bots.test.ts"], { BOTS_MINUTES: String(MINUTES) });
  note(
    code === 0,
    `${MINUTES} minutes of a Monday on which 500 addresses in 200 networks hold an office's times of the next seven days without ` +
      "confirming, or confirm them by mailboxes that are given away or of 20 domains of their own: never more than 10 % of a day's " +
      "public places theirs, at least 95 % of 400 people who book meanwhile (58 behind one address, 80 without a script, one in ten " +
      "from a domain of their own, a third of these the first of theirs, and two in three with a mailbox elsewhere) with a time, at " +
      "most 5 % without what was promised to them, and no browser tries more than 256 keys; the same 400 among themselves all have " +
      "what was promised, and at most 5 % meet anything that is done against programs",
  );
}

export async function earlierPlaces(note: Note): Promise<void> {
  const counts = { WISHES: String(WISHES), CANCELLATIONS: String(CANCELLATIONS) };
  const code = await ran("vitest", [...DATABASE, "test/rush/earlier-places.test.ts"], counts);
  note(
    code === 0,
    `${WISHES} wishes in two offices, half of them for both, and ${CANCELLATIONS} places given up, offers taken, refused and left by chance, connections of the database ` +
      "cut meanwhile: each place to one person, in the published order, two letters a day at most, nobody without what they had",
  );
}

export async function notices(note: Note): Promise<void> {
  const code = await ran("vitest", [...DATABASE, "test/rush/notices.test.ts"], { NOTICE_ACTS: String(ACTS) });
  note(
    code === 0,
    `${ACTS} acts of three accredited systems and of clerks, whose receivers are down, slow or lie by turns, and connections of ` +
      "the database cut under three senders: each notice heard at least once, none of an appointment before an earlier one",
  );
}
