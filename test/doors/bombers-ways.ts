import { type Random, randomOf } from "../../trial/seed/random.ts";
import { aCitizen, type Citizen } from "../citizen.ts";
import { turnAllLanguagesOn } from "../ministry-person.ts";
import { aPartner, type TestPartner } from "../partner.ts";
import { identify } from "../taxisnet.ts";
import type { VisitDesk } from "../visit-desk.ts";
import { identifyByWallet, type WalletWorld } from "../wallet/wallet-world.ts";
import type { World } from "../world.ts";
import { askForLetter, bookByLetter, isSent } from "./by-letter.ts";

/** Whoever fills a victim's mailbox, and every way that they have of making a letter go there. */
export interface Bomber {
  readonly world: World;
  readonly wallets: WalletWorld;
  readonly desk: VisitDesk;
  readonly random: Random;
  /** Of somebody at one of the processes, in a network of their own */
  browser(): Citizen;
  /** Their browsers whose letter to the victim is on its way */
  readonly waiting: Citizen[];
  /** Their visits, whose letters come to themselves */
  readonly links: readonly string[];
  /** The browser that typed the victim's address in a form which the victim then confirmed */
  readonly shared: Citizen;
  readonly partner: TestPartner;
  readonly people: readonly Identified[];
  /** They have wallets, and typed it as well */
  readonly holders: readonly Identified[];
}

/** A person of TAXISnet, or one with a wallet, who typed the victim's address; nobody asks whether it is theirs. */
interface Identified {
  readonly userid: string;
  /** Of each round: whoever waits lets a letter leave that had to wait */
  readonly chance: number;
  browser: Citizen;
  link: string | null;
}

/** Each way acts once, and says how many presses it made. */
type Way = (bomber: Bomber) => Promise<number>;

const LANGUAGES = ["", "/en", "/sq", "/uk", "/ar", "/ur"] as const;
/** As far as a program can tell, all of them are spelt in one of these ways. */
export const VICTIM = /^v[._-]?i[._-]?c[._-]?tim(\+\w+)?@(proton\.me|protonmail\.com|pm\.me)$/i;
const OWN = "victim@proton.me";
const SURNAME = "Θυματάκη";

const spelt = ({ random }: Bomber): string =>
  `${random.pick(["victim", "vic.tim", "v-ic-tim", "v_i_ctim", "VicTim"])}${random.pick(["", "", "+kep", "+a1"])}@${random.pick(["proton.me", "protonmail.com", "pm.me"])}`;

/** Some time of the second week, on which nobody reminds yet. */
const anyTime = ({ random }: Bomber): string =>
  `2026-12-${String(random.whole(7, 18)).padStart(2, "0")}T${String(random.whole(8, 14)).padStart(2, "0")}:${random.pick(["00", "15", "30", "45"])}`;

const PEOPLE = { fani: 1, menelaos: 0.3, polyxeni: 0.1 } as const;
/** With a number by which they are counted, and without one: then the victim's own mailbox counts them. */
const HOLDERS = { polyxeni: 1, menelaos: 0.3 } as const;

export async function aBomber(wallets: WalletWorld, desk: VisitDesk): Promise<Bomber> {
  const { world } = wallets;
  await turnAllLanguagesOn(world);
  const apps = [world.app, await world.another()];
  const random = randomOf("a bombed mailbox");
  const browser = () =>
    aCitizen({ app: random.pick(apps) }, { "x-forwarded-for": `10.${random.whole(0, 250)}.${random.whole(0, 250)}.7` });
  const shared = browser();
  const links = [];
  for (const [serial, at] of ["2026-12-03T09:00", "2026-12-03T09:15"].entries())
    links.push(String(await bookByLetter(browser(), desk, { at, email: `bomber${serial}@gmail.com` })));
  await bookByLetter(shared, desk, { at: "2026-12-02T10:00", email: OWN, lastName: SURNAME });
  const [people = [], holders = []] = [PEOPLE, HOLDERS].map((group) =>
    Object.entries(group).map(([userid, chance]) => ({ userid, chance, browser: shared, link: null })),
  );
  const partner = await aPartner(world);
  return { world, wallets, desk, random, browser, waiting: [], links, shared, partner, people, holders };
}

