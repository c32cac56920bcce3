import { setTimeout as sleep } from "node:timers/promises";
import type { Appointment } from "../../../src/appointments/contract.ts";
import { signIn } from "../../desk.ts";
import { bookAll, giveGate, type Ledger } from "../../journeys/busy-day.ts";
import { personNumber } from "../../journeys/hard-names.ts";
import { patientDesk } from "../../patient-desk.ts";
import { OFFICE } from "../../races/arena.ts";
import { absence, cut } from "./beats.ts";
import { apiClerk, type Clerk } from "./clerk.ts";
import { CLERKS, type Crew, HEAD } from "./crew.ts";
import { type DayOffice, EIGHT, THREE } from "./day-office.ts";
import { pageClerk } from "./page-clerk.ts";
import { TURNS } from "./turns.ts";
import { openVisitBook, type VisitBook } from "./visit-book.ts";

export const VISITS = 110;
const BOOKED_BEFORE = 75;
const STEP = 5;
const APART_MS = 400;
const TEN_PAST_TEN = 610;
const NOON = 720;
/** Whoever telephones later gets no time of today */
const LAST_CALL = 780;

export interface WorkedDay {
  readonly book: VisitBook;
  /** How many the absence moved */
  readonly moved: number;
}

const PEOPLE = [...CLERKS, HEAD];

const desksOf = ({ url }: DayOffice) =>
  Promise.all(PEOPLE.map(async (userid) => patientDesk(await signIn(url, userid), true)));

/** What was booked the day before; in the end it is ten to eight. */
export async function bookBefore(office: DayOffice): Promise<Ledger> {
  for (const userid of CLERKS) await giveGate(office, userid, OFFICE);
  const ledger = await bookAll(await desksOf(office), OFFICE, office.date, BOOKED_BEFORE);
  await office.setClock(EIGHT - 10);
  return ledger;
}

/** From eight to three and a little more, five minutes at a time, everybody at once. */
export async function workADay(office: DayOffice, crew: Crew, ledger: Ledger): Promise<WorkedDay> {
  const { date, setClock } = office;
  const desks = await desksOf(office);
  const [head] = desks.slice(-1) as [(typeof desks)[number]];
  const book = openVisitBook(head, date, ledger);
  const atPages = [
    pageClerk(crew.keyboard.seat, "keys"),
    pageClerk(crew.phone.seat, "mouse"),
    pageClerk(crew.firefox ?? crew.head.seat, "both"),
  ];
  const byApi = desks.map((desk, index) => apiClerk(PEOPLE[index] as string, desk, date, ledger));
  const clerks = [...atPages, ...byApi];
  for (const [index, visit] of [...ledger.values()].entries())
    book.take(visit, clerkOf(index), TURNS[index % TURNS.length] as (typeof TURNS)[number]);
  const comers = comersOfTheDay();

  let moved = 0;
  for (let minute = EIGHT - 10; minute <= THREE + 30; minute += STEP) {
    await setClock(minute);
    const come = comers.filter(({ at }) => at > minute - STEP && at <= minute);
    const step = async (clerk: Clerk) => {
      if (minute % 15 === 0) await clerk.stir();
      for (const { index } of come) if (clerkOf(index) === clerk) await comes(book, clerk, index, minute);
      await book.work(clerk, minute);
    };
    // Nobody acts at the same instant as all others, whose browsers share one machine's processors with the server.
    const stepOf = (some: readonly Clerk[]) =>
      Promise.all(some.map((clerk, index) => sleep(index * APART_MS).then(() => step(clerk))));
    if (minute % 15 === 0) await crew.head.seat.press("Shift");
    if (minute === NOON) {
      const cutOff = atPages[1] as Clerk;
      await cut(crew.phone.context, crew.phone.seat, async () => {
        await stepOf(clerks.filter((clerk) => clerk !== cutOff));
        await setClock(minute + 2);
      });
      await step(cutOff);
    } else await stepOf(clerks);
    if (minute === TEN_PAST_TEN) moved = await absence(crew.head, head, date, book);
    process.stdout.write(
      `\r${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
    );
  }
  process.stdout.write("\n");
  return { book, moved };

  /** Every third visit is a page's, in turn; the others are those of the same people by the API. */
  function clerkOf(index: number): Clerk {
    const own = index % 3 === 0 ? atPages : byApi;
    return own[Math.floor(index / 3) % own.length] as Clerk;
  }
}

/** Who comes or telephones while the office is open, every eleven minutes. */
const comersOfTheDay = () =>
  Array.from({ length: VISITS - BOOKED_BEFORE }, (_, nth) => ({
    at: EIGHT + 20 + nth * 11,
    index: BOOKED_BEFORE + nth,
  }));

async function comes(book: VisitBook, clerk: Clerk, index: number, minute: number): Promise<void> {
  const isHere = index % 5 < 3 || minute > LAST_CALL;
  const { lastName, firstName } = personNumber(index);
  const phone = `69441${String(index).padStart(5, "0")}`;
  const visit: Appointment = await book.book(clerk, { lastName, firstName, phone }, isHere);
  if (isHere) book.take(visit, clerk, index % 7 === 0 ? "gave up" : "walked in", minute);
  else book.take(visit, clerk, "usual");
}
