import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { openBrowser, type Page } from "../browser.ts";
import { holdIn } from "../citizen.ts";
import { openToCitizens } from "../public-booking.ts";
import { type Arena, futureDay } from "./arena.ts";

/** Citizens with browsers of their own, at both processes, beside the clerks and the head of the office. */

const SERVICE = "copy-certification";
const PUBLIC_QUEUES = [1, 2];

/** Two of its queues are public; a telephone number is enough, and all places may go to citizens. */
export async function openToRivals({ sql, office }: Pick<Arena, "sql" | "office">): Promise<void> {
  await openToCitizens(sql);
  await sql.query(
    `update office set online_by_phone = true, online_counter_percent = 0, online_horizon_days = 180, online_limit = 10
     where code = $1`,
    [office],
  );
  await publish(sql, office);
}

const publish = (sql: pg.Client, office: string) =>
  sql.query(
    `update queue set is_public = number = any ($2), version = version + 1
     from office where office.id = office_id and code = $1 and is_public <> (number = any ($2))`,
    [office, PUBLIC_QUEUES],
  );

const FIRST_DAY = 20;
/** So many before the last one that citizens may take, another one each round */
const ROUND_DAYS = 120;

/** An empty day for a round; nobody of the rounds before is on it any more. */
async function emptyDay({ sql, office }: Arena, round: number, days = 1): Promise<string> {
  const date = futureDay(FIRST_DAY + (round % ROUND_DAYS));
  await sql.query(
    `update appointment set status = 'cancelled' from office
     where office.id = office_id and code = $1 and live and (starts_at at time zone 'Europe/Athens')::date between $2::date and $2::date + $3::int`,
    [office, date, days],
  );
  return date;
}

interface Wish {
  readonly date: string;
  readonly time: string;
  readonly phone: string;
}

/** Somebody who has chosen a time and said who comes. */
interface Filled {
  confirm(): Promise<string>;
}

/** Where the last button led: `booked`, or the status of a refusal. */
type Ended = string;

/** From the press on a time to the last button. */
async function bookOnline(arena: Arena, index: number, wish: Wish): Promise<Ended> {
  const filled = await fillIn(arena, index, wish);
  return typeof filled === "string" ? filled : filled.confirm();
}

async function fillIn(
  { platforms, office }: Arena,
  index: number,
  { date, time, phone }: Wish,
): Promise<Filled | Ended> {
  const browser = openBrowser(platforms[index % 2 === 0 ? 0 : 1].url);
  const send = (path: string, fields: Readonly<Record<string, string>>) =>
    whenNotBusy(() => browser.submit(path, fields));
  const held = await send(`/book/offices/${office}/hold`, { service: SERVICE, at: `${date}T${time}` });
  if (held.url.pathname !== "/book/who") return `${held.status}`;
  await send("/book/who", { who: "self", lastName: `Πολίτης${index}`, firstName: "Δοκιμή" });
  return {
    confirm: async () => {
      const hold = holdIn((await whenNotBusy(() => browser.visit("/book/check"))).text);
      const last = await send("/book/check", { how: "phone", phone, hold });
      return last.url.pathname === "/book/done" ? "booked" : `${last.status}`;
    },
  };
}

/** A process that has too much to do says so, and is asked again. */
export async function whenNotBusy(ask: () => Promise<Page>): Promise<Page> {
  for (;;) {
    const page = await ask();
    if (page.status !== 503) return page;
    await sleep(200);
  }
}

const phoneOf = (index: number): string => `694${String(1_000_000 + index)}`;

export interface OneTime {
  /** Places that were taken, of the public queues */
  readonly winners: number;
  /** Told that it is gone (409) */
  readonly losers: number;
  readonly others: readonly string[];
}

