import { setImmediate } from "node:timers/promises";
import { randomOf } from "../../trial/seed/random.ts";
import { type Browser, openBrowser, type Page } from "../browser.ts";
import { holdIn } from "../citizen.ts";
import { aDoctorOfBookings } from "../doctor.ts";
import { type Arena, futureDay } from "./arena.ts";
import { whenNotBusy } from "./citizens.ts";

/**
 * One citizen with one browser and several windows at both processes: chooses, says who comes, extends, confirms, gives up, goes
 * back to a page of before, often two things at one moment, whose answers come in either order. Seen after each step: one place is held at most, by a form that is
 * there; and when nobody else acts, it is the one that was chosen last. After each sequence the doctor looks at all that is held,
 * filled in and booked.
 */
const SERVICE = "copy-certification";
const ACTS = ["choose", "choose", "who", "extend", "confirm", "stale", "end"] as const;
type Act = (typeof ACTS)[number];

const FIRST_DAY = 20;
const DAYS = 120;
const STEPS = 6;

interface Windows {
  readonly arena: Arena;
  readonly browser: Browser;
  readonly date: string;
  readonly phone: string;
  readonly random: ReturnType<typeof randomOf>;
  /** The time that a page of before showed */
  seen: string;
  /** Of two presses the first one's answer comes behind the second's; null: as it happens */
  late: PromiseWithResolvers<void> | null;
}

interface Step {
  readonly acts: readonly Act[];
  readonly pages: readonly Page[];
  /** That was pressed alone */
  readonly chosen: string | null;
}

export interface Outcome {
  readonly steps: number;
  readonly confirmed: number;
  /** On average, of one look of the doctor's */
  readonly doctorMs: number;
  readonly wrong: readonly string[];
}

/** @param seed of the first sequence; each further one has the next */
export async function citizenWithWindows(arena: Arena, sequences: number, seed: number): Promise<Outcome> {
  let [steps, confirmed, doctorMs] = [0, 0, 0];
  const doctor = aDoctorOfBookings(arena.ownerUrl);
  const wrong: string[] = [];
  for (let index = 0; index < sequences; index++) {
    const windows = open(arena, index, seed + index);
    for (let step = 0; step < STEPS; step++, steps++) {
      const done = await take(windows);
      confirmed += done.pages.filter(({ url }) => url.pathname === "/book/done").length;
      wrong.push(...(await faults(windows, done)).map((fault) => `${seed + index}/${step} ${done.acts}: ${fault}`));
    }
    const ended = await send(windows, 0, "/book/end", {});
    if (ended.url.pathname !== "/book/ended")
      wrong.push(`${seed + index}: ended at ${ended.status} ${ended.url.pathname}`);
    const left = await held(arena);
    if (left.length > 0) wrong.push(`${seed + index}: held when all was given up: ${JSON.stringify(left)}`);
    const begun = performance.now();
    wrong.push(...(await doctor.findings()).map((finding) => `${seed + index}: the doctor finds ${finding}`));
    doctorMs += performance.now() - begun;
  }
  await doctor.close();
  return { steps, confirmed, doctorMs: doctorMs / sequences, wrong };
}

function open(arena: Arena, index: number, seed: number): Windows {
  const windows: Windows = {
    arena,
    browser: openBrowser(arena.platforms[0].url, true, async ({ origin }) => {
      if (origin === new URL(arena.platforms[1].url).origin) windows.late?.resolve();
      else await windows.late?.promise.then(() => setImmediate());
    }),
    date: futureDay(FIRST_DAY + (index % DAYS)),
    phone: `694${String(1_000_000 + index)}`,
    random: randomOf(`windows ${seed}`),
    seen: "",
    late: null,
  };
  return windows;
}

async function take(windows: Windows): Promise<Step> {
  const { share } = windows.random;
  const act = (): Act => ACTS[Math.floor(share() * ACTS.length)] as Act;
  const both: readonly Act[] = share() < 0.4 ? [act(), act()] : [act()];
  // Without a key two presses are two browsers to us, and whoever ends has none.
  const isTogether = windows.browser.cookie("__Host-booking") !== undefined && !both.includes("end");
  const acts = isTogether ? both : both.slice(0, 1);
  const times = acts.map(() => timeOf(share()));
  windows.late = acts.length > 1 && share() < 0.5 ? Promise.withResolvers() : null;
  const pages = await Promise.all(acts.map((each, at) => perform(windows, each, at, times[at] as string)));
  const isChosen = acts.length === 1 && acts[0] === "choose" && pages[0]?.url.pathname === "/book/who";
  return { acts, pages, chosen: isChosen ? (times[0] as string) : null };
}

const timeOf = (share: number): string => {
  const slot = Math.floor(share * 42);
  return `${String(8 + Math.floor(slot / 6)).padStart(2, "0")}:${slot % 6}0`;
};

async function perform(windows: Windows, act: Act, at: number, time: string): Promise<Page> {
  const { date, phone } = windows;
  if (act === "choose")
    return send(windows, at, `/book/offices/${windows.arena.office}/hold`, { service: SERVICE, at: `${date}T${time}` });
  if (act === "who") return send(windows, at, "/book/who", { who: "self", lastName: "Παράθυρος", firstName: "Πολύ" });
  if (act === "extend" || act === "end") return send(windows, at, `/book/${act}`, {});
  const shown = act === "stale" ? windows.seen : holdIn((await ask(windows, at, "/book/check")).text);
  windows.seen = shown;
  return send(windows, at, "/book/check", { how: "phone", phone, hold: shown });
}

const addressOf = ({ arena }: Windows, at: number, path: string): string =>
  `${arena.platforms[at === 0 ? 0 : 1].url}${path}`;

const ask = (windows: Windows, at: number, path: string): Promise<Page> =>
  whenNotBusy(() => windows.browser.visit(addressOf(windows, at, path)));

const send = (windows: Windows, at: number, path: string, fields: Readonly<Record<string, string>>): Promise<Page> =>
  whenNotBusy(() => windows.browser.submit(addressOf(windows, at, path), fields));

interface Held {
  readonly time: string;
  readonly forms: number;
}

async function held({ sql, office }: Arena): Promise<Held[]> {
  const { rows } = await sql.query<Held>(
    `select to_char(starts_at at time zone 'Europe/Athens', 'HH24:MI') as time,
       (select count(*)::int from booking_form as form
        where form.office_id = held.office_id and form.appointment_id = held.id and held_until is not null) as forms
     from appointment as held join office on office.id = office_id where code = $1 and status = 'held'`,
    [office],
  );
  return rows;
}

async function faults({ arena }: Windows, { pages, chosen }: Step): Promise<string[]> {
  const places = await held(arena);
  const broken = pages.filter(({ status }) => status >= 500).map(({ status, url }) => `${status} ${url.pathname}`);
  return [
    ...broken,
    ...(places.length > 1 ? [`holds ${places.map(({ time }) => time)}`] : []),
    ...places.filter(({ forms }) => forms !== 1).map(({ time, forms }) => `${time} is held by ${forms} forms`),
    ...(chosen !== null && places[0]?.time !== chosen ? [`chose ${chosen} and holds ${places[0]?.time}`] : []),
  ];
}
