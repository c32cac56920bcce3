import { clockText } from "../../src/platform/time.ts";
import { releaseAll } from "../../src/public-booking/hold/start-releasing.ts";
import { type Random, randomOf } from "../../trial/seed/random.ts";
import { aCitizen } from "../citizen.ts";
import { aBigOffice, hasComeOf } from "../rush/big-office.ts";
import { type Fortune, honestPeople, KNOWN_DOMAIN } from "../rush/honest-people.ts";
import { shareOf } from "../rush/places-of-strangers.ts";
import type { VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";
import { askForLetter, isSent } from "./by-letter.ts";

/**
 * One attacker has a domain with as many addresses as they like, and a network address for each, and wants the places of some
 * days: chooses times with and without holding them, presses what letters' links offer, confirms or doesn't, books on other days
 * and moves, or only holds a move; for days, while people book.
 */
const DOMAIN = "catch-all.example";
const FIRST_DAY = "2026-11-23";
/** Wanted by the attacker, and by people */
const WANTED_DAYS = ["2026-11-30", "2026-12-01", "2026-12-02"];
const HOURS = ["08:00", "11:00", "14:00", "20:00"];

export interface CatchAllFigures extends Readonly<Fortune> {
  readonly people: number;
  /** Of the public places of a wanted day, the attacker's at any minute, 0 to 1 */
  readonly mostOfDay: number;
  /** Of each way */
  readonly pressed: Readonly<Record<string, number>>;
  /** Visits that the attacker has in the end */
  readonly booked: number;
}

export interface Siege {
  /** Somebody of the attacker's domain has come to an appointment */
  readonly hasCome: boolean;
  readonly days: number;
  /** Of each of four hours of a day */
  readonly minutes: number;
  readonly people: number;
}

/** @param world whose proxy is trusted */
export async function catchAll(
  world: World,
  { hasCome, days, minutes, people: come }: Siege,
): Promise<CatchAllFigures> {
  const desk = await aBigOffice(world);
  world.now = Temporal.Instant.from(`${FIRST_DAY}T08:00:00+02:00`);
  await hasComeOf(KNOWN_DOMAIN, world, desk);
  if (hasCome) await hasComeOf(DOMAIN, world, desk);
  const random = randomOf("catch-all", String(hasCome));
  const people = honestPeople(world, desk, { days: WANTED_DAYS, share: random.share });
  const attacker = anAttacker(world, desk, random);
  const rounds = days * HOURS.length * minutes;
  let [round, came, mostOfDay] = [0, 0, 0];
  for (let day = 0; day < days; day++)
    for (const hour of HOURS) {
      const date = Temporal.PlainDate.from(FIRST_DAY).add({ days: day });
      world.now = Temporal.Instant.from(`${date}T${hour}:00+02:00`);
      for (let minute = 0; minute < minutes; minute++, round++) {
        await attacker.acts(minute === 0);
        mostOfDay = Math.max(mostOfDay, await shareOf(`%@${DOMAIN}`, world, desk));
        while (came < ((round + 1) * come) / rounds) people.comes(came++);
        await desk.delivered(0);
        await people.goesOn();
        world.now = world.now.add({ minutes: 1 });
        await releaseAll({ db: world.database.db, clock: () => world.now });
      }
      // Whoever came last reads their mail before the attacker's next hour.
      for (let minute = 0; minute < 5; minute++, world.now = world.now.add({ minutes: 1 })) {
        await desk.delivered(0);
        await people.goesOn();
      }
    }
  const { pressed, booked } = attacker;
  await desk.close();
  return { ...people.fortune, people: came, mostOfDay, pressed, booked: booked() };
}

function anAttacker(world: World, desk: VisitDesk, random: Random) {
  const pressed = { "times chosen": 0, "the letter's link": 0, again: 0, "a move held": 0, "a move made": 0 };
  /** What their letters brought, and by what they manage visits */
  const [letters, asked, managed]: [string[], string[], string[]] = [[], [], []];
  let serial = 0;
  /** The first of them above all */
  const wanted = () =>
    `${random.chance(0.7) ? WANTED_DAYS[0] : random.pick(WANTED_DAYS)}T${clockText(480 + 15 * random.whole(0, 27))}`;
  const elsewhere = () => `2026-12-${random.whole(3, 20).toString().padStart(2, "0")}${wanted().slice(10)}`;

  async function acts(isFirst: boolean): Promise<void> {
    for (let each = 0; each < 5; each++) await chooses(random.chance(0.3) ? wanted() : elsewhere());
    await desk.delivered(0);
    asked.push(...letters.splice(0).map(desk.linkTo));
    await eachOf(asked.slice(-6), again);
    await eachOf(asked.slice(-8, -4), confirms);
    await eachOf(isFirst ? managed : managed.slice(-4), moves);
  }

  async function chooses(at: string): Promise<void> {
    pressed["times chosen"] += 1;
    const citizen = aCitizen(world, { "x-forwarded-for": `10.${random.whole(0, 250)}.${random.whole(0, 250)}.7` });
    const email = `a${++serial}@${DOMAIN}`;
    const wish = { at, email, isLater: random.chance(0.7), lastName: "Επιτιθέμενος" };
    if (isSent(await askForLetter(citizen, desk, wish))) letters.push(email);
  }

  async function again(link: string): Promise<void> {
    pressed.again += 1;
    await desk.press(link, "again", { at: wanted() }, "");
  }

  async function confirms(link: string): Promise<void> {
    if (random.chance(0.3)) return;
    pressed["the letter's link"] += 1;
    const { headers } = await desk.press(link, "confirm", {}, "");
    const [, own] = /^(.*)\/done$/.exec(String(headers.location)) ?? [];
    if (own) managed.push(own);
  }

  async function moves(link: string): Promise<void> {
    pressed["a move held"] += 1;
    const at = wanted();
    await desk.press(link, "hold", { at }, `days/${at.slice(0, 10)}`);
    if (random.chance(0.8)) return;
    pressed["a move made"] += 1;
    await desk.press(link, "move");
  }

  return { acts, pressed, booked: () => managed.length };
}

async function eachOf(links: readonly string[], press: (link: string) => Promise<void>): Promise<void> {
  for (const link of links) await press(link);
}
