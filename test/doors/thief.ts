import { hashOfToken } from "../../src/platform/token.ts";
import { formMark } from "../../src/public-booking/form/token.ts";
import type { StandInCitizen } from "../../trial/stand-ins/citizens.ts";
import { aCitizen, type Citizen } from "../citizen.ts";
import type { VisitDesk } from "../visit-desk.ts";
import type { World } from "../world.ts";

/** Whoever knows keys of a victim's browser, and what they try with them from a browser of their own. */
export interface Thief {
  readonly victim: { readonly email: string };
  /** All keys that this browser has now */
  knows(browser: Citizen): void;
  /** A link that they have in their own hands */
  knowsLink(link: string): void;
  /** Of a drawing by which a form goes on at another device */
  knowsMove(token: string): void;
  /** Every page, by every key */
  reads(step: string): Promise<void>;
  /** Every button, by every key; what becomes of the victim's visit, and of the form of their browser. Null: it is theirs no more */
  acts(step: string, browser: Citizen | null): Promise<void>;
  tries(): number;
  readonly wrong: readonly string[];
}

interface Victim {
  /** Of the way by which the keys came into these hands */
  readonly name: string;
  readonly person: StandInCitizen;
  readonly email: string;
}

export const KEY = "__Host-booking";
export const TAXISNET_TRY = "__Host-taxisnet";
export const WALLET_TRY = "__Host-wallet";
const COOKIES = [KEY, TAXISNET_TRY, WALLET_TRY];
const PAGES = [
  "/book/who",
  "/book/check",
  "/book/sent",
  "/book/address",
  "/book/taxisnet",
  "/book/wallet",
  "/book/wallet/open",
  "/book/wallet/elsewhere",
  "/book/done",
  "/en/book/check",
];
const LINK_PAGES = ["", "/done", "/move", "/cancel", "/seen", "/calendar.ics"];
/** What a button says of whoever presses it */
const FORMS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["/book/who", { who: "self", lastName: "Κλέφτης", firstName: "Κάποιος" }],
  ["/book/check", { how: "email", email: "thief@gmail.com" }],
  ["/book/sent", {}],
  ["/book/address", { email: "thief@gmail.com", asTyped: "1" }],
  ["/book/extend", {}],
  ["/book/taxisnet", {}],
  ["/book/taxisnet/forget", {}],
  ["/book/wallet", {}],
  ["/book/wallet/elsewhere", {}],
  ["/book/wallet/forget", {}],
  ["/book/done", { to: "cancel" }],
  ["/book/end", {}],
];

export function thiefOf(world: World, desk: VisitDesk, { name, person, email }: Victim): Thief {
  const keys = new Map<string, Citizen>();
  const links = new Set<string>();
  const moves = new Set<string>();
  const wrong: string[] = [];
  let tries = 0;

  const own = (browser: Citizen): string => COOKIES.map((cookie) => browser.kept(cookie)).join(" ");

  function knows(browser: Citizen): void {
    const copy = aCitizen(world);
    for (const cookie of COOKIES) {
      const value = browser.kept(cookie);
      if (value) copy.keep(cookie, value);
    }
    keys.set(own(browser), copy);
  }

  async function reads(step: string): Promise<void> {
    const secrets = await secretsNow();
    for (const thief of keys.values()) for (const page of PAGES) await look(thief, page, step, secrets);
    for (const link of links) for (const page of LINK_PAGES) await look(desk.citizen, link + page, step, secrets);
  }

  async function look(thief: Citizen, page: string, step: string, secrets: readonly string[]): Promise<void> {
    tries += 1;
    const { html } = await thief.see(page);
    const read = secrets.filter((secret) => html.includes(secret));
    if (read.length > 0) wrong.push(`${name}: once the victim ${step}, ${read.join(", ")} is read at ${page}`);
  }

  /** Name, tax number, address, and the code of whatever they have booked. */
  async function secretsNow(): Promise<string[]> {
    const { rows } = await world.owner.query<{ reference: string }>(
      "select reference from appointment where office_id = $1 and live and email = $2",
      [desk.office.id, email],
    );
    return [person.lastName, person.afm, email, ...rows.map(({ reference }) => reference)];
  }

  async function acts(step: string, browser: Citizen | null): Promise<void> {
    const before = await standing(browser);
    const isSame = async () => JSON.stringify(await standing(browser)) === JSON.stringify(before);
    for (const thief of keys.values()) {
      const harmful = await firstHarmful(thief, before.hold, isSame);
      if (harmful) wrong.push(`${name}: once the victim ${step}, ${harmful} changed what was theirs`);
      if (harmful) return;
    }
    await reads(`${step} and the thief has pressed`);
    for (const link of links) await desk.press(link, "cancel");
    for (const token of moves)
      await aCitizen(world).send(`/book/wallet/move/${token}`, { mark: formMark(hashOfToken(token) as Buffer) });
    if (!(await isSame())) wrong.push(`${name}: once the victim ${step}, a link changed what was theirs`);
  }

  /** The button that changes something of the victim's; null: none does. */
  async function firstHarmful(thief: Citizen, hold: string, isSame: () => Promise<boolean>): Promise<string | null> {
    for (const [path, fields] of FORMS) {
      tries += 1;
      const { headers } = await thief.send(path, { ...fields, hold });
      const [link] = /^\/link\/[\w-]{43}/.exec(String(headers.location)) ?? [];
      if (link) await desk.press(link, "cancel");
      if (!(await isSame())) return path;
    }
    return null;
  }

  /** What the victim has: the visit, and the form of their browser once something of theirs is in it. */
  async function standing(browser: Citizen | null) {
    const { rows: forms } = await world.owner.query(
      `select appointment_id as hold, typed::text, identity::text, held_until, link_asked_at, confirmed_at
       from booking_form where office_id = $1 and token_hash = $2
         and (confirmed_at is not null or concat(typed, identity) ~ $3)`,
      [desk.office.id, browser && hashOfToken(browser.kept(KEY)), `${person.lastName}|${email}`],
    );
    const { rows: visits } = await world.owner.query(
      "select id, status, email, starts_at from appointment where office_id = $1 and live and email = $2",
      [desk.office.id, email],
    );
    return { hold: String(forms[0]?.hold ?? ""), forms, visits };
  }

  return {
    victim: { email },
    knows,
    reads,
    acts,
    wrong,
    knowsLink: (link) => void links.add(link),
    knowsMove: (token) => void moves.add(token),
    tries: () => tries,
  };
}
