import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { clockText } from "../../src/platform/time.ts";
import { domainKey } from "../../src/public-booking/confirm/mail-domain.ts";
import { releaseAll } from "../../src/public-booking/hold/start-releasing.ts";
import { randomOf } from "../../src/seed/random.ts";
import { aCitizen, type Citizen, type Page } from "../citizen.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";

/**
 * A Monday on which five hundred addresses in two hundred networks hold an office's places of the next days without coming for
 * them, and confirm them through mailboxes that are given away or of domains of their own, while people book. Every seventh of
 * them sits in the same library, every fifth has no script.
 */
const BOTS = 500;
const NETWORKS = 200;
const BOTS_A_MINUTE = 12;
const OWN_DOMAINS = 20;
const KNOWN_DOMAIN = "known-company.example";
const PLACES_A_DAY = 4 * 28;
/** As many as have room for all who come */
const PEOPLE_A_DAY = 60;

export interface DayOfBots {
  /** Of the public places of a day, theirs at any minute, 0 to 1 */
  readonly mostOfBots: number;
  readonly people: number;
  /** Have a time */
  readonly succeeded: number;
  /** Were told that a time is held for them, and lost it within its minutes */
  readonly lost: number;
  /** Were told, before or when they chose, that it is held once it is confirmed */
  readonly later: number;
  /** People whose browsers were asked to compute, and the keys that one tried at most */
  readonly worked: number;
  readonly tries: number;
  /** Times that programs held */
  readonly held: number;
}

export interface Crowd {
  /** Of the office's seven hours */
  readonly minutes: number;
  readonly people: number;
  /** Null: without programs, for the honest alone */
  readonly botsAMinute?: number;
}

/** @param world whose proxy is trusted, of a site */
export async function dayOfBots(
  world: World,
  { minutes, people, botsAMinute = BOTS_A_MINUTE }: Crowd,
): Promise<DayOfBots> {
  world.now = Temporal.Instant.from("2026-11-23T08:00:00+02:00");
  const day = await openDay(world, Math.max(1, Math.ceil(people / PEOPLE_A_DAY)));
  let [mostOfBots, come] = [0, 0];
  for (let minute = 0; minute < minutes; minute++) {
    for (let each = 0; each < botsAMinute; each++) await day.bot(minute * botsAMinute + each);
    while (come < ((minute + 1) * people) / minutes) day.person(come++);
    await day.goesOn();
    mostOfBots = Math.max(mostOfBots, await day.share());
    world.now = world.now.add({ minutes: 1 });
    await releaseAll({ db: world.database.db, clock: () => world.now });
  }
  // Whoever came last still fills in.
  for (let minute = 0; minute < 5; minute++) {
    await day.goesOn();
    world.now = world.now.add({ minutes: 1 });
  }
  return { mostOfBots, people: come, ...day.outcome };
}

interface Person {
  readonly citizen: Citizen;
  email: string;
  /** Minutes until they have filled in, and until they press the link */
  due: number;
  state: "fills in" | "reads mail" | "over";
  readonly hasScript: boolean;
  /** It was told that the time is held */
  isPromised: boolean;
}

