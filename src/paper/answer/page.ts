import type { Appointment } from "../../appointments/contract.ts";
import { chosenOf } from "../../appointments/field/choice-words.ts";
import { fullName } from "../../appointments/person.ts";
import type { AboutSomebody } from "../../audit/trail/about.ts";
import { formatPhone, formatReference, longDate, numericDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { type Text, textIn } from "../../text/text.ts";
import { printedPage, type Reader, toolsOf } from "../frame.ts";
import type { Answer } from "./print-answer.ts";
import "../../text/audit-words.ts";
import "../../text/server.ts";

/** «Έγγραφο για τον πολίτη»: what is kept of a person, and every look at it. */
export function answerPage(answer: Answer, reader: Reader): Html {
  const { office, appointments, entries, at } = answer;
  const t = textIn(reader.language);
  const title = t("paper.answer-title");
  const [first] = appointments;
  const paper = html`<article class="paper answer">
<header><p>${t("paper.office", { name: office.name, code: office.code })}</p><p>${numericDate(dateTextOf(at))}</p></header>
<h1>${title}</h1>
<p>${t("paper.answer-for", { name: first ? fullName(first, t) : "" })}</p>
<h2>${t("paper.answer-kept")}</h2>
${appointments.map((appointment) => keptOf(appointment, answer, reader, t))}
<h2>${t("paper.answer-seen", { count: entries.length })}</h2>
<p>${t("paper.answer-seen-about")}</p>
<table><thead><tr><th scope="col">${t("paper.answer-when")}</th><th scope="col">${t("paper.answer-act")}</th><th scope="col">${t(
    "paper.answer-by",
  )}</th></tr></thead><tbody>
${entries.map((entry) => entryRow(entry, t))}</tbody></table>
<p>${t("paper.answer-rights")}</p>
<p>${[office.address, office.postcode, office.phone && formatPhone(office.phone), office.email].filter(Boolean).join(", ")}</p>
</article>`;
  const back = { label: t("paper.back-to-audit"), address: `/offices/${encodeURIComponent(office.code)}/audit` };
  return printedPage({ title, tools: toolsOf({ back }, reader), paper }, reader);
}

function keptOf(appointment: Appointment, { services }: Answer, { language }: Reader, t: Text): Html {
  const { date, time, reference, service, status, phone, email, business, notes } = appointment;
  const facts: readonly (readonly [string, string | null])[] = [
    [t("paper.slip-reference"), formatReference(reference)],
    [t("paper.service"), services.get(service)?.name ?? service],
    [t("paper.answer-status"), t(`plan.status-${status}`)],
    [t("paper.person"), fullName(appointment, t)],
    [t("paper.phone"), phone && formatPhone(phone)],
    ["E-mail", email],
    [t("panel.business-name"), business && [business.name, business.afm].filter(Boolean).join(", ")],
    [t("panel.notes"), notes],
    ...chosenOf(appointment, { t, language }),
  ];
  return html`<h3>${longDate(date, language)}, ${time}</h3>
<dl>${facts.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : html``))}</dl>
`;
}

const entryRow = ({ at, act, by, day }: AboutSomebody, t: Text): Html =>
  html`<tr><td>${numericDate(dateTextOf(at))}, ${clockTextOf(at)}</td><td>${t(`audit.act-${act}`)}${
    day ? html` (${numericDate(day.toString())})` : null
  }</td><td>${by === "employee" ? t("paper.answer-employee") : t(`audit.by-${by}`)}</td></tr>
`;