export const WAYS: Readonly<Record<string, Way>> = {
  "times chosen": async (bomber) => {
    bomber.waiting.length = 0;
    for (let each = 0; each < 3; each++) {
      const citizen = bomber.browser();
      const language = bomber.random.pick(LANGUAGES);
      const wish = { at: anyTime(bomber), email: spelt(bomber), isLater: true, language };
      if (isSent(await askForLetter(citizen, bomber.desk, wish))) bomber.waiting.push(citizen);
    }
    return 3;
  },
  "the same letter once more, and to an address corrected": async (bomber) => {
    for (const citizen of bomber.waiting) {
      await citizen.send("/book/sent", {});
      await citizen.send("/book/address", { email: spelt(bomber), asTyped: "1" });
    }
    return 2 * bomber.waiting.length;
  },
  "another address of a visit": async (bomber) => {
    for (const link of bomber.links) await bomber.desk.press(link, "address", { email: spelt(bomber) });
    return bomber.links.length;
  },
  "a visit found by code and surname": async (bomber) => {
    const { rows } = await bomber.world.owner.query(
      "select reference, last_name from appointment where office_id = $1 and live and status = 'booked' and email ~* '^v'",
      [bomber.desk.office.id],
    );
    for (const { reference, last_name } of rows)
      for (const language of LANGUAGES)
        await bomber.browser().send(`${language}/book/find`, { reference, lastName: last_name });
    return rows.length * LANGUAGES.length;
  },
  "a visit's letter once more": async ({ shared }) => {
    await shared.send("/book/done", {});
    await shared.send("/en/book/done", {});
    return 2;
  },
  "visits booked by TAXISnet, moved and cancelled": async (bomber) => {
    let presses = 0;
    for (const person of bomber.people)
      if (bomber.random.chance(person.chance)) presses += await comesAndGoes(bomber, person, identify);
    return presses;
  },
  "visits booked as a wallet shows somebody, moved and cancelled": async (bomber) => {
    const { wallets, random, holders } = bomber;
    await wallets.fetchLists();
    let presses = 0;
    for (const person of holders)
      if (random.chance(person.chance))
        presses += await comesAndGoes(bomber, person, (browser, holder) => identifyByWallet(wallets, browser, holder));
    return presses;
  },
  "visits booked by an accredited system and cancelled": async (bomber) => {
    const [date, time] = anyTime(bomber).split("T");
    const body = {
      office: bomber.desk.office.code,
      service: "signature",
      date,
      time,
      lastName: SURNAME,
      firstName: "Άννα",
      email: spelt(bomber),
      language: bomber.random.pick(LANGUAGES).slice(1) || "el",
    };
    const { status, body: visit } = await bomber.partner.ask("POST", "appointments", {
      body,
      key: bomber.random.uuid(),
    });
    if (status !== 201) return 1;
    // As long as the confirmation takes, or at once.
    if (bomber.random.chance(0.5)) await bomber.desk.delivered(3);
    await bomber.partner.ask("POST", `appointments/${visit.id}/cancellation`, { version: visit.version });
    return 2;
  },
  "earlier places that are offered": async (bomber) => {
    const every = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`d${day}`, "1"]));
    const wish = { ...every, morning: "1", noon: "1", afternoon: "1", notice: "hours" };
    const links = bomber.people.flatMap(({ link }) => link ?? []);
    for (const link of links) await bomber.desk.press(link, "wish", { ...wish, [`o${bomber.desk.office.code}`]: "1" });
    // A place before all of theirs is given up.
    const at = `2026-12-0${bomber.random.pick([4, 5, 6])}T${bomber.random.pick(["09", "10", "11", "12"])}:30`;
    const early = await bookByLetter(bomber.browser(), bomber.desk, {
      at,
      email: `e${bomber.random.uuid()}@gmail.com`,
    });
    if (early) await bomber.desk.press(early, "cancel");
    return links.length + 1;
  },
};

/** Books, then moves, then cancels, a round each; and begins again. */
async function comesAndGoes(
  { desk, ...bomber }: Bomber,
  person: Identified,
  shows: (browser: Citizen, userid: string) => Promise<unknown>,
): Promise<number> {
  const whole = { desk, ...bomber };
  if (person.link && bomber.random.chance(0.5)) {
    await desk.press(person.link, "cancel");
    person.link = null;
    return 1;
  }
  if (person.link) {
    const at = anyTime(whole);
    await desk.press(person.link, "hold", { at }, `days/${at.slice(0, 10)}`);
    await desk.press(person.link, "move");
    return 1;
  }
  person.browser = bomber.browser();
  const wish = { service: "signature", at: anyTime(whole), later: "1" };
  await person.browser.send(`/book/offices/${desk.office.code}/hold`, wish);
  await shows(person.browser, person.userid);
  await person.browser.send("/book/who", { who: "self" });
  await person.browser.confirm({ email: spelt(whole) });
  const own = String((await person.browser.send("/book/done", { to: "days" })).headers.location);
  person.link = /^(\/link\/[\w-]{43})/.exec(own)?.[1] ?? null;
  return 1;
}