async function openDay(world: World, dayCount: number) {
  const days = Array.from({ length: dayCount }, (_, ahead) =>
    Temporal.PlainDate.from(DAY).add({ days: ahead }).toString(),
  );
  const desk = await aVisitDesk(world);
  const { office } = desk;
  const { owner } = world;
  await owner.query("update office set online_held_percent = 5, online_counter_percent = 20 where id = $1", [
    office.id,
  ]);
  await owner.query(
    `insert into queue (office_id, number, name, is_default, is_active, is_public, slot_minutes)
     select $1, number, 'Ουρά ' || number, false, true, true, 15 from generate_series(2, 4) as number`,
    [office.id],
  );
  await owner.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select $1, number, weekday, 480, 900 from generate_series(2, 4) as number, generate_series(1, 7) as weekday`,
    [office.id],
  );
  await owner.query(
    `with visit as (
       insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name, created_at)
       select $1, gen_random_uuid(), 1, at, at + interval '15 minutes', 'served', at, 'signature', 'Ήρθε', 'Πριν', at
       from (select $2::timestamptz - interval '3 days' as at) as before returning office_id, id)
     insert into online_person (office_id, appointment_id, key) select office_id, id, $3 from visit`,
    [office.id, world.now.toString(), domainKey(`a@${KNOWN_DOMAIN}`)],
  );
  const people: Person[] = [];
  const outcome = { succeeded: 0, lost: 0, later: 0, worked: 0, tries: 0, held: 0 };
  const { share: random } = randomOf("bots");
  const oneOf = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const anyTime = () => `${oneOf(days)}T${clockText(480 + 15 * Math.floor(random() * 28))}`;
  const hold = (citizen: Citizen, at: string, more: Readonly<Record<string, string>> = {}) =>
    citizen.send(`/book/offices/${office.code}/hold`, { service: "signature", at, ...more });

  /** By whatever it takes. Null: the time is gone; else whether it is held from now on */
  async function holds(
    citizen: Citizen,
    at: string,
    { hasScript = true, onTries }: { readonly hasScript?: boolean; readonly onTries?: (tries: number) => void } = {},
  ): Promise<boolean | null> {
    const page = await hold(citizen, at);
    if (isHeld(page)) return true;
    const challenge = challengeIn(page);
    if (challenge && hasScript) {
      onTries?.(challenge.parameters.data.tries);
      return isHeld(await hold(citizen, at, { proof: await solved(challenge) })) || null;
    }
    const isAsked = challenge !== null || page.text.includes("κρατιέται μόλις");
    return isAsked && isHeld(await hold(citizen, at, { later: "1" })) ? false : null;
  }

  async function bot(serial: number): Promise<void> {
    const address = Math.floor(random() * BOTS);
    const citizen = aCitizen(world, {
      "x-forwarded-for": `10.${address % NETWORKS}.7.${Math.floor(address / NETWORKS)}`,
    });
    const isTheirs = await holds(citizen, anyTime());
    if (isTheirs === null) return;
    if (isTheirs) outcome.held += 1;
    if (random() < 0.5) return;
    const domain = random() < 0.5 ? "mailinator.com" : `bots${Math.floor(random() * OWN_DOMAINS)}.example`;
    await citizen.send("/book/who", { who: "self", lastName: "Πρόγραμμα", firstName: "Άλφα" });
    const email = `bot${serial}@${domain}`;
    const page = await citizen.confirm({ how: "email", email });
    if (page.headers.location !== "/book/sent") return;
    people.push({ citizen, email, due: 1, state: "reads mail", hasScript: true, isPromised: false });
  }

  function person(number: number): void {
    // Every seventh sits behind the same address of a library.
    const ip = number % 7 === 0 ? "198.51.100.7" : `192.0.${number % 7}.${1 + (number % 250)}`;
    // One in ten writes from a domain of their own; of two thirds of these somebody has come before.
    const own = random() < 2 / 3 ? KNOWN_DOMAIN : `company${number}.example`;
    const email = `person${number}@${random() < 0.9 ? "gmail.com" : own}`;
    const citizen = aCitizen(world, { "x-forwarded-for": ip });
    people.push({ citizen, email, due: 0, state: "fills in", hasScript: number % 5 !== 0, isPromised: false });
  }

  async function goesOn(): Promise<void> {
    await desk.delivered(0);
    for (const each of people.filter(({ state }) => state !== "over")) if (each.due-- <= 0) await step(each);
  }

  const step = (each: Person): Promise<void> => (each.state === "reads mail" ? pressesLink(each) : fillsIn(each));

  async function pressesLink(each: Person): Promise<void> {
    const page = await desk.press(desk.linkTo(each.email), "confirm", {}, "").catch(() => null);
    const isDone = String(page?.headers.location).endsWith("/done");
    const isBot = each.email.startsWith("bot");
    if (isDone && !isBot) outcome.succeeded += 1;
    if (!isDone && each.isPromised) outcome.lost += 1;
    // Somebody was faster: people choose again.
    Object.assign(each, isDone || isBot ? { state: "over" } : { state: "fills in", due: 0 });
  }

  async function fillsIn(each: Person): Promise<void> {
    each.state = "over";
    for (let trial = 0; trial < 5; trial++) {
      const at = oneOf(await timesShown(each.citizen, desk, oneOf(days) as string));
      const isTheirs = at ? await holds(each.citizen, at, { hasScript: each.hasScript, onTries: seen }) : null;
      if (isTheirs === null) continue;
      each.isPromised = isTheirs;
      if (!isTheirs) outcome.later += 1;
      await each.citizen.send("/book/who", { who: "self", lastName: "Άνθρωπος", firstName: "Βήτα" });
      if (await asksForLink(each)) Object.assign(each, { state: "reads mail", due: 2 });
      return;
    }
  }

  /** Told that no more times go to such a domain, two in three write the mailbox that they have at a provider. */
  async function asksForLink(each: Person): Promise<boolean> {
    const isSent = async () =>
      (await each.citizen.confirm({ how: "email", email: each.email })).headers.location === "/book/sent";
    if (await isSent()) return true;
    if (random() < 1 / 3) return false;
    each.email = each.email.replace(/@.*/, "@gmail.com");
    return isSent();
  }

  function seen(tries: number): void {
    outcome.worked += 1;
    outcome.tries = Math.max(outcome.tries, tries);
  }

  /** Of the public places of a day, theirs at most: held by a form of a program's address, or confirmed. */
  async function share(): Promise<number> {
    const { rows } = await owner.query(
      `select coalesce(max(theirs), 0)::int as most from (
         select count(*) as theirs from appointment as visit where office_id = $1 and live
           and (email like 'bot%' or status = 'held' and exists (
             select from booking_form as form where form.office_id = $1 and form.appointment_id = visit.id
               and form.typed::text not like '%Άνθρωπος%'))
         group by (starts_at at time zone 'Europe/Athens')::date) as of_day`,
      [office.id],
    );
    return rows[0].most / PLACES_A_DAY;
  }
  return { bot, person, goesOn, share, outcome };
}

const isHeld = ({ headers }: Page): boolean => headers.location === "/book/who" || headers.location === "/book/check";

async function timesShown(citizen: Citizen, { office }: VisitDesk, day: string): Promise<string[]> {
  const { html } = await citizen.see(`/book/offices/${office.code}/days/${day}?service=signature`);
  return [...html.matchAll(/name="at" value="([\d-]+T\d\d:\d\d)"/g)].map(([, at = ""]) => at);
}

function challengeIn({ html }: Page) {
  const [, challenge = ""] = /data-challenge="([^"]+)"/.exec(html) ?? [];
  return challenge === "" ? null : JSON.parse(challenge.replaceAll("&quot;", '"'));
}

async function solved(challenge: Parameters<typeof solveChallenge>[0]["challenge"]): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
