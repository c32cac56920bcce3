import type { AnyAct, StatusHindrance, Step } from "./acts.ts";

/**
 * The meaning of each status of an appointment, a row for each, in the order of a visit: contract, server, browser and
 * counts ask here, and what SQL says by itself is compared with it. Pure, browser-safe, without the contract's schemas.
 */
interface Meaning {
  /** Made for somebody: it is counted and has a history. A hold is a citizen's unfinished form */
  readonly isConfirmed: boolean;
  /** How far the visit has come; null: it has given its place back */
  readonly visit: "ahead" | "begun" | "over" | null;
  /** Where the visitor is; null: expected no more */
  readonly visitor: "awaited" | "waiting" | "at-counter" | null;
  /** Nothing came of it: another time is offered */
  readonly mayRebook: boolean;
  readonly allows: readonly AnyAct[];
  /** Why it does not allow the other acts, but for those that say why themselves */
  readonly hindrance: StatusHindrance;
  readonly hindrances?: Readonly<Partial<Record<AnyAct, StatusHindrance>>>;
}

const MEANING = {
  held: { isConfirmed: false, visit: "ahead", visitor: null, mayRebook: false, allows: [], hindrance: "held" },
  booked: {
    isConfirmed: true,
    visit: "ahead",
    visitor: "awaited",
    mayRebook: false,
    allows: ["arrival", "no-show", "edit", "move", "transfer", "cancel", "undo"],
    hindrance: "not-arrived",
  },
  arrived: {
    isConfirmed: true,
    visit: "ahead",
    visitor: "waiting",
    mayRebook: false,
    allows: ["service-start", "call", "departure", "edit", "move", "undo"],
    hindrance: "present",
    hindrances: { arrival: "done", completion: "not-started" },
  },
  "in-service": {
    isConfirmed: true,
    visit: "begun",
    visitor: "at-counter",
    mayRebook: false,
    allows: ["completion", "edit", "undo"],
    hindrance: "present",
    hindrances: { arrival: "done", "service-start": "done", call: "begun", departure: "begun", move: "begun" },
  },
  served: {
    isConfirmed: true,
    visit: "over",
    visitor: null,
    mayRebook: false,
    allows: ["edit", "undo"],
    hindrance: "done",
    hindrances: {
      "no-show": "present",
      call: "begun",
      departure: "begun",
      move: "begun",
      transfer: "present",
      cancel: "present",
    },
  },
  "no-show": {
    isConfirmed: true,
    visit: "over",
    visitor: null,
    mayRebook: true,
    allows: ["edit", "undo"],
    hindrance: "missed",
    hindrances: { "no-show": "done" },
  },
  left: {
    isConfirmed: true,
    visit: "over",
    visitor: null,
    mayRebook: true,
    allows: ["edit", "undo"],
    hindrance: "left",
    hindrances: { arrival: "done", departure: "done" },
  },
  cancelled: {
    isConfirmed: true,
    visit: null,
    visitor: null,
    mayRebook: true,
    allows: ["undo"],
    hindrance: "cancelled",
  },
  expired: { isConfirmed: false, visit: null, visitor: null, mayRebook: false, allows: [], hindrance: "expired" },
} as const satisfies Readonly<Record<string, Meaning>>;

export type Status = keyof typeof MEANING;
export const STATUSES = Object.keys(MEANING) as readonly Status[];

/** What only somebody without an appointment can be, whom no number was given to or whose number was taken back */
const WITHOUT_APPOINTMENT = {
  "turned-away": {
    isConfirmed: true,
    visit: null,
    visitor: null,
    mayRebook: false,
    allows: ["undo"],
    hindrance: "turned-away",
  },
  withdrawn: {
    isConfirmed: false,
    visit: null,
    visitor: null,
    mayRebook: false,
    allows: [],
    hindrance: "withdrawn",
  },
} as const satisfies Readonly<Record<string, Meaning>>;

