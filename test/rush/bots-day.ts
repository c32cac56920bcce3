import { clockText } from "../../src/platform/time.ts";
import { releaseAll } from "../../src/public-booking/hold/start-releasing.ts";
import { randomOf } from "../../trial/seed/random.ts";
import { aCitizen } from "../citizen.ts";
import { isSent } from "../doors/by-letter.ts";
import { DAY } from "../visit-desk.ts";
import type { World } from "../world.ts";
import { aBigOffice, hasComeOf } from "./big-office.ts";
import { holds } from "./holding.ts";
import { type Fortune, honestPeople, KNOWN_DOMAIN } from "./honest-people.ts";
import { shareOf } from "./places-of-strangers.ts";

/**
 * A Monday on which five hundred addresses in two hundred networks hold an office's places of the next days without coming for
 * them, and confirm them through mailboxes that are given away or of domains of their own, while people book. Every seventh of
 * them sits in the same library, every fifth has no script.
 */
const BOTS = 500;
const NETWORKS = 200;
const BOTS_A_MINUTE = 12;
const OWN_DOMAINS = 20;
/** As many as have room for all who come */
const PEOPLE_A_DAY = 60;

export interface DayOfBots extends Readonly<Fortune> {
  /** Of the public places of a day, theirs at any minute, 0 to 1 */
  readonly mostOfBots: number;
  readonly people: number;
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
  return { mostOfBots, people: come, ...day.outcome() };
}

async function openDay(world: World, dayCount: number) {
  const days = Array.from({ length: dayCount }, (_, ahead) =>
    Temporal.PlainDate.from(DAY).add({ days: ahead }).toString(),
  );
  const desk = await aBigOffice(world);
  await hasComeOf(KNOWN_DOMAIN, world, desk);
  const { share: random, pick } = randomOf("bots");
  const people = honestPeople(world, desk, { days, share: random });
  const letters: { readonly email: string; due: number }[] = [];
  let held = 0;
  const anyTime = () => `${pick(days)}T${clockText(480 + 15 * Math.floor(random() * 28))}`;

  async function bot(serial: number): Promise<void> {
    const address = Math.floor(random() * BOTS);
    const citizen = aCitizen(world, {
      "x-forwarded-for": `10.${address % NETWORKS}.7.${Math.floor(address / NETWORKS)}`,
    });
    const isTheirs = await holds(citizen, desk, anyTime());
    if (isTheirs === null) return;
    if (isTheirs) held += 1;
    if (random() < 0.5) return;
    const domain = random() < 0.5 ? "mailinator.com" : `bots${Math.floor(random() * OWN_DOMAINS)}.example`;
    await citizen.send("/book/who", { who: "self", lastName: "Πρόγραμμα", firstName: "Άλφα" });
    const email = `bot${serial}@${domain}`;
    if (isSent(await citizen.confirm({ how: "email", email }))) letters.push({ email, due: 1 });
  }

  async function goesOn(): Promise<void> {
    await desk.delivered(0);
    await people.goesOn();
    for (const letter of letters)
      if (letter.due-- === 0) await desk.press(desk.linkTo(letter.email), "confirm", {}, "").catch(() => null);
  }

  return {
    bot,
    goesOn,
    person: people.comes,
    share: () => shareOf("bot%", world, desk),
    outcome: () => ({ ...people.fortune, held }),
  };
}
