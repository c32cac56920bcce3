import { comeToDrawn, loseDrawn } from "../../../draws/answers/come.ts";
import { confirmDrawWish, withdrawDrawWish } from "../../../draws/wishes/change-wish.ts";
import { takeShareOfDomain } from "../../../draws/wishes/domain-share.ts";
import { leaveDraw } from "../../../draws/wishes/leave-wish.ts";
import { wishState } from "../../../draws/wishes/wish-state.ts";
import { type CitizensLink, makeLinks, waitForLink } from "../../../identity/citizens/links.ts";
import { planDrawLetters } from "../../../outbox/plan-link.ts";
import { acrossOffices, type Tx } from "../../../platform/database/sql.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { mailboxKey } from "../../../platform/text/mailbox.ts";
import { domainKey } from "../../confirm/mail-domain.ts";
import { hasCome } from "../../confirm/person-sql.ts";
import { confirmDrawn } from "../confirm-drawn.ts";
import { wishAtLink } from "./own-wish.ts";

/** What the owner of a wish does by its link. A second press of the same button waits for the first one. */

/**
 * Their mailbox is theirs: from now on it counts. Of a domain from which nobody has come yet few count.
 * @throws Refusal 404; 409 `draw-closed`, `draw-wish-exists`, `wish-domain-full`
 */
export async function confirmWishByLink(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<void> {
  await waitForLink(tx, link);
  const { at, visitor } = await wishAtLink(tx, link);
  const { email } = visitor;
  const { draw, stands } = await wishState(tx, at, now);
  const wish = await confirmDrawWish(tx, at, [{ mark: "email", key: mailboxKey(email) }], now);
  if (stands !== "unconfirmed") return;
  const domain = domainKey(email);
  if (domain && !(await hasCome(acrossOffices(tx), domain))) await takeShareOfDomain(tx, wish, domain);
  const place = { date: draw.lastDay.toString(), time: "", queue: 0 };
  await planDrawLetters(tx, at.office, [{ kind: "draw-wish", appointment: at.visit, email, place }], now);
}

/** @throws Refusal 404; 409 `draw-closed` */
export async function withdrawByLink(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<void> {
  const { at } = await wishAtLink(tx, link);
  await withdrawDrawWish(tx, at, now);
}

/**
 * «Θα έρθω»: it is a visit like any other from then on.
 * @returns the token of the link to it
 * @throws Refusal as `comeToDrawn`
 */
export async function comeByLink(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<string> {
  await waitForLink(tx, link);
  const { at } = await wishAtLink(tx, link);
  const { office, appointment, email } = await comeToDrawn(tx, at, confirmDrawn(now), now);
  await tx.switchTenant({ office });
  const manage = { appointment, kind: "manage", email, inBrowser: true, session: link.session } as const;
  const [token] = await makeLinks(tx, office, [manage], now);
  await tx.switchTenant({ office: at.office });
  return token as string;
}

const GONE = ["slot-not-offered", "office-not-public", "hold-over"];

/** The place itself can't be had any more, whatever its owner does. */
export const isPlaceGone = (error: unknown): boolean => error instanceof Refusal && GONE.includes(error.code);

/** They wait again, in their old place of the order. */
export async function loseByLink(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<void> {
  const { at } = await wishAtLink(tx, link);
  await loseDrawn(tx, at, now);
}

/** @throws Refusal 404; 409 `draw-is-visit` */
export async function leaveByLink(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<void> {
  await waitForLink(tx, link);
  const { at } = await wishAtLink(tx, link);
  await leaveDraw(tx, at, now);
}
