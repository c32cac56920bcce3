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
 * A day of an office's on which five hundred addresses in two hundred networks hold its places without coming for them, and
 * confirm them through mailboxes that are given away or of domains of their own, while people book.
 */
const BOTS = 500;
const NETWORKS = 200;
const BOTS_A_MINUTE = 12;
const OWN_DOMAINS = 20;
const KNOWN_DOMAIN = "known-company.example";

export interface DayOfBots {
  /** Of the day's public places, theirs at any minute, 0 to 1 */
  readonly mostOfBots: number;
  readonly people: number;
  /** Have a time of that day */
  readonly succeeded: number;
  /** People whose browsers were asked to compute, and the keys that one tried at most */
  readonly worked: number;
  readonly tries: number;
  /** Times that programs held */
  readonly held: number;
}

/** @param world whose proxy is trusted, of a site @param minutes of the office's seven hours; a person comes every seven */
export async function dayOfBots(world: World, minutes: number): Promise<DayOfBots> {
  world.now = Temporal.Instant.from("2026-11-24T08:00:00+02:00");
  const day = await openDay(world);
  let [mostOfBots, people] = [0, 0];
  for (let minute = 0; minute < minutes; minute++) {
    for (let each = 0; each < BOTS_A_MINUTE; each++) await day.bot(minute * BOTS_A_MINUTE + each);
    if (minute % 7 === 0) day.person(people++);
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
  return { mostOfBots, people, ...day.outcome };
}

interface Person {
  readonly citizen: Citizen;
  email: string;
  /** Minutes until they have filled in, and until they press the link */
  due: number;
  state: "fills in" | "reads mail" | "over";
}

async function openDay(world: World) {
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
  const outcome = { succeeded: 0, worked: 0, tries: 0, held: 0 };
  const { share: random } = randomOf("bots");
  const time = () => clockText(480 + 15 * Math.floor(random() * 28));
  const hold = (citizen: Citizen, at: string, more: Readonly<Record<string, string>> = {}) =>
    citizen.send(`/book/offices/${office.code}/hold`, { service: "signature", at: `${DAY}T${at}`, ...more });

  /** By whatever it takes; false: the time is gone */
  async function holds(citizen: Citizen, at: string, onTries?: (tries: number) => void): Promise<boolean> {
    const page = await hold(citizen, at);
    if (isHeld(page)) return true;
    const challenge = challengeIn(page);
    if (challenge) {
      onTries?.(challenge.parameters.data.tries);
      return isHeld(await hold(citizen, at, { proof: await solved(challenge) }));
    }
    return page.text.includes("κρατιέται μόλις") && isHeld(await hold(citizen, at, { later: "1" }));
  }

  async function bot(serial: number): Promise<void> {
    const address = Math.floor(random() * BOTS);
    const citizen = aCitizen(world, {
      "x-forwarded-for": `10.${address % NETWORKS}.7.${Math.floor(address / NETWORKS)}`,
    });
    if (!(await holds(citizen, time()))) return;
    outcome.held += 1;
    if (random() < 0.5) return;
    const domain = random() < 0.5 ? "mailinator.com" : `bots${Math.floor(random() * OWN_DOMAINS)}.example`;
    await citizen.send("/book/who", { who: "self", lastName: "Πρόγραμμα", firstName: "Άλφα" });
    const email = `bot${serial}@${domain}`;
    const page = await citizen.confirm({ how: "email", email });
    if (page.headers.location !== "/book/sent") return;
    people.push({ citizen, email, due: 1, state: "reads mail" });
  }

  function person(number: number): void {
    // Every third sits behind the same address of a town hall.
    const ip = number % 3 === 0 ? "198.51.100.7" : `192.0.2.${1 + (number % 250)}`;
    // One in ten writes from a domain of their own; of two thirds of these somebody has come before.
    const own = random() < 2 / 3 ? KNOWN_DOMAIN : `company${number}.example`;
    const email = `person${number}@${random() < 0.9 ? "gmail.com" : own}`;
    people.push({ citizen: aCitizen(world, { "x-forwarded-for": ip }), email, due: 0, state: "fills in" });
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
    // Somebody was faster: people choose again.
    Object.assign(each, isDone || isBot ? { state: "over" } : { state: "fills in", due: 0 });
  }

  async function fillsIn(each: Person): Promise<void> {
    each.state = "over";
    for (let trial = 0; trial < 5; trial++) {
      const shown = await timesShown(each.citizen, desk);
      const at = shown[Math.floor(random() * shown.length)];
      if (!at || !(await holds(each.citizen, at, seen))) continue;
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

  /** Of the day's public places, theirs: held by a form of a program's address, or confirmed. */
  async function share(): Promise<number> {
    const { rows } = await owner.query(
      `select count(*)::int as theirs from appointment as visit where office_id = $1 and live
         and (starts_at at time zone 'Europe/Athens')::date = $2::date and (email like 'bot%' or status = 'held' and exists (
           select from booking_form as form where form.office_id = $1 and form.appointment_id = visit.id
             and form.typed::text not like '%Άνθρωπος%'))`,
      [office.id, DAY],
    );
    return rows[0].theirs / (4 * 28);
  }
  return { bot, person, goesOn, share, outcome };
}

const isHeld = ({ headers }: Page): boolean => headers.location === "/book/who" || headers.location === "/book/check";

async function timesShown(citizen: Citizen, { office }: VisitDesk): Promise<string[]> {
  const { html } = await citizen.see(`/book/offices/${office.code}/days/${DAY}?service=signature`);
  return [...html.matchAll(/name="at" value="[\d-]+T(\d\d:\d\d)"/g)].map(([, at = ""]) => at);
}

function challengeIn({ html }: Page) {
  const [, challenge = ""] = /data-challenge="([^"]+)"/.exec(html) ?? [];
  return challenge === "" ? null : JSON.parse(challenge.replaceAll("&quot;", '"'));
}

async function solved(challenge: Parameters<typeof solveChallenge>[0]["challenge"]): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
