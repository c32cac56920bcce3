import { TO_BE_NOTIFIED } from "../appointments/statuses.ts";
import { IS_LOST } from "../outbox/lost-sql.ts";
import { type NewMail, type VisitStatement, WISH_KINDS } from "../outbox/planned.ts";
import { type Part, part, type Read } from "../platform/database/sql.ts";
import type { Mail, MailCount } from "./contract.ts";
import type { LetterKind, RefusalReason } from "./rules.ts";

export interface MailRow {
  readonly id: string;
  readonly appointment: string;
  readonly kind: NewMail["kind"];
  readonly letter: LetterKind | null;
  readonly state: Mail["state"];
  readonly address: string;
  readonly place: NewMail["place"];
  readonly told: VisitStatement | null;
  readonly planned_at: Temporal.Instant;
  readonly due_at: Temporal.Instant;
  readonly settled_at: Temporal.Instant | null;
  readonly reason: RefusalReason | null;
  readonly answer: string | null;
  readonly is_lost: boolean;
}

const COLUMNS = part`mail.id, appointment_id as appointment, kind, letter, state, address, details -> 'place' as place, told,
  planned_at, due_at, settled_at, reason, answer, ${IS_LOST} as is_lost`;

export async function mailsOfAppointment(tx: Read, officeId: number, id: string): Promise<MailRow[]> {
  return tx.sql<MailRow>`
    select ${COLUMNS} from mail
    where office_id = ${officeId} and appointment_id = ${id} and state <> 'withdrawn' order by id desc`;
}

const MOST = 500;

const ofVisits = (officeId: number, condition: Part): Part => part`
    select ${COLUMNS} from mail join appointment on appointment.office_id = mail.office_id and appointment.id = appointment_id
    where mail.office_id = ${officeId} and ${condition}`;

/** Of visits that are still to come: whoever is here, or has been, knows. */
const isLost = (now: Temporal.Instant): Part =>
  part`starts_at > ${now} and status = any (${TO_BE_NOTIFIED}) and ${IS_LOST}`;

export async function lostMails(tx: Read, officeId: number, now: Temporal.Instant): Promise<MailRow[]> {
  return tx.sql<MailRow>`
    ${ofVisits(officeId, isLost(now))} order by starts_at, mail.id limit ${MOST}`;
}

/** Who wishes for a place without an appointment is known to nobody of the office. */
const IS_OF_VISIT = part`kind <> all(${WISH_KINDS}::text[])`;

const IS_UNDER_WAY = part`state in ('planned', 'sending') and ${IS_OF_VISIT}`;

export async function mailsUnderWay(tx: Read, officeId: number): Promise<MailRow[]> {
  return tx.sql<MailRow>`
    ${ofVisits(officeId, IS_UNDER_WAY)} order by due_at, mail.id limit ${MOST}`;
}

export async function mailCount(tx: Read, officeId: number, now: Temporal.Instant): Promise<MailCount> {
  const rows = await tx.sql<MailCount>`
    select (select count(*)::integer from mail where office_id = ${officeId} and ${IS_UNDER_WAY}) as "underWay",
      (select count(*)::integer
        from mail join appointment on appointment.office_id = mail.office_id and appointment.id = appointment_id
        where mail.office_id = ${officeId} and ${isLost(now)}) as lost`;
  return rows[0] as MailCount;
}

/** Ids tell when they were planned: what is older than its time of trying is not looked through. */
export async function mailsSentSince(tx: Read, officeId: number, since: Temporal.Instant): Promise<MailRow[]> {
  return tx.sql<MailRow>`
    ${ofVisits(officeId, part`mail.id > ${plannedAt(since.subtract(OLDEST))} and state = 'sent' and settled_at >= ${since} and ${IS_OF_VISIT}`)}
    order by settled_at desc, mail.id limit ${MOST}`;
}

/** Even where the mail server was away for days */
const OLDEST = { hours: 7 * 24 } as const;

/** The first id of that moment (UUID version 7). */
const plannedAt = ({ epochMilliseconds }: Temporal.Instant): string =>
  `${epochMilliseconds
    .toString(16)
    .padStart(12, "0")
    .replace(/(.{8})/, "$1-")}-7000-8000-000000000000`;

/** A letter. */
export async function mailById(tx: Read, officeId: number, id: string): Promise<MailRow | null> {
  const rows = await tx.sql<MailRow>`
    select ${COLUMNS} from mail where office_id = ${officeId} and id = ${id} and appointment_id is not null`;
  return rows[0] ?? null;
}
