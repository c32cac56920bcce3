import type { AdministeredOffice, OperableOffice } from "../../identity/office-access.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { dateOf, instantOf, localDay } from "../../platform/time.ts";
import type { Appointment } from "../contract.ts";
import { workOfRow } from "../field/visit-services.ts";
import { idsWithOutdatedDecision } from "../history/outdated-decisions-sql.ts";
import { minutesTogether } from "../place/length.ts";
import type { Place } from "../place/offer.ts";
import { atPlace } from "../row/at-place.ts";
import { presented } from "../row/present.ts";
import { type AppointmentRow, appointmentsBetween, lastLiveStart, rowsByIds, termsOfServices } from "../sql.ts";
import { hasPlace, isConfirmed } from "../statuses.ts";
import { performMany } from "./perform-many.ts";

/** For changes of the rules under which appointments stand (circular §Γ): those there are, and what becomes of them. */

export interface UpcomingAppointment {
  readonly row: AppointmentRow;
  /** Of its services here, for a queue with other slots */
  readonly minutes: number;
}

export interface Upcoming {
  /** Of somebody: they are decided about */
  readonly appointments: readonly UpcomingAppointment[];
  /** Held for citizens who are still filling in */
  readonly holds: readonly UpcomingAppointment[];
}

/** What has a place and is not over, of the dates from `first` to `last`, both included. */
export async function upcomingVisits(
  tx: Read,
  office: AdministeredOffice,
  { first, last }: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<Upcoming> {
  const [from, to] = [instantOf(localDay(first).from), instantOf(localDay(last).to)];
  const rows = await appointmentsBetween(tx, office.id, from, to);
  const live = rows.filter(({ status, ends_at }) => hasPlace(status) && Temporal.Instant.compare(ends_at, now) > 0);
  const terms = await termsOfServices(tx, office.id);
  const upcoming = live.map((row) => ({ row, minutes: minutesTogether(workOfRow(row), terms) }));
  const isOfSomebody = ({ row }: UpcomingAppointment) => isConfirmed(row.status);
  return { appointments: upcoming.filter(isOfSomebody), holds: upcoming.filter((one) => !isOfSomebody(one)) };
}

/** The date of the last live appointment; null: there is none. */
export async function lastLiveDate(tx: Read, office: OperableOffice): Promise<Temporal.PlainDate | null> {
  const start = await lastLiveStart(tx, office.id);
  return start && dateOf(start);
}

/** Ids of those to come that a head decided to keep before the ministry closed their time. */
export const outdatedDecisions = async (tx: Read, office: AdministeredOffice, now: Temporal.Instant) =>
  new Set(await idsWithOutdatedDecision(tx, office.id, { now }));

export interface Settled {
  readonly row: AppointmentRow;
  /** Found free while the office was locked (`lockOffice`); null: it stays */
  readonly place: Place | null;
}

/** Each to its new place, or kept where nothing serves it: their head has seen that and answers for it. */
export function settleAll(
  tx: Tx,
  office: AdministeredOffice,
  settled: readonly Settled[],
  { at, cause }: { readonly at: Temporal.Instant; readonly cause: string },
): Promise<void> {
  const acts = settled.map(({ row, place }) =>
    place
      ? { kind: "moved" as const, before: row, after: atPlace(row, place, at), undoes: null }
      : { kind: "kept" as const, before: row, after: { ...row, kept_by: office.employeeId }, undoes: null },
  );
  return performMany(tx, office, acts, { at, cause });
}

export const shown = (office: AdministeredOffice, row: AppointmentRow): Appointment => presented(office.code, row);

export async function appointmentsByIds(
  tx: Read,
  office: OperableOffice,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Appointment>> {
  const rows = await rowsByIds(tx, office.id, ids);
  return new Map(rows.map((row) => [row.id, presented(office.code, row)]));
}
