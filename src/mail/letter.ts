import { isConfirmed } from "../appointments/statuses.ts";
import type { VisitPlace, VisitStatement } from "../outbox/planned.ts";
import { dateOf } from "../platform/time.ts";
import type { LastLetter, Pending } from "./pending.ts";
import { bringsLinkOnly, type LetterKind } from "./rules.ts";
import type { Visit } from "./visit-sql.ts";

/** What a citizen is written: the difference between what the last letter said and what is so now. */
export interface Letter {
  readonly kind: LetterKind;
  readonly visit: Visit;
  /** What the citizen has known until now, where that differs */
  readonly was: VisitStatement | null;
  /** The address of a page at which the citizen does what there is to do; null: by telephone */
  readonly link?: string | null;
}

export interface Chosen {
  /** The message that carries it; the other ones have nothing left to say */
  readonly carrier: string;
  readonly letter: Letter;
}

/**
 * One letter for all that is planned of an appointment, in the order of planning; null: nothing has changed for the
 * citizen (decision 0009), who has come, gave no address any more, or can't come any more. Pure.
 */
export function letterFor(
  pending: readonly Pending[],
  before: LastLetter | null,
  visit: Visit,
  now: Temporal.Instant,
): Chosen | null {
  if (visit.isWishConfirmed !== null) return letterOfWish(pending, visit, now);
  if (!isConfirmed(visit.status)) return linkToConfirm(pending, visit, now);
  if (!visit.email || hasCome(visit) || Temporal.Instant.compare(visit.startsAt, now) <= 0) return null;
  if (isTold(visit, pending)) return null;
  const toNewAddress = linkToNewAddress(pending, visit);
  if (toNewAddress) return toNewAddress;
  const telling = pending.filter(({ kind }) => !bringsLinkOnly(kind));
  return (
    letterThatTells(telling, before, visit, now) ?? offerOf(pending, visit, now) ?? linkThatWasAskedFor(pending, visit)
  );
}

/** Of a wish without an appointment: to be confirmed, or a place that is held for its owner. Once it is over there is nothing to say. */
function letterOfWish(pending: readonly Pending[], visit: Visit, now: Temporal.Instant): Chosen | null {
  const kind = visit.isWishConfirmed ? "wish-offer" : "wish-link";
  const isOffered = visit.offer !== null && Temporal.Instant.compare(now, visit.offer.until) < 0;
  const planned = pending.findLast((each) => each.kind === kind);
  if (!planned || !visit.email || (kind === "wish-offer" && !isOffered)) return null;
  return { carrier: planned.id, letter: { kind, visit, was: null } };
}

/** Its address is not the appointment's yet. Of several the last one knows it rightly. */
function linkToConfirm(pending: readonly Pending[], visit: Visit, now: Temporal.Instant): Chosen | null {
  const asked = pending.findLast(({ kind }) => kind === "confirm-link");
  const isHeld = visit.isLive && visit.heldUntil !== null && Temporal.Instant.compare(now, visit.heldUntil) < 0;
  const isAwaited = visit.awaitsEmail && Temporal.Instant.compare(now, visit.startsAt) < 0;
  if (!asked || !(isHeld || isAwaited)) return null;
  return { carrier: asked.id, letter: { kind: "confirm-link", visit: { ...visit, email: asked.address }, was: null } };
}

/** To an address that is not the appointment's until its owner has said so. */
function linkToNewAddress(pending: readonly Pending[], visit: Visit): Chosen | null {
  const asked = pending.findLast(({ kind }) => kind === "address-link");
  if (!asked || !visit.isLive) return null;
  return { carrier: asked.id, letter: { kind: "address-link", visit: { ...visit, email: asked.address }, was: null } };
}

/** An earlier place is held for them. Over, taken or given back, there is nothing to say. */
function offerOf(pending: readonly Pending[], visit: Visit, now: Temporal.Instant): Chosen | null {
  const asked = pending.findLast(({ kind }) => kind === "earlier-offer");
  const isOpen = visit.offer !== null && Temporal.Instant.compare(now, visit.offer.until) < 0;
  return asked && isOpen && visit.isLive
    ? { carrier: asked.id, letter: { kind: "earlier-offer", visit, was: null } }
    : null;
}

