import type { WishNews } from "../../draws/wishes/wish-news.ts";
import type { DrawKind } from "../../outbox/planned.ts";
import type { Chosen } from "../letter.ts";
import type { Pending } from "../pending.ts";
import { isOfDraw } from "../rules.ts";
import type { Visit } from "../visit-sql.ts";
import type { WishToTell } from "./draw-letter.ts";

/** As a wish stands when a letter says so; of nothing else there is anything to say. */
const SAYS: Readonly<Record<DrawKind, WishNews["stands"]>> = {
  "draw-link": "unconfirmed",
  "draw-wish": "in",
  drawn: "drawn",
  "not-drawn": "waits",
};

/** Of all that is planned of a wish the last that is still so. Pure. */
export function letterOfDraw(pending: readonly Pending[], visit: Visit, wish: WishToTell): Chosen | null {
  const { stands, result, isOpen } = wish.news;
  const isSo = ({ kind, place: [, is] }: Pending): boolean =>
    isOfDraw(kind) &&
    SAYS[kind] === stands &&
    (kind !== "draw-link" || isOpen) &&
    (kind !== "drawn" || is.date === result?.date.toString());
  const told = pending.findLast(isSo);
  if (!told || !isOfDraw(told.kind) || !visit.email) return null;
  return { carrier: told.id, letter: { kind: told.kind, visit, was: null, wish, place: told.place[1] } };
}
