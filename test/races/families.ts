import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { type Browser, openBrowser, type Page } from "../browser.ts";
import { holdIn } from "../citizen.ts";
import type { Arena } from "./arena.ts";
import { closeAsHead } from "./closing.ts";

/** Visits of several people, with browsers of their own at both processes. */

const SERVICE = "copy-certification";
const MINUTES = 10;

interface Family {
  readonly office: string;
  readonly date: string;
  readonly time: string;
  /** Last names of who comes */
  readonly names: readonly string[];
  readonly by: { readonly taxisnet: string } | { readonly phone: string };
}

const patiently = async (ask: () => Promise<Page>): Promise<Page> => {
  for (;;) {
    const page = await ask();
    if (page.status !== 503) return page;
    await sleep(200);
  }
};

/** Up to the last button, which stays to be pressed. */
async function fillIn({ platforms }: Arena, index: number, { office, date, time, names, by }: Family) {
  const browser = openBrowser(platforms[index % 2 === 0 ? 0 : 1].url);
  const send = (path: string | URL, fields: Readonly<Record<string, string>>) =>
    patiently(() => browser.submit(path, fields));
  const service = names.map(() => SERVICE).join(";");
  const held = await send(`/book/offices/${office}/hold`, { service, at: `${date}T${time}` });
  if (held.url.pathname !== "/book/who") throw new Error(`Nothing was held: ${held.status} ${held.url.pathname}.`);
  const [lastName = "", ...others] = names;
  const companions = others.flatMap((name, at) => [
    [`lastName${at + 2}`, name],
    [`firstName${at + 2}`, "Δοκιμή"],
  ]);
  await send("/book/who", { who: "relative", lastName, firstName: "Δοκιμή", ...Object.fromEntries(companions) });
  if ("taxisnet" in by) await send((await send("/book/taxisnet", {})).url, { userid: by.taxisnet });
  const hold = holdIn((await patiently(() => browser.visit("/book/check"))).text);
  const how: Readonly<Record<string, string>> = "phone" in by ? { how: "phone", phone: by.phone } : {};
  return { browser, confirm: () => send("/book/check", { ...how, hold }) };
}

const isBooked = ({ url }: Page): boolean => url.pathname === "/book/done";

/** Another office with its own locks, open at the same hours. */
const OTHER_OFFICE = "9903";

