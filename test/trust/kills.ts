import { killDuringBookings } from "../races/kill.ts";
import { openKillArena } from "../races/kill-arena.ts";
import { killDuringConfirming } from "../races/kill-citizens.ts";
import { killDuringRuling } from "../races/kill-ruling.ts";
import type { Note } from "./note.ts";
import { ran } from "./ran.ts";

const KILLS = 50;
const CONFIRM_KILLS = 10;
const RULING_KILLS = 25;
const SWEPT_OFFICES = 1_200;

export async function kills(note: Note): Promise<void> {
  const arena = await openKillArena();
  const { acknowledged, unanswered, lost, unsettled, doubled } = await killDuringBookings(arena, KILLS);
  const confirming = await killDuringConfirming(arena, CONFIRM_KILLS);
  const ruling = await killDuringRuling(arena, RULING_KILLS);
  await arena.close();
  note(
    lost + unsettled + doubled === 0,
    `kill -9 of the server and of the database in turn, ${KILLS} times, during bookings: ${acknowledged} acknowledged, of ` +
      `which lost ${lost}; ${unanswered} unanswered at first, of which not settled by repeating the key ${unsettled}; booked twice ${doubled}`,
  );
  note(
    confirming.lost + confirming.unsettled + confirming.doubled === 0,
    `the same, ${CONFIRM_KILLS} times, while citizens confirm, by wallet, TAXISnet and telephone: ${confirming.acknowledged} ` +
      `acknowledged, of which lost ${confirming.lost}; ${confirming.unanswered} unanswered at first, of which without an ` +
      `appointment after pressing once more ${confirming.unsettled}; with two ${confirming.doubled}`,
  );
  note(
    ruling.halves + ruling.unsettled === 0,
    `the same, ${RULING_KILLS} times, while a head loses two of five queues for a week, with 120 appointments: both were there ` +
      `${ruling.both} times, the first ${ruling.first} times, neither ${ruling.neither} times, a part of one ${ruling.halves} times; ` +
      `not whole, once, with as many messages planned as have an e-mail, after repeating the key ${ruling.unsettled}`,
  );
  const code = await ran("vitest", ["run", "--project=processes", "test/races/sweep-killed.test.ts"], {
    SWEPT_OFFICES: String(SWEPT_OFFICES),
  });
  note(
    code === 0,
    `kill -9 while a national closure goes through ${SWEPT_OFFICES} offices: the next process does the rest, and only that`,
  );
}
