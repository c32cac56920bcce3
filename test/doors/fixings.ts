import { moveToken } from "../../src/public-booking/wallet/move.ts";
import { aCitizen, type Citizen } from "../citizen.ts";
import { DAY, type VisitDesk } from "../visit-desk.ts";
import { beginWallet, comeBack, type WalletWorld } from "../wallet/wallet-world.ts";
import { askForLetter, bookByLetter } from "./by-letter.ts";
import { KEY, TAXISNET_TRY, type Thief, WALLET_TRY } from "./thief.ts";

interface Browser {
  readonly wallets: WalletWorld;
  readonly desk: VisitDesk;
  /** At which the victim will sit */
  readonly browser: Citizen;
  readonly thief: Thief;
  time(): string;
}

/** A letter's link, or who identifies them */
export type Way = "letter" | "taxisnet" | "wallet";

interface Left {
  /** The victim goes on from the page that was left open, and chooses no time */
  readonly goesOn: boolean;
  /** How the victim shows who they are, where only one way goes on from there */
  readonly by?: Way;
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
    return { goesOn: true, by: "letter" };
  },
  "the government's page, left open": async (at) => {
    await begins(at);
    await at.browser.send("/book/who", SELF);
    const begun = await at.browser.send("/book/taxisnet", {});
    at.thief.knows(at.browser);
    const signsIn = (userid: string) => comesBack(at.browser, String(begun.headers.location), userid);
    return { goesOn: true, by: "taxisnet", signsIn };
  },
  "the page from which a wallet is opened, left open": async (at) => {
    await begins(at);
    await at.browser.send("/book/who", SELF);
    const link = await beginWallet(at.browser);
    at.thief.knows(at.browser);
    const signsIn = (person: string) => comeBack(at.wallets, at.browser, { link, person });
    return { goesOn: true, by: "wallet", signsIn };
  },
  "the drawing by which a form goes on elsewhere": async (at) => {
    const { browser, thief, wallets } = at;
    await begins(at);
    await browser.send("/book/wallet/elsewhere", {});
    thief.knows(browser);
    thief.knowsMove(await moveToken(wallets.world.db, browser.cookie() ?? ""));
    return { goesOn: true, by: "wallet" };
  },
  "an attempt of the government's sign-in": (at) => setsTry(at, TAXISNET_TRY, "taxisnet"),
  "a try with a wallet": (at) => setsTry(at, WALLET_TRY, "wallet"),
  "a link by which a visit is managed, opened there": async (at) => {
    const link = await ownVisit(at, aCitizen(at.wallets.world));
    await at.browser.see(link);
    at.thief.knowsLink(link);
    return CHOOSES;
  },
  "a link that asks whether an address is theirs": async (at) => {
    const { desk, thief } = at;
    const link = await ownVisit(at, aCitizen(at.wallets.world));
    const other = newEmail();
    await desk.press(link, "address", { email: other });
    await desk.delivered(0);
    const asks = desk.linkTo(other);
    await at.browser.see(asks);
    for (const each of [link, asks]) thief.knowsLink(each);
    return CHOOSES;
  },
};

/** Puts the keys of a try of their own into the browser. */
async function setsTry(at: Browser, name: string, by: "taxisnet" | "wallet"): Promise<Left> {
  const other = aCitizen(at.wallets.world);
  await other.choose(at.desk.office, DAY, at.time());
  await other.send(`/book/${by}`, {});
  at.thief.knows(other);
  for (const cookie of [name, KEY]) at.browser.keep(cookie, other.kept(cookie) ?? "");
  return { goesOn: false, by };
}

/** Signs in on the page that was open, and comes back by that. */
async function comesBack(browser: Citizen, page: string, userid: string): Promise<void> {
  const chosen = await fetch(page, { method: "POST", body: new URLSearchParams({ userid }), redirect: "manual" });
  const back = new URL(chosen.headers.get("location") ?? "");
  await browser.see(back.pathname + back.search);
}