/** Half of them citizens, half clerks who book in the public queues: as many win as there are such queues. */
export async function citizensAndClerksForOneTime(arena: Arena, rivals: number, round: number): Promise<OneTime> {
  const [date, time] = [await emptyDay(arena, round), "10:00"];
  const outcomes = await Promise.all(
    Array.from({ length: rivals }, async (_, index) => {
      if (index % 2 === 0) return bookOnline(arena, index, { date, time, phone: phoneOf(1_000 * (round + 1) + index) });
      const reply = await arena.desks[index % 4 === 1 ? 0 : 1].ask(
        "POST",
        `/api/offices/${arena.office}/appointments`,
        {
          key: randomUUID(),
          body: {
            date,
            time,
            queue: PUBLIC_QUEUES[(index >> 1) % 2],
            service: SERVICE,
            lastName: `Χειριστής${index}`,
            firstName: "Δοκιμή",
          },
        },
      );
      return reply.status < 300 ? "booked" : `${reply.status}`;
    }),
  );
  return {
    winners: outcomes.filter((outcome) => outcome === "booked").length,
    losers: outcomes.filter((outcome) => outcome === "409").length,
    others: outcomes.filter((outcome) => outcome !== "booked" && outcome !== "409"),
  };
}

/** Of one person, in as many browsers at the same moment, each on another day: how many were booked. */
export async function onePersonManyTimes(arena: Arena, browsers: number, round: number): Promise<number> {
  const phone = `2310${String(100_000 + round)}`;
  const first = Temporal.PlainDate.from(await emptyDay(arena, round, DAYS));
  const filled = await Promise.all(
    Array.from({ length: browsers }, (_, index) => {
      const [date, hour] = [first.add({ days: index % DAYS }).toString(), 8 + Math.floor(index / DAYS)];
      return fillIn(arena, index, { date, time: `${String(hour).padStart(2, "0")}:00`, phone });
    }),
  );
  const outcomes = await Promise.all(filled.map((one) => (typeof one === "string" ? one : one.confirm())));
  return outcomes.filter((outcome) => outcome === "booked").length;
}

const DAYS = 25;

export interface Hiding {
  /** Booked online by citizens in a queue that was hidden by then: must be none */
  readonly hidden: number;
  readonly booked: number;
  readonly isHidden: boolean;
}

const QUEUE = 2;
const CITIZENS = 12;
const SPREADS_MS = [1, 60, 400] as const;

/** Citizens fill in and confirm while the head hides one of the two queues. */
export async function citizensAgainstHiding(arena: Arena, round: number): Promise<Hiding> {
  const { office, sql } = arena;
  await publish(sql, office);
  const date = await emptyDay(arena, round);
  const later = () => sleep(randomInt(SPREADS_MS[round % SPREADS_MS.length] as number));
  const filled = await Promise.all(
    Array.from({ length: CITIZENS }, (_, index) => {
      const time = `1${Math.floor(index / 6)}:${index % 6}0`;
      return fillIn(arena, index, { date, time, phone: phoneOf(1_000 * (round + 1) + index) });
    }),
  );
  const confirmed = filled.map((one) => later().then(() => (typeof one === "string" ? one : one.confirm())));
  const [outcomes, isHidden] = await Promise.all([Promise.all(confirmed), later().then(() => hide(arena))]);
  const { rows } = await sql.query<{ hidden: number }>(
    `select count(*)::int as hidden from appointment join office on office.id = office_id
     join queue on queue.office_id = office.id and number = queue
     where code = $1 and live and channel = 'online' and not is_public and kept_by is null and starts_at::date = $2`,
    [office, date],
  );
  return { hidden: rows[0]?.hidden ?? -1, booked: outcomes.filter((one) => one === "booked").length, isHidden };
}

/** Each one concerned is moved, or kept by the head who has seen it. */
async function hide({ head, office }: Arena): Promise<boolean> {
  let decisions: object[] | undefined;
  for (let attempt = 0; attempt < 20; attempt++) {
    const { queues } = (await head.ask("GET", `/api/offices/${office}/queues`)).body;
    const { version } = queues.find(({ number }: { number: number }) => number === QUEUE);
    const body = decisions ? { decisions } : {};
    const reply = await head.ask("POST", `/api/offices/${office}/queues/${QUEUE}/hiding`, {
      key: randomUUID(),
      version,
      body,
    });
    if (reply.status === 200) return true;
    if (reply.status !== 409 && reply.status !== 412)
      throw new Error(`Hiding answered ${reply.status} ${reply.body?.code}.`);
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
    decisions = reply.body.proposal?.appointments.map(({ appointment: { id, version: seen }, place }: any) =>
      place ? { act: "move", id, version: seen, to: place } : { act: "keep", id, version: seen },
    );
  }
  return false;
}
