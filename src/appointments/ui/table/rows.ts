import { timeOf } from "../../../kit/dates.ts";
import type { Ticket } from "../../../waiting/contract.ts";
import type { Appointment, Channel } from "../../contract.ts";
import { servicesOfVisit } from "../../field/visit-services.ts";
import { isListed, STATUSES, type Status, type TicketStatus } from "../../statuses.ts";
import {
  chosenValues,
  FILTER_NAMES,
  type FilterName,
  type Filters,
  type FilterValue,
  type SortKey,
  type SortText,
} from "../look.ts";

/** Who of a day stands in its table, with an appointment or with a number, and in which order. Pure. */

/** By which a row is found, ordered and filtered */
export interface ListedVisit {
  readonly id: string;
  readonly time: string;
  /** null: whoever is free first */
  readonly queue: number | null;
  readonly status: Status | TicketStatus;
  /** null: not known yet */
  readonly service: string | null;
  readonly moreServices?: readonly string[];
  readonly companions?: Appointment["companions"];
  readonly channel: Channel;
}

interface RowWords {
  readonly visit: ListedVisit;
  /** The part of the name that stands out, and the rest */
  readonly first: string;
  readonly rest: string;
  readonly service: string;
  readonly queue: string;
  readonly channel: string;
}

/** With its words, in the language of the screen */
export interface ListedAppointment extends RowWords {
  readonly appointment: Appointment;
  readonly ticket: null;
  /** The citizen was written, and did not get it */
  readonly isUndelivered: boolean;
}

export interface ListedTicket extends RowWords {
  readonly appointment: null;
  readonly ticket: Ticket;
}

export type ListedRow = ListedAppointment | ListedTicket;

/** Cancelled ones too; expired holds were never anybody's. */
export const isInTable = ({ status }: Appointment): boolean => isListed(status);

/** A number stands at the time at which it was given. */
export const ticketVisit = ({ id, issuedAt, queue, status, service }: Ticket): ListedVisit => ({
  id,
  queue,
  status,
  service,
  time: timeOf(issuedAt),
  channel: "in-person",
});

const VALUES: Readonly<Record<FilterName, (visit: ListedVisit) => readonly (FilterValue | null)[]>> = {
  queues: ({ queue }) => [queue],
  statuses: ({ status }) => [status],
  services: ({ service, ...more }) => (service === null ? [null] : servicesOfVisit({ service, ...more })),
  channels: ({ channel }) => [channel],
};

/** Of a visit of several services, each of them. */
export const filterValuesOf = (visit: ListedVisit, name: FilterName): readonly FilterValue[] =>
  VALUES[name](visit).filter((value) => value !== null);

export const fits = (visit: ListedVisit, filters: Filters): boolean =>
  FILTER_NAMES.every((name) => {
    const chosen = chosenValues(filters, name);
    return chosen.length === 0 || filterValuesOf(visit, name).some((value) => chosen.includes(value));
  });

/** Capitals, accents and the final sigma make no difference to the order of names. */
const collator = new Intl.Collator("el", { sensitivity: "base", numeric: true, ignorePunctuation: true });

type Order = (a: ListedRow, b: ListedRow) => number;

const ORDERS: Readonly<Record<SortKey, Order>> = {
  time: (a, b) => compare(a.visit.time, b.visit.time),
  name: (a, b) => collator.compare(`${a.first} ${a.rest}`, `${b.first} ${b.rest}`),
  service: (a, b) => collator.compare(a.service, b.service),
  queue: (a, b) => queueOf(a) - queueOf(b),
  status: (a, b) => rankOf(a) - rankOf(b),
  channel: (a, b) => collator.compare(a.channel, b.channel),
};

/** Whatever the order, equals stand by time and queue. */
export function sortedRows(rows: readonly ListedRow[], sort: SortText = "time"): ListedRow[] {
  const order = ORDERS[keyOf(sort)];
  const direction = isDescending(sort) ? -1 : 1;
  return rows.toSorted((a, b) => direction * order(a, b) || ORDERS.time(a, b) || ORDERS.queue(a, b) || byId(a, b));
}

export const keyOf = (sort: SortText): SortKey => sort.replace(/^-/, "") as SortKey;

export const isDescending = (sort: SortText): boolean => sort.startsWith("-");

/** Who was turned away comes after all others. */
function rankOf({ visit: { status } }: ListedRow): number {
  const rank = (STATUSES as readonly string[]).indexOf(status);
  return rank === -1 ? STATUSES.length : rank;
}

/** Of no queue yet: after all queues. */
const queueOf = ({ visit: { queue } }: ListedRow): number => queue ?? 100;

const byId: Order = (a, b) => compare(a.visit.id, b.visit.id);

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
