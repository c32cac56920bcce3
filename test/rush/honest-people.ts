import type { Random } from "../../trial/seed/random.ts";
import { aCitizen, type Citizen } from "../citizen.ts";
import type { VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";
import { holds } from "./holding.ts";

/** A domain of their own from which somebody has come before */
export const KNOWN_DOMAIN = "known-company.example";
/** By which their forms and visits are known again */
export const HONEST_NAME = "Άνθρωπος";

/** What became of people who book. */
export interface Fortune {
  /** Have a time */
  succeeded: number;
  /** Were told that a time is held for them, and lost it within its minutes */
  lost: number;
  /** Were told, before or when they chose, that it is held once it is confirmed */
  later: number;
  /** Whose browsers were asked to compute, and the keys that one tried at most */
  worked: number;
  tries: number;
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

interface Coming {
  /** On which they would have a time */
  readonly days: readonly string[];
  readonly share: Random["share"];
}

/** People who book with an e-mail: some in a library, some without a script, some from domains of their own. */
export function honestPeople(world: World, desk: VisitDesk, { days, share: random }: Coming) {
  const people: Person[] = [];
  const fortune: Fortune = { succeeded: 0, lost: 0, later: 0, worked: 0, tries: 0 };
  const oneOf = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];

  function comes(number: number): void {
    // Every seventh sits behind the same address of a library.
    const ip = number % 7 === 0 ? "198.51.100.7" : `192.0.${number % 7}.${1 + (number % 250)}`;
    // One in ten writes from a domain of their own; of two thirds of these somebody has come before.
    const own = random() < 2 / 3 ? KNOWN_DOMAIN : `company${number}.example`;
    const email = `person${number}@${random() < 0.9 ? "gmail.com" : own}`;
    const citizen = aCitizen(world, { "x-forwarded-for": ip });
    people.push({ citizen, email, due: 0, state: "fills in", hasScript: number % 5 !== 0, isPromised: false });
  }

  /** A minute: what is due of it is done. */
  async function goesOn(): Promise<void> {
    for (const each of people.filter(({ state }) => state !== "over")) if (each.due-- <= 0) await step(each);
  }

  const step = (each: Person): Promise<void> => (each.state === "reads mail" ? pressesLink(each) : fillsIn(each));

  async function pressesLink(each: Person): Promise<void> {
    const page = await desk.press(desk.linkTo(each.email), "confirm", {}, "").catch(() => null);
    const isDone = String(page?.headers.location).endsWith("/done");
    if (isDone) fortune.succeeded += 1;
    if (!isDone && each.isPromised) fortune.lost += 1;
    // Somebody was faster: people choose again.
    Object.assign(each, isDone ? { state: "over" } : { state: "fills in", due: 0 });
  }

  async function fillsIn(each: Person): Promise<void> {
    each.state = "over";
    for (let trial = 0; trial < 5; trial++) {
      const at = oneOf(await timesShown(each.citizen, desk, oneOf(days) as string));
      const isTheirs = at ? await holds(each.citizen, desk, at, { hasScript: each.hasScript, onTries: seen }) : null;
      if (isTheirs === null) continue;
      each.isPromised = isTheirs;
      if (!isTheirs) fortune.later += 1;
      await each.citizen.send("/book/who", { who: "self", lastName: HONEST_NAME, firstName: "Βήτα" });
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
    fortune.worked += 1;
    fortune.tries = Math.max(fortune.tries, tries);
  }

  return { comes, goesOn, fortune };
}

async function timesShown(citizen: Citizen, { office }: VisitDesk, day: string): Promise<string[]> {
  const { html } = await citizen.see(`/book/offices/${office.code}/days/${day}?service=signature`);
  const seen = html.replace(/<div class="no-time".*?<\/div>/s, "");
  return [...seen.matchAll(/name="at" value="([\d-]+T\d\d:\d\d)"/g)].map(([, at = ""]) => at);
}
