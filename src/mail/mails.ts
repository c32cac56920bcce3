import { placeForCitizen } from "../appointments/history/word-to-citizen.ts";
import { appointmentsByIds } from "../appointments/many/concerned.ts";
import { existingAppointment, requireId } from "../appointments/row/existing.ts";
import { record } from "../audit/record.ts";
import type { OperableOffice } from "../identity/office-access.ts";
import { planMails } from "../outbox/plan.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { declaredText } from "../platform/http/contract/declared-only.ts";
import { type ReadyJson, readyContent } from "../platform/http/ready-json.ts";
import { Refusal } from "../platform/refusal.ts";
import { clockTextOf, dateOf, instantOf, localDay, offsetText } from "../platform/time.ts";
import { type AppointmentMails, type ListedMail, type Mail, mailCountResponse, type OfficeMails } from "./contract.ts";
import {
  lostMails,
  type MailRow,
  mailById,
  mailCount,
  mailsOfAppointment,
  mailsSentSince,
  mailsUnderWay,
} from "./list-sql.ts";
import { officeMessages } from "./message/list-messages.ts";
import { countLostMessages } from "./message/list-messages-sql.ts";
import type { LetterKind } from "./rules.ts";

/** What its citizen was written of one appointment. @throws Refusal 404 */
export async function appointmentMails(tx: Read, office: OperableOffice, id: string): Promise<AppointmentMails> {
  await existingAppointment(tx, office, id);
  return { mails: (await mailsOfAppointment(tx, office.id, id)).map(shown) };
}

/** What did not arrive, what is under way and what was sent today («E-mail της ημέρας»). */
export async function officeMails(tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<OfficeMails> {
  const today = instantOf(localDay(dateOf(now)).from);
  const [lost, underWay, sent, messages] = await Promise.all([
    lostMails(tx, office.id, now),
    mailsUnderWay(tx, office.id),
    mailsSentSince(tx, office.id, today),
    officeMessages(tx, office.id, now, today),
  ]);
  const all = [...lost, ...underWay, ...sent];
  const visits = await appointmentsByIds(
    tx,
    office,
    all.map(({ appointment }) => appointment),
  );
  const listed = (rows: readonly MailRow[]): ListedMail[] =>
    rows.flatMap((row) => {
      const appointment = visits.get(row.appointment);
      return appointment ? [{ ...shown(row), appointment }] : [];
    });
  const clock = { date: dateOf(now).toString(), time: clockTextOf(now) };
  return { now: clock, lost: listed(lost), underWay: listed(underWay), sent: listed(sent), messages };
}

const countText = declaredText(mailCountResponse);

/** To all of the office alike; of `now` its minute alone counts, or a week behind it. */
export async function countMails(tx: Read, office: OperableOffice, now: Temporal.Instant): Promise<() => ReadyJson> {
  const [letters, lost] = await Promise.all([mailCount(tx, office.id, now), countLostMessages(tx, office.id, now)]);
  const ready = readyContent(countText({ ...letters, lost: letters.lost + lost }));
  return () => ready;
}

/**
 * Says once more, at once and to the address that the appointment has by now, what did not arrive.
 * @throws Refusal 404; 409 when something was sent since, or the appointment has no address any more
 */
export async function resend(tx: Tx, office: OperableOffice, id: string, now: Temporal.Instant): Promise<Mail> {
  requireId(id);
  const lost = await mailById(tx, office.id, id);
  if (!lost) throw new Refusal(404, "mail-not-found");
  if (!lost.is_lost) throw new Refusal(409, "mail-not-lost");
  const visit = await existingAppointment(tx, office, lost.appointment);
  if (visit.email === null) throw new Refusal(409, "mail-no-address");
  const again = {
    id: visit.id,
    email: visit.email,
    kind: lost.kind,
    place: [lost.place[0], placeForCitizen(visit)] as const,
  };
  await planMails(tx, office.id, [again], { at: now, dueAt: now });
  await record(tx, office, { act: "mail-sent-again", details: { mail: id }, appointments: [visit.id] }, now);
  const [latest] = await mailsOfAppointment(tx, office.id, visit.id);
  return shown(latest as MailRow);
}

const AS_PLANNED: Readonly<Record<MailRow["kind"], LetterKind>> = {
  confirmed: "confirmation",
  changed: "change",
  moved: "apology",
  cancelled: "cancellation",
  reminder: "reminder",
  "confirm-link": "confirm-link",
  "manage-link": "manage-link",
  "earlier-offer": "earlier-offer",
  "address-link": "address-link",
  "wish-link": "wish-link",
  "wish-offer": "wish-offer",
};

function shown(row: MailRow): Mail {
  const isWaiting = row.state === "planned" || row.state === "sending";
  const [known, is] = row.place;
  const was = row.told?.was ?? (known.date === is.date && known.time === is.time ? null : known);
  return {
    id: row.id,
    letter: row.letter ?? AS_PLANNED[row.kind],
    state: row.state,
    address: row.address,
    plannedAt: offsetText(row.planned_at),
    dueAt: isWaiting ? offsetText(row.due_at) : null,
    settledAt: row.settled_at && offsetText(row.settled_at),
    was: was && { date: was.date, time: was.time },
    reason: row.reason,
    answer: row.answer,
    isLost: row.is_lost,
  };
}