/** Of somebody who came without an appointment and has no place, but a number: how it goes on is told by the same words */
export const TICKET_STATUSES = [
  "arrived",
  "in-service",
  "served",
  "left",
  "turned-away",
  "withdrawn",
] as const satisfies readonly (Status | keyof typeof WITHOUT_APPOINTMENT)[];
export type TicketStatus = (typeof TICKET_STATUSES)[number];

const ALL: Readonly<Record<Status | TicketStatus, Meaning>> = { ...MEANING, ...WITHOUT_APPOINTMENT };
const meaningOf = (status: Status | TicketStatus): Meaning => ALL[status];
const those = (are: (status: Status) => boolean): readonly Status[] => STATUSES.filter(are);

/** As it is booked, and again when the visitor is given another day */
export const INITIAL_STATUS = "booked" satisfies Status;

export const isConfirmed = (status: Status): boolean => meaningOf(status).isConfirmed;
export const UNCONFIRMED = those((status) => !isConfirmed(status));

/** As SQL's `live`: its place is nobody else's */
export const hasPlace = (status: Status | TicketStatus): boolean => meaningOf(status).visit !== null;

/** In «54 ραντεβού»: confirmed, and with a place */
export type CountedStatus = {
  [One in Status]: (typeof MEANING)[One] extends { isConfirmed: true; visit: string } ? One : never;
}[Status];
export const isCounted = (status: Status): status is CountedStatus => isConfirmed(status) && hasPlace(status);
export const COUNTED = STATUSES.filter(isCounted);

/** In a day's table: all but what was never anybody's. In the order of a visit */
export const isListed = (status: Status): boolean => isConfirmed(status) || hasPlace(status);
export const LISTED = those(isListed);

export const isOver = (status: Status | TicketStatus): boolean => meaningOf(status).visit === "over";
export const OVER = those(isOver);

/** No change of rules moves it: somebody is being served, or it is over */
export const staysPut = (status: Status): boolean => isOver(status) || meaningOf(status).visit === "begun";
export const STAYS_PUT = those(staysPut);

/** Confirmed and not begun: somebody will come, or has come and waits */
export const isToCome = (status: Status): boolean => isConfirmed(status) && meaningOf(status).visit === "ahead";

export const visitorOf = (status: Status | TicketStatus): Meaning["visitor"] => meaningOf(status).visitor;
/** Of numbers: somebody had one, or was told that there was none */
export const CONFIRMED_TICKETS = TICKET_STATUSES.filter((status) => meaningOf(status).isConfirmed);
/** «Τώρα»: with an appointment or with a number */
export const AT_COUNTER = TICKET_STATUSES.filter((status) => visitorOf(status) === "at-counter");
/** A word to the citizen is still worth it: who is awaited learns of another time, and nobody comes in vain. */
export const isToBeNotified = (status: Status): boolean =>
  isConfirmed(status) && (visitorOf(status) === "awaited" || !hasPlace(status));
export const TO_BE_NOTIFIED = those(isToBeNotified);
export const mayRebook = (status: Status): boolean => meaningOf(status).mayRebook;

/** Why a status does not allow an act; null: it does. */
export function hindranceBy(status: Status | TicketStatus, act: AnyAct): StatusHindrance | null {
  const { allows, hindrance, hindrances } = meaningOf(status);
  return allows.includes(act) ? null : (hindrances?.[act] ?? hindrance);
}

/** Something for each status that is counted, such as their numbers. */
export const ofEachCounted = <Of>(of: (status: CountedStatus) => Of): Record<CountedStatus, Of> =>
  Object.fromEntries(COUNTED.map((status) => [status, of(status)])) as Record<CountedStatus, Of>;

/** Where a step leads, and how its history calls it */
export const STEP_RESULTS = {
  arrival: { to: "arrived", kind: "arrived" },
  "service-start": { to: "in-service", kind: "service-started" },
  completion: { to: "served", kind: "completed" },
  "no-show": { to: "no-show", kind: "no-show" },
  departure: { to: "left", kind: "left" },
} as const satisfies Readonly<Record<Step, { to: Status; kind: string }>>;

/** Who comes later than so many minutes after the appointed time waits like those without an appointment */
export const LATE_MINUTES = 10;
