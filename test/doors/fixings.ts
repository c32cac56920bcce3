import { aCitizen, type Citizen } from "../citizen.ts";
import { DAY, type VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";
import { askForLetter, bookByLetter } from "./by-letter.ts";
import { ATTEMPT, KEY, type Thief } from "./thief.ts";

interface Browser {
  readonly world: World;
  readonly desk: VisitDesk;
  /** At which the victim will sit */
  readonly browser: Citizen;
  readonly thief: Thief;
  time(): string;
}

interface Left {
  /** The victim goes on from the page that was left open, and chooses no time */
  readonly goesOn: boolean;
  /** The victim shows by a letter's link who they are; else by TAXISnet */
  readonly isByLetter?: boolean;
  /** How they are identified there; undefined: as they would be anywhere */
  readonly signsIn?: (userid: string) => Promise<unknown>;
}

/** What whoever had the browser before leaves there, and knows. */
export type Fixing = (browser: Browser) => Promise<Left>;

const CHOOSES: Left = { goesOn: false };
const GOES_ON: Left = { goesOn: true };
const SELF = { who: "self", lastName: "Κλέφτης", firstName: "Κάποιος" };

async function begins({ desk, browser, time }: Browser): Promise<void> {
  await browser.choose(desk.office, DAY, time());
}

let visits = 0;
const newEmail = () => `thief${++visits}@gmail.com`;

/** A visit of their own, booked at a browser: its link. */
async function ownVisit({ desk, time }: Browser, at: Citizen, email = newEmail()): Promise<string> {
  const link = await bookByLetter(at, desk, { at: `${DAY}T${time()}`, email });
  if (link === null) throw new Error("No visit was booked.");
  return link;
}

export const FIXINGS: Readonly<Record<string, Fixing>> = {
  "a key that was never given": async ({ browser, thief }) => {
    browser.keep(KEY, "x".repeat(43));
    thief.knows(browser);
    return CHOOSES;
  },
  "the key of a form that was begun": async (at) => {
    await begins(at);
    at.thief.knows(at.browser);
    return CHOOSES;
  },
  "the key of a form that was filled in": async (at) => {
    await begins(at);
    await at.browser.send("/book/who", SELF);
    at.thief.knows(at.browser);
    return CHOOSES;
  },
  "the key of a form whose letter is on its way": async ({ desk, browser, thief, time }) => {
    await askForLetter(browser, desk, { at: `${DAY}T${time()}`, email: newEmail() });
    thief.knows(browser);
    return CHOOSES;
  },
  "the key of a visit that was booked": async (at) => {
    await ownVisit(at, at.browser);
    at.thief.knows(at.browser);
    return CHOOSES;
  },
  "the page of a form that was begun, left open": async (at) => {
    await begins(at);
    at.thief.knows(at.browser);
    return GOES_ON;
  },
  "the page that asks for an e-mail, left open": async (at) => {
    await begins(at);
    await at.browser.send("/book/who", SELF);
    at.thief.knows(at.browser);
    return { goesOn: true, isByLetter: true };
  },
  "the government's page, left open": async (at) => {
    await begins(at);
    await at.browser.send("/book/who", SELF);
    const begun = await at.browser.send("/book/taxisnet", {});
    at.thief.knows(at.browser);
    return { goesOn: true, signsIn: (userid) => comesBack(at.browser, String(begun.headers.location), userid) };
  },
  "an attempt of the government's sign-in": async (at) => {
    const other = aCitizen(at.world);
    await other.choose(at.desk.office, DAY, at.time());
    await other.send("/book/taxisnet", {});
    at.thief.knows(other);
    at.browser.keep(ATTEMPT, other.kept(ATTEMPT) ?? "");
    at.browser.keep(KEY, other.kept(KEY) ?? "");
    return CHOOSES;
  },
  "a link by which a visit is managed, opened there": async (at) => {
    const link = await ownVisit(at, aCitizen(at.world));
    await at.browser.see(link);
    at.thief.knowsLink(link);
    return CHOOSES;
  },
  "a link that asks whether an address is theirs": async (at) => {
    const { desk, thief } = at;
    const link = await ownVisit(at, aCitizen(at.world));
    const other = newEmail();
    await desk.press(link, "address", { email: other });
    await desk.delivered(0);
    const asks = desk.linkTo(other);
    await at.browser.see(asks);
    for (const each of [link, asks]) thief.knowsLink(each);
    return CHOOSES;
  },
};

/** Signs in on the page that was open, and comes back by that. */
async function comesBack(browser: Citizen, page: string, userid: string): Promise<void> {
  const chosen = await fetch(page, { method: "POST", body: new URLSearchParams({ userid }), redirect: "manual" });
  const back = new URL(chosen.headers.get("location") ?? "");
  await browser.see(back.pathname + back.search);
}
