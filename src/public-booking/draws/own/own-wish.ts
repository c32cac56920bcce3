import { citizenOf } from "../../../appointments/field/columns.ts";
import type { Visitor } from "../../../appointments/online/confirm-held.ts";
import { existingAppointment } from "../../../appointments/row/existing.ts";
import { showDraw } from "../../../draws/public/public-draws.ts";
import type { DrawWishAt } from "../../../draws/wishes/change-wish.ts";
import { type Odds, oddsOf, type WishState, wishState } from "../../../draws/wishes/wish-state.ts";
import { officeOfCitizen } from "../../../identity/citizens/citizens-office.ts";
import type { CitizensLink } from "../../../identity/citizens/links.ts";
import type { Read } from "../../../platform/database/sql.ts";
import type { Database } from "../../../platform/database/transaction.ts";
import { clockTextOf, dateTextOf } from "../../../platform/time.ts";
import { type PlaceToGo, placeToGo } from "../../office-sql.ts";
import { linkOver } from "../../visit/opened.ts";
import { type DrawView, drawView } from "../draw-view.ts";

/** Where a wish stands to which a link leads. @throws Refusal 404 for another link, or one that was sent elsewhere */
export async function wishAtLink(
  tx: Read,
  link: CitizensLink,
): Promise<{ readonly at: DrawWishAt; readonly visitor: Visitor & { readonly email: string } }> {
  const row = link.kind === "draw" ? await existingAppointment(tx, link.office, link.appointmentId) : null;
  const email = row?.email ?? null;
  if (!row || email === null || !link.isAddressedTo(email)) throw linkOver();
  return { at: { office: link.office.id, visit: link.appointmentId }, visitor: { ...citizenOf(row), email } };
}

/** A wish as its owner's page shows it. */
export interface OwnWish extends DrawView, Omit<WishState, "draw"> {
  readonly email: string;
  /** While the draw takes wishes it can be changed, and withdrawn */
  readonly isOpen: boolean;
  /** The place that was given to them last; null: none */
  readonly place: PlaceOfWish | null;
  /** Of whoever has none after the draw */
  readonly odds: Odds | null;
}

export interface PlaceOfWish {
  readonly place: PlaceToGo;
  readonly date: string;
  readonly time: string;
}

type ReadByLink = <T>(work: (tx: Read, link: CitizensLink, now: Temporal.Instant) => Promise<T>) => Promise<T>;

/** @throws Refusal 404 */
export async function ownWish(db: Database, read: ReadByLink, now: Temporal.Instant): Promise<OwnWish> {
  const { state, odds, email } = await read(async (tx, link) => {
    const { at, visitor } = await wishAtLink(tx, link);
    const state = await wishState(tx, at, now);
    const isGivenByDraw = state.stands === "waits" || state.stands === "drawn";
    return { state, email: visitor.email, odds: isGivenByDraw ? await oddsOf(tx, state.wish) : null };
  });
  const seen = await drawView(db, state.draw.number, now);
  const isOpen = showDraw(state.draw, now).stands === "open";
  return { ...state, ...seen, email, isOpen, odds, place: await placeOfWish(db, state) };
}

/** In the scope of the office that has it, which may be another than the one that has the wish. */
async function placeOfWish(db: Database, { result, stands }: WishState): Promise<PlaceOfWish | null> {
  if (!result || (stands !== "drawn" && stands !== "coming")) return null;
  return db.read({ office: result.office }, async (tx) => {
    const [place, held] = await Promise.all([
      placeToGo(tx, result.office),
      existingAppointment(tx, await officeOfCitizen(tx, result.office), result.hold),
    ]);
    return { place, date: dateTextOf(held.starts_at), time: clockTextOf(held.starts_at) };
  });
}