/** Any other letter would bring it too. */
function linkThatWasAskedFor(pending: readonly Pending[], visit: Visit): Chosen | null {
  const asked = pending.findLast(({ kind }) => kind === "manage-link");
  return asked && visit.isLive ? { carrier: asked.id, letter: { kind: "manage-link", visit, was: null } } : null;
}

function letterThatTells(
  pending: readonly Pending[],
  before: LastLetter | null,
  visit: Visit,
  now: Temporal.Instant,
): Chosen | null {
  const newest = pending.at(-1);
  if (!newest) return null;
  const is = visitStatement(visit);
  const last = before?.address === visit.email ? before : null;
  const isInterrupted = last !== null && pending.some(({ id }) => id === last.id);
  if (isInterrupted && isSame(last.told, is))
    return { carrier: last.id, letter: { kind: last.letter, visit, was: last.told.was ?? null } };
  const was = knownElsewhere(last) ?? knownToOffice(pending, visit) ?? last?.told ?? knownWithoutLetter(pending, visit);
  const kind = kindBetween(was, is, pending);
  if (kind) return { carrier: newest.id, letter: { kind, visit, was: was && !isSame(was, is) ? was : null } };
  const reminder = pending.findLast((each) => each.kind === "reminder" && each.place[1].date === is.date);
  const isAhead = Temporal.PlainDate.compare(dateOf(now), Temporal.PlainDate.from(is.date)) < 0;
  return reminder && is.isLive && isAhead
    ? { carrier: reminder.id, letter: { kind: "reminder", visit, was: null } }
    : null;
}

/** What the letter of a visit says that the next one is compared with. */
export const visitStatement = ({ date, time, service, isLive }: Visit): VisitStatement => ({
  date,
  time,
  service,
  isLive,
});

/** The office that has it by now tells so; only the release before planned that one of the old office does, with the transfer. */
const isTold = ({ transferredTo }: Visit, pending: readonly Pending[]): boolean =>
  transferredTo !== null && newestAct(pending)?.kind !== "cancelled";

const hasCome = ({ status, isLive }: Visit): boolean => isLive && status !== "booked";

const isSame = (a: VisitStatement, b: VisitStatement): boolean =>
  !a.office &&
  a.isLive === b.isLive &&
  (!a.isLive || (a.date === b.date && a.time === b.time && a.service === b.service));

/** Whatever has happened here since: of this office nothing has been said yet. */
const knownElsewhere = (last: LastLetter | null): VisitStatement | null => (last?.told.office ? last.told : null);

/** Where an office moves somebody of itself, it has looked up what the citizen knows, by word of mouth too. */
function knownToOffice(pending: readonly Pending[], { service }: Visit): VisitStatement | null {
  const newest = newestAct(pending);
  return newest?.kind === "moved" ? spokenOf(newest.place[0], service) : null;
}

const newestAct = (pending: readonly Pending[]): Pending | undefined =>
  pending.findLast(({ kind }) => kind !== "reminder");

const spokenOf = ({ date, time }: Pick<VisitPlace, "date" | "time">, service: string): VisitStatement => ({
  date,
  time,
  service,
  isLive: true,
});

/** Nobody has written yet: told by word of mouth, unless all of it is to be confirmed. */
function knownWithoutLetter(pending: readonly Pending[], { service, date, time }: Visit): VisitStatement | null {
  if (pending.some(({ kind }) => kind === "confirmed")) return null;
  return spokenOf(pending.find(({ kind }) => kind !== "reminder")?.place[0] ?? { date, time }, service);
}

/** Whoever acted last sets the tone: an apology where the office did, of itself. */
function kindBetween(was: VisitStatement | null, is: VisitStatement, pending: readonly Pending[]): LetterKind | null {
  if (was?.office) return is.isLive ? "change" : "cancellation";
  if (!was?.isLive) return is.isLive ? "confirmation" : null;
  if (isSame(was, is)) return null;
  if (!is.isLive) return "cancellation";
  return newestAct(pending)?.kind === "moved" ? "apology" : "change";
}
