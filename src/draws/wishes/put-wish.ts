import { randomBytes, randomInt, randomUUIDv7 } from "node:crypto";
import { visitText } from "../../appointments/field/visit-services.ts";
import type { Visitor } from "../../appointments/online/confirm-held.ts";
import { insertWishRow } from "../../appointments/online/wish-row.ts";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { acrossOffices, type Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { type DrawRow, heldDraw } from "../draw-sql.ts";
import { cellsOfDraw } from "../places/places-sql.ts";
import type { IdentityKind } from "../rule/draw-record.ts";
import { choiceErrors, gridOf } from "./choice.ts";
import { kindBound, tooManyErrors } from "./most-people.ts";
import { insertMarks, lockMarks, type MarkedWish, type PersonMark, wishesOfMarks } from "./person-sql.ts";
import { type DrawWishRow, insertWish, type WishChoice } from "./wish-sql.ts";

export interface NewDrawWish extends WishChoice {
  readonly draw: number;
  readonly visitor: Visitor;
  readonly kind: IdentityKind;
  /** By what they are known again; one that is confirmed later is marked then */
  readonly marks: readonly PersonMark[];
  readonly isConfirmed: boolean;
}

/** The draw while it takes wishes: by the clock, whatever the program has come to. @throws Refusal 409 `draw-not-open`, `draw-closed` */
export async function openDrawOf(tx: Tx, number: number, now: Temporal.Instant): Promise<DrawRow> {
  return takingWishes(await heldDraw(tx, number), now);
}

/** @throws Refusal as above */
export function takingWishes(draw: DrawRow | null, now: Temporal.Instant): DrawRow {
  if (!draw) throw new Refusal(404, "draw-unknown");
  const isEarly =
    draw.state === "planned" || draw.state === "sealed" || Temporal.Instant.compare(now, draw.opensAt) < 0;
  if (isEarly) throw new Refusal(409, "draw-not-open");
  if (draw.state !== "open" || Temporal.Instant.compare(now, draw.closesAt) >= 0) throw new Refusal(409, "draw-closed");
  return draw;
}

/**
 * One wish of one identity, in the scope of the office that comes first in it, or whose clerk wrote it down. Behind the draw's lock it is in before the end, or
 * not at all.
 * @throws Refusal 409 `draw-not-open`, `draw-closed`, `draw-wish-exists`; 422 at the fields
 */
export async function putDrawWish(
  tx: Tx,
  office: CitizensOffice,
  wish: NewDrawWish,
  now: Temporal.Instant,
): Promise<DrawWishRow> {
  const number = wish.draw;
  const draw = await openDrawOf(tx, number, now);
  refuseFields(choiceErrors(wish, gridOf(await cellsOfDraw(acrossOffices(tx), number))));
  const units = 1 + wish.visitor.companions.length;
  refuseFields(tooManyErrors(await kindBound(acrossOffices(tx), draw, wish.kind), units));
  if (wish.isConfirmed) await requireNoWish(tx, number, wish.marks, wish.kind);
  const visit = randomUUIDv7();
  const { visitor, marks, dayParts, offices, first, others, kind, isConfirmed } = wish;
  const service = visitText({
    service: draw.service,
    more_services: [],
    needs: [],
    companions: visitor.companions,
  });
  await insertWishRow(tx, office, { id: visit, service, visitor, last: draw.lastDay, now });
  const row = {
    draw: number,
    office: office.id,
    visit,
    kind,
    units,
    dayParts,
    offices,
    first,
    others,
    salt: newSalt(),
    madeAt: now,
    isConfirmed,
  };
  const stored = await withNumber((given) => insertWish(tx, { ...row, number: given }));
  if (isConfirmed) await insertMarks(tx, number, stored, marks);
  return { ...row, number: stored, place: null, told: null };
}

export const newSalt = (): string => randomBytes(16).toString("hex");

/** The same mailbox may be two people's who signed in alike, and nobody else's. @throws Refusal 409 `draw-wish-exists` */
export async function requireNoWish(
  tx: Tx,
  draw: number,
  marks: readonly PersonMark[],
  kind: IdentityKind,
): Promise<void> {
  await lockMarks(tx, draw, marks);
  const own = await wishesOfMarks(tx, draw, marks);
  const isSame = await sameAmong(tx, draw, own, { marks, kind });
  if (isSame) throw new Refusal(409, "draw-wish-exists");
}

async function sameAmong(
  tx: Tx,
  draw: number,
  own: readonly MarkedWish[],
  { marks, kind }: Pick<NewDrawWish, "marks" | "kind">,
): Promise<boolean> {
  if (kind !== "taxisnet" && kind !== "wallet") return own.length > 0;
  // Whoever has both would be two people to us: with one mailbox they are not.
  if (own.some((other) => other.kind !== kind)) return true;
  const proven = marks.filter(({ mark }) => mark === "afm" || mark === "pan");
  return (await wishesOfMarks(tx, draw, proven)).length > 0;
}

/** How often a number that another wish has is drawn again before something must be wrong */
const MOST_TRIES = 50;

/** Random, and of no order: nobody can tell from it who wished when. */
async function withNumber(isStored: (number: string) => Promise<boolean>): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // Of more digits, should most of the short ones be taken.
    const digits = tries < 10 ? 4 : 6;
    const number = String(randomInt(10 ** (digits - 1), 10 ** digits));
    if (await isStored(number)) return number;
  }
  throw new Error("A draw has no number left.");
}