export async function openOtherOffice({ sql }: Arena): Promise<void> {
  await sql.query(
    `update queue set is_public = true, slot_minutes = 10 from office where office.id = office_id and code = $1 and number = 1`,
    [OTHER_OFFICE],
  );
  await sql.query("delete from queue_hours using office where office.id = office_id and code = $1", [OTHER_OFFICE]);
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select office.id, 1, weekday, 480, 900 from office, generate_series(1, 7) as weekday where code = $1`,
    [OTHER_OFFICE],
  );
  await sql.query("update office set online_counter_percent = 0, online_horizon_days = 180 where code = $1", [
    OTHER_OFFICE,
  ]);
}

/** Two visits of one booker, in two offices, whose limit is one appointment, at one moment. */
export const PAIRS = [
  {
    name: "a child in both",
    names: [
      ["Άλφας", "Βήτας"],
      ["Γάμμας", "Βήτας"],
    ],
    most: 1,
  },
  {
    name: "more people than come at all",
    names: [
      ["Άλφας", "Βήτας", "Γάμμας"],
      ["Δέλτας", "Ζήτας"],
    ],
    most: 1,
  },
  {
    name: "nobody in both",
    names: [
      ["Άλφας", "Βήτας"],
      ["Γάμμας", "Δέλτας"],
    ],
    most: 2,
  },
] as const;

/**
 * How many of the two are booked. In two offices no lock but that of the person keeps them apart; both have come as far as
 * they can before either may write that it is booked.
 */
export async function bothOfOneBooker(arena: Arena, { names }: (typeof PAIRS)[number]): Promise<number> {
  const { office, sql } = arena;
  const date = arena.freshDate();
  const offices = [office, OTHER_OFFICE];
  await sql.query("update office set online_limit = 1 where code = any ($1)", [offices]);
  await sql.query(
    `update appointment set status = 'cancelled' from online_person
     where online_person.office_id = appointment.office_id and appointment_id = id and live`,
  );
  const forms = await Promise.all(
    names.map((each, index) =>
      fillIn(arena, index, {
        office: offices[index] as string,
        date,
        time: `1${index}:00`,
        names: each,
        by: { taxisnet: "polyxeni" },
      }),
    ),
  );
  const pages = await atOneMoment(sql, forms.length, () => Promise.all(forms.map(({ confirm }) => confirm())));
  for (const page of pages) if (!isBooked(page) && page.status !== 409) throw new Error(`It answered ${page.status}.`);
  return pages.filter(isBooked).length;
}

/** Nobody's booking is entered before so many transactions wait, at the entry or at a lock before it. */
async function atOneMoment<T>(sql: pg.Client, number: number, act: () => Promise<T>): Promise<T> {
  await sql.query("begin");
  await sql.query("lock table online_person in share mode");
  let isOver = false;
  const acting = act().finally(() => {
    isOver = true;
  });
  // Of whoever cleans tables up the lock is another.
  const waiting = async () =>
    (
      await sql.query<{ count: number }>(
        `select count(distinct pid)::int as count from pg_locks
         where not granted and mode in ('RowExclusiveLock', 'ExclusiveLock')
           and database = (select oid from pg_database where datname = current_database())`,
      )
    ).rows[0]?.count ?? 0;
  while (!isOver && (await waiting()) < number) await sleep(5);
  await sql.query("commit");
  return acting;
}

export interface PartsOutcome {
  /** Whose visit is no more, or not as long as who is left needs: must be none */
  readonly wrong: number;
  /** In closed time without the head's having seen it: must be none */
  readonly unseen: number;
  readonly isClosed: boolean;
}

const FAMILIES = 6;
const SPREADS_MS = [1, 60, 400] as const;
const CLOSED = { from: "09:00", to: "14:00" };

/** Of families of three one does not come after all, while the head closes the office at that time. */
export async function partsAgainstClosing(arena: Arena, round: number): Promise<PartsOutcome> {
  const { office, sql } = arena;
  const date = arena.freshDate();
  await sql.query("update office set online_limit = 10 where code = $1", [office]);
  const families: Browser[] = [];
  const phones = Array.from({ length: FAMILIES }, (_, index) => `69${String(50_000_000 + round * 10 + index)}`);
  for (const [index, phone] of phones.entries()) {
    const names = ["Άλφας", "Βήτας", "Γάμμας"];
    const time = `${String(9 + (index >> 1)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`;
    const { browser, confirm } = await fillIn(arena, index, { office, date, time, names, by: { phone } });
    if (!isBooked(await confirm())) throw new Error("A family was not booked.");
    families.push(browser);
  }
  const links = await Promise.all(families.map(linkOf));
  const later = () => sleep(randomInt(SPREADS_MS[round % SPREADS_MS.length] as number));
  const exception = { queue: null, kind: "closed", date, ...CLOSED, reason: "Διακοπή" };
  const closing = { method: "POST", path: "exceptions", body: () => exception } as const;
  const [, isClosed] = await Promise.all([
    Promise.all(families.map((browser, index) => later().then(() => less(browser, links[index] as string)))),
    later().then(() => closeAsHead(arena, closing, date)),
  ]);
  const { rows } = await sql.query<{ right: number; unseen: number }>(
    `select count(*) filter (where live and jsonb_array_length(companions) = 1
         and ends_at - starts_at = make_interval(mins => $3))::int as right,
       count(*) filter (where live and kept_by is null and (starts_at at time zone 'Europe/Athens')::date = $6
         and (starts_at at time zone 'Europe/Athens')::time < $5::time
         and (ends_at at time zone 'Europe/Athens')::time > $4::time)::int as unseen
     from appointment join office on office.id = office_id
     where code = $1 and right(appointment.phone, 10) = any ($2)`,
    [office, phones, 2 * MINUTES, CLOSED.from, CLOSED.to, date],
  );
  const { right = 0, unseen = -1 } = rows[0] ?? {};
  return { wrong: FAMILIES - right, unseen, isClosed };
}

/** By the page of the browser that booked it. */
async function linkOf(browser: Browser): Promise<string> {
  const { url } = await patiently(() => browser.submit("/book/done", { to: "cancel" }));
  return url.pathname.replace(/\/cancel$/, "");
}

/** The third does not come. Whoever is told that it has changed meanwhile looks again. */
async function less(browser: Browser, link: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const { text } = await patiently(() => browser.visit(`${link}/less`));
    const hidden = [...text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
    const page = await patiently(() => browser.submit(`${link}/less`, { ...fields, "gone-2-0": "yes" }));
    if (page.url.searchParams.get("done") === "less") return;
    if (page.status !== 412) throw new Error(`«Λιγότερα» answered ${page.status}.`);
  }
}
