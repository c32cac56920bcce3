import type { Text } from "../../../text/text.ts";
import type { VisitCase } from "../../../text/to-bring.ts";
import type { ServedVisit, Ticket } from "../../../waiting/contract.ts";
import { servingQueueOf } from "../../../waiting/rules.ts";
import type { Appointment } from "../../contract.ts";
import { visitCaseOf } from "../../field/visit-case.ts";
import { servicesOfVisit } from "../../field/visit-services.ts";
import { visitName } from "../waiting/visit-name.ts";

/** All of today, served or not. */
export interface TodaysVisits {
  readonly appointments: readonly Appointment[];
  readonly tickets: readonly Ticket[];
}

/** A visit that was served today, of which one may say that it was in vain. */
export interface VisitInQuestion {
  readonly id: string;
  readonly office: string;
  readonly date: string;
  /** By name or by number */
  readonly name: string;
  /** Codes; never empty */
  readonly services: readonly string[];
  /** null: not known, all lines are shown */
  readonly visitCase: VisitCase | null;
  /** Without one it has no person to book for */
  readonly appointment: Appointment | null;
}

/** null: nobody noted its service, and it would count for none. */
export function inQuestion({ appointment, ticket }: ServedVisit, t: Text): VisitInQuestion | null {
  const visit = appointment ?? ticket;
  const services = appointment ? [...new Set(servicesOfVisit(appointment))] : [ticket?.service ?? []].flat();
  if (!visit || services.length === 0) return null;
  const { id, office, date } = visit;
  const visitCase = appointment && visitCaseOf(appointment);
  return { id, office, date, name: visitName({ appointment, ticket }, t), services, visitCase, appointment };
}

/** Whoever was served last at a queue's counter. */
export function lastServedAt(queue: number, { appointments, tickets }: TodaysVisits): ServedVisit | null {
  const isHere = (visit: Appointment | Ticket) =>
    visit.status === "served" && ("counter" in visit ? servingQueueOf(visit) : visit.queue) === queue;
  const [last] = [
    ...appointments.filter(isHere).map((appointment) => ({ at: appointment.statusAt, appointment, ticket: null })),
    ...tickets.filter(isHere).map((ticket) => ({ at: ticket.statusAt, appointment: null, ticket })),
  ].sort((a, b) => Temporal.Instant.compare(b.at, a.at));
  return last ?? null;
}
