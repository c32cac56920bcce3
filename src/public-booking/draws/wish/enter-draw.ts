import type { Visitor } from "../../../appointments/online/confirm-held.ts";
import type { DrawWishAt } from "../../../draws/wishes/change-wish.ts";
import { type NewDrawWish, putDrawWish } from "../../../draws/wishes/put-wish.ts";
import type { CitizensOffice } from "../../../identity/citizens/citizens-office.ts";
import { makeLinks } from "../../../identity/citizens/links.ts";
import { planDrawLetters, planDrawLink } from "../../../outbox/plan-link.ts";
import type { Tx } from "../../../platform/database/sql.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { mailboxKey } from "../../../platform/text/mailbox.ts";
import { termsIfOpen } from "../../opened-office.ts";
import type { SignedIn } from "../../own-visits/own-visits-sql.ts";
import type { DrawChoice } from "./wish-form.ts";

export interface EnteringWish {
  /** Of the draw */
  readonly number: number;
  /** The last day of its visits */
  readonly lastDay: Temporal.PlainDate;
  readonly choice: DrawChoice;
  readonly visitor: Visitor & { readonly email: string };
}

interface Owner extends Pick<SignedIn, "mark" | "way"> {
  /** For which the link is good */
  readonly session: Buffer;
}

/**
 * Who signed in is in the draw at once. In the scope of the office that comes first in the wish.
 * @returns the token of the link to it
 * @throws Refusal 409 `office-not-public`, or as `putDrawWish`
 */
export async function enterSignedIn(
  tx: Tx,
  office: CitizensOffice,
  { owner, ...wish }: EnteringWish & { readonly owner: Owner },
  now: Temporal.Instant,
): Promise<string> {
  await termsIfOpen(tx, office);
  const { email } = wish.visitor;
  const marks: NewDrawWish["marks"] = [
    { mark: owner.way === "taxisnet" ? "afm" : "pan", key: owner.mark },
    { mark: "email", key: mailboxKey(email) },
  ];
  const stored = await putDrawWish(
    tx,
    office,
    { ...newWish(wish), draw: wish.number, kind: owner.way, marks, isConfirmed: true },
    now,
  );
  await planDrawLetters(tx, office.id, [{ kind: "draw-wish", ...letterFor(wish, stored.visit) }], now);
  return linkToWish(tx, { office: office.id, visit: stored.visit }, { email, session: owner.session }, now);
}

/**
 * It is in the draw once the owner of the mailbox has said so; the letter asks them.
 * @throws Refusal as above; 422 where so many letters went to that mailbox lately
 */
export async function enterByEmail(
  tx: Tx,
  office: CitizensOffice,
  wish: EnteringWish,
  now: Temporal.Instant,
): Promise<void> {
  await termsIfOpen(tx, office);
  const stored = await putDrawWish(
    tx,
    office,
    { ...newWish(wish), draw: wish.number, kind: "email", marks: [], isConfirmed: false },
    now,
  );
  if (await planDrawLink(tx, office.id, letterFor(wish, stored.visit), now)) return;
  throw new Refusal(422, "fields-invalid", { errors: [{ field: "email", code: "letters-enough" }] });
}

const newWish = ({ choice, visitor }: EnteringWish) => ({ ...choice, visitor });

const letterFor = ({ visitor, lastDay }: EnteringWish, appointment: string) => ({
  appointment,
  email: visitor.email,
  place: { date: lastDay.toString(), time: "", queue: 0 },
});

/** For the browser of whoever is signed in. In the scope of the wish's office. @returns its token */
export async function linkToWish(
  tx: Tx,
  { office, visit }: DrawWishAt,
  { email, session }: { readonly email: string | null; readonly session: Buffer },
  now: Temporal.Instant,
): Promise<string> {
  const link = { appointment: visit, kind: "draw", email, inBrowser: true, session } as const;
  const [token] = await makeLinks(tx, office, [link], now);
  return token as string;
}
