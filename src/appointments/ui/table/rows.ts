import type { Appointment } from "../../contract.ts";
import { isListed, STATUSES } from "../../statuses.ts";
import {
  chosenValues,
  FILTER_NAMES,
  type FilterName,
  type Filters,
  type FilterValue,
  type SortKey,
  type SortText,
} from "../look.ts";

/** Which appointments of a day stand in its table, and in which order. Pure. */

/** An appointment with its words, in the language of the screen */
export interface ListedAppointment {
  readonly appointment: Appointment;
  /** The part of the name that stands out, and the rest */
  readonly first: string;
  readonly rest: string;
  readonly service: string;
  readonly queue: string;
  readonly channel: string;
  /** The citizen was written, and did not get it */
  readonly isUndelivered: boolean;
}

/** Cancelled ones too; expired holds were never anybody's. */
export const isInTable = ({ status }: Appointment): boolean => isListed(status);

const VALUE: Readonly<Record<FilterName, (appointment: Appointment) => FilterValue>> = {
  queues: ({ queue }) => queue,
  statuses: ({ status }) => status,
  services: ({ service }) => service,
  channels: ({ channel }) => channel,
};

export const choiceOf = (appointment: Appointment, name: FilterName): FilterValue => VALUE[name](appointment);

export const fits = (appointment: Appointment, filters: Filters): boolean =>
  FILTER_NAMES.every((name) => {
    const chosen = chosenValues(filters, name);
    return chosen.length === 0 || chosen.includes(choiceOf(appointment, name));
  });

/** Capitals, accents and the final sigma make no difference to the order of names. */
const collator = new Intl.Collator("el", { sensitivity: "base", numeric: true, ignorePunctuation: true });

type Order = (a: ListedAppointment, b: ListedAppointment) => number;

const ORDERS: Readonly<Record<SortKey, Order>> = {
  time: (a, b) => compare(a.appointment.time, b.appointment.time),
  name: (a, b) => collator.compare(`${a.first} ${a.rest}`, `${b.first} ${b.rest}`),
  service: (a, b) => collator.compare(a.service, b.service),
  queue: (a, b) => a.appointment.queue - b.appointment.queue,
  status: (a, b) => rankOf(a) - rankOf(b),
  channel: (a, b) => collator.compare(a.channel, b.channel),
};

/** Whatever the order, equals stand by time and queue. */
export function sortedRows(rows: readonly ListedAppointment[], sort: SortText = "time"): ListedAppointment[] {
  const order = ORDERS[keyOf(sort)];
  const direction = isDescending(sort) ? -1 : 1;
  return rows.toSorted((a, b) => direction * order(a, b) || ORDERS.time(a, b) || ORDERS.queue(a, b) || byId(a, b));
}

export const keyOf = (sort: SortText): SortKey => sort.replace(/^-/, "") as SortKey;

export const isDescending = (sort: SortText): boolean => sort.startsWith("-");

const rankOf = ({ appointment: { status } }: ListedAppointment): number => STATUSES.indexOf(status);

const byId: Order = (a, b) => compare(a.appointment.id, b.appointment.id);

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
