import { aCitizen } from "../citizen.ts";
import { DAY, type VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";
import { bookByLetter } from "./by-letter.ts";

/**
 * One person with one mailbox writes it as often otherwise as its provider lets them. What reaches one mailbox stands here as
 * the providers describe it (November 2026), by itself: src/platform/text/mailbox.ts is what is tried.
 */
interface Provider {
  /** Of one mailbox */
  readonly domains: readonly string[];
  /** What is written between the two halves of its name */
  readonly between?: readonly string[];
  /** What else its names look like, beside the plus */
  readonly more?: (name: string, domain: string) => readonly string[];
}

const keywords = (name: string, domain: string) => [`${name}-kep@${domain}`, `${name}-other@${domain}`];
const alone = (...domains: readonly string[]) => domains.map((domain) => [domain, { domains: [domain] }] as const);
const ofYahoo = (...domains: readonly string[]) =>
  domains.map((domain) => [domain, { domains: [domain], more: keywords }] as const);

const PROVIDERS: Readonly<Record<string, Provider>> = {
  Gmail: {
    domains: ["gmail.com", "googlemail.com"],
    between: ["", "."],
    more: (name, domain) => [`${[...name].join(".")}@${domain}`],
  },
  Proton: { domains: ["proton.me", "protonmail.com", "pm.me", "protonmail.ch"], between: ["", ".", "-", "_"] },
  iCloud: { domains: ["icloud.com", "me.com", "mac.com"] },
  Yandex: {
    domains: [
      "yandex.ru",
      "ya.ru",
      "yandex.com",
      "yandex.by",
      "yandex.kz",
      "yandex.ua",
      "yandex.uz",
      "yandex.com.tr",
      "yandex.com.am",
      "yandex.com.ge",
      "yandex.az",
      "yandex.lv",
      "yandex.lt",
      "yandex.ee",
      "yandex.tm",
      "narod.ru",
    ],
    between: [".", "-"],
  },
  Fastmail: {
    domains: ["fastmail.com"],
    more: (name, domain) => [`kep@${name}.${domain}`, `other@${name}.${domain}`],
  },
  ...Object.fromEntries([
    ...ofYahoo("yahoo.com", "yahoo.gr", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.it", "yahoo.es", "yahoo.ca"),
    ...ofYahoo(
      "yahoo.com.au",
      "yahoo.nl",
      "yahoo.be",
      "yahoo.at",
      "yahoo.ro",
      "ymail.com",
      "rocketmail.com",
      "aol.com",
    ),
    ...alone("outlook.com", "outlook.com.gr", "hotmail.com", "hotmail.gr", "live.com", "windowslive.com", "msn.com"),
    ...alone("otenet.gr", "forthnet.gr", "hol.gr", "mail.gr", "gmx.com", "mail.com"),
  ]),
};

/** One of each that treats spellings in a way of its own; the others only have other domains. */
export const KINDS = ["Gmail", "Proton", "iCloud", "Yandex", "Fastmail", "yahoo.com", "outlook.com"];
export const ALL = Object.keys(PROVIDERS);

/** Every one of them is the same mailbox. */
export function spellingsOf(provider: string, first = "eleni"): readonly string[] {
  const { domains, between = [""], more = () => [] } = PROVIDERS[provider] as Provider;
  return domains.flatMap((domain) => {
    const name = `${first}${between[0]}papa`;
    return [
      ...between.map((mark) => `${first}${mark}papa@${domain}`),
      `${name}+kep@${domain}`,
      `${name}+a+b@${domain}`,
      `${name}@${domain}`.toUpperCase(),
      ` ${name}@${domain} `,
      ...more(name, domain),
    ];
  });
}

export interface SpellingFigures {
  readonly providers: number;
  readonly spellings: number;
  /** That one person has beyond the limit of their office, by provider; of those that have none beyond it nothing */
  readonly beyond: Readonly<Record<string, number>>;
  /** Whose first two bookings did not come about, which shows that nothing was tried */
  readonly untried: readonly string[];
}

const LIMIT = 2;
const PLACES_A_DAY = 14;

export interface SpellingTrial {
  readonly providers: readonly string[];
  /** Spellings of each; the first, the last and those between evenly */
  readonly most: number;
}

export async function bookBySpelling(
  world: World,
  desk: VisitDesk,
  { providers, most }: SpellingTrial,
): Promise<SpellingFigures> {
  let [serial, spellings] = [0, 0];
  const beyond: Record<string, number> = {};
  const untried: string[] = [];
  for (const name of providers) {
    const own = evenly(spellingsOf(name, `eleni${desk.office.code}`), most);
    let booked = 0;
    for (const email of own) {
      // The ledger of letters bounds it as well: here it is the person's limit that is tried.
      await world.owner.query("delete from link_asked");
      if (await bookByLetter(aCitizen(world), desk, { at: placeOf(serial++), email })) booked++;
    }
    spellings += own.length;
    if (booked > LIMIT) beyond[name] = booked - LIMIT;
    if (booked < LIMIT) untried.push(name);
  }
  return { providers: providers.length, spellings, beyond, untried };
}

/** Another place for each, from the office's first day on. */
function placeOf(serial: number): string {
  const date = Temporal.PlainDate.from(DAY).add({ days: Math.floor(serial / PLACES_A_DAY) });
  const minute = 480 + 30 * (serial % PLACES_A_DAY);
  return `${date}T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))] as T);
}
