import type { ReactNode } from "react";
import {
  formatPhone,
  formatReference,
  longDate,
  minuteOf,
  numericDate,
  timeAt,
  timeOf,
} from "../../../../kit/dates.ts";
import { inCapitals } from "../../../../platform/text/capitals.ts";
import { itemsToBring } from "../../../../text/to-bring.ts";
import type { Appointment } from "../../../contract.ts";
import { chosenOf } from "../../../field/choice-words.ts";
import { visitCaseOf } from "../../../field/visit-case.ts";
import { servicesOfVisit } from "../../../field/visit-services.ts";
import { serviceOf } from "../../service-of.ts";
import { serviceName } from "../../service-words.ts";
import { StatusGlyph } from "../../status-glyph.tsx";
import { type AppointmentWording, companionWords, valueWords } from "../words/field-words.ts";
import { momentWords } from "../words/history-words.ts";

interface FactsProps {
  readonly appointment: Appointment;
  readonly wording: AppointmentWording;
}

/** The particulars of an appointment; what was not given is said so where somebody will look for it. */
export function AppointmentFacts({ appointment, wording }: FactsProps) {
  const { t, language, office } = wording;
  const { business, phone, email, notes, companions, createdBy, createdAt, anonymizedAt } = appointment;
  const notGiven = anonymizedAt === null && t("panel.contact-none");
  const at = momentWords(createdAt);
  const created = createdBy === null ? t("panel.created-online", { at }) : t("panel.created-by", { at, by: createdBy });
  return (
    <dl className="facts">
      <Fact name={t("panel.status")}>
        <StatusGlyph status={appointment.status} /> {statusWords(appointment, wording)}
      </Fact>
      <Fact name={t("panel.when")}>{whenWords(appointment, wording)}</Fact>
      <Fact name={t("panel.service")}>{ownServices(appointment, wording)}</Fact>
      <Fact name={t("panel.matter")}>{appointment.matter}</Fact>
      <Fact name={t("panel.companions")}>
        {companions.map((each) => companionWords(each, office, language)).join("\n")}
      </Fact>
      <Fact name={t("panel.bring")}>{bringWords(appointment, wording)}</Fact>
      {business && <Fact name={t("panel.business-name")}>{business.name}</Fact>}
      {business?.afm && <Fact name={t("panel.afm")}>{business.afm}</Fact>}
      {business && anonymizedAt === null && (
        <Fact name={t("panel.representative")}>
          {inCapitals(appointment.lastName)} {appointment.firstName}
        </Fact>
      )}
      <Fact name={t("panel.phone")}>{phone ? <a href={`tel:${phone}`}>{formatPhone(phone)}</a> : notGiven}</Fact>
      <Fact name={t("panel.email")}>{email ? <a href={`mailto:${email}`}>{email}</a> : notGiven}</Fact>
      {chosenOf({ ...appointment, interpreter: null }, wording).map(([label, words]) => (
        <Fact key={label} name={label}>
          {words}
        </Fact>
      ))}
      <Fact name={t("panel.notes")}>{notes}</Fact>
      <Fact name={t("panel.reference")}>
        <b className="facts__reference">{formatReference(appointment.reference)}</b>
      </Fact>
      <Fact name={t("panel.source")}>{valueWords("channel", appointment.channel, wording)}</Fact>
      <Fact name={t("panel.message-language")}>{valueWords("language", appointment.language, wording)}</Fact>
      <Fact name={t("panel.created")}>{created}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function whenWords(
  { date, time, minutes, queue }: Appointment,
  { t, language, queueName }: AppointmentWording,
): string {
  const duration = t("panel.duration", { from: time, to: timeAt(minuteOf(time) + minutes), minutes });
  return `${longDate(date, language)}, ${duration}, ${queueName(queue)}`;
}

const statusWords = ({ status, statusAt }: Appointment, { t }: AppointmentWording): string =>
  t(`panel.status-${status}`, { time: timeOf(statusAt), date: numericDate(statusAt.slice(0, 10)) });

/** Of whom it was made for. */
const ownServices = ({ service, moreServices }: Appointment, { office, language }: AppointmentWording): string =>
  [service, ...moreServices].map((code) => serviceName(office, code, language)).join(", ");

/** For the clerk, in the clerk's language: for whoever it is, each thing once and as what it is brought. */
function bringWords(appointment: Appointment, { office, language, t }: AppointmentWording): string | null {
  const services = [...new Set(servicesOfVisit(appointment))].flatMap((code) => serviceOf(office, code) ?? []);
  const lines = itemsToBring(services, visitCaseOf(appointment)).map(({ greek, english, mark }) => {
    const words = (language === "en" ? english : null) ?? greek;
    return mark === null ? words : `${words} (${t(`panel.mark-${mark}`)})`;
  });
  return lines.join("\n") || null;
}
