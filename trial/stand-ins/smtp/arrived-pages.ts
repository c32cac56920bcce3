import { type Html, html } from "../../../src/platform/text/html.ts";
import { clockTextOf, dateOf, dateTextOf } from "../../../src/platform/time.ts";
import { textIn } from "../../../src/text/text.ts";
import type { ArrivedMail, ArrivedMessage } from "./arrived.ts";
import type { SmtpKnobs } from "./knobs.ts";
import { mailPage } from "./mail-page.ts";
import "../../../src/text/server.ts";

const t = textIn("el");

/** What arrived, the newest first. */
export function arrivedPage(arrived: ArrivedMail, knobs: SmtpKnobs): Html {
  const newestFirst = arrived.all().toReversed();
  return mailPage(
    t("mailStandIn.title"),
    knobs,
    html`<p>${t("mailStandIn.explanation")}</p>
<p>${t("mailStandIn.arrived", { count: arrived.count() })}</p>
${newestFirst.length > 0 ? listOf(newestFirst) : null}`,
  );
}

const listOf = (messages: readonly ArrivedMessage[]): Html => html`<table>
<thead><tr>
<th scope="col">${t("mailStandIn.subject")}</th>
<th scope="col">${t("mailStandIn.to")}</th>
<th scope="col">${t("mailStandIn.time")}</th>
</tr></thead>
<tbody>
${messages.map(rowOf)}</tbody>
</table>
<form method="post" action="/emptying"><button>${t("mailStandIn.empty")}</button></form>`;

const rowOf = (message: ArrivedMessage): Html => html`<tr>
<th scope="row"><a href="/messages/${message.id}">${subjectOf(message)}</a></th>
<td>${message.to.join(", ")}</td>
<td>${timeOf(message)}</td>
</tr>
`;

/** One message: its plain words, its HTML as a mail program shows it, its calendar entry, and all that was sent. */
export function messagePage(message: ArrivedMessage, knobs: SmtpKnobs): Html {
  const { id, from, to, text, html: markup, calendar, attachments, raw } = message;
  const missing = html`<p>${t("mailStandIn.none")}</p>`;
  return mailPage(
    subjectOf(message),
    knobs,
    html`<dl>
<dt>${t("mailStandIn.from")}</dt><dd>${from || t("mailStandIn.nobody")}</dd>
<dt>${t("mailStandIn.to")}</dt><dd>${to.join(", ")}</dd>
<dt>${t("mailStandIn.time")}</dt><dd>${timeOf(message)}</dd>
</dl>
<h2>${t("mailStandIn.text")}</h2>
${text === null ? missing : html`<pre>${text}</pre>`}
<h2>${t("mailStandIn.html")}</h2>
${markup === null ? missing : frameOf(id)}
<h2>${t("mailStandIn.calendar")}</h2>
${calendar === null ? missing : calendarOf(id, calendar)}
<h2>${t("mailStandIn.attachments")}</h2>
${attachments.length === 0 ? missing : html`<ul>${attachments.map(attachmentOf)}</ul>`}
<h2>${t("mailStandIn.source")}</h2>
<p><a href="/messages/${id}/source">${t("mailStandIn.source-alone")}</a></p>
<pre>${raw}</pre>`,
  );
}

const frameOf = (id: number): Html =>
  html`<iframe sandbox="" src="/messages/${id}/html" title="${t("mailStandIn.html")}"></iframe>
<p><a href="/messages/${id}/html">${t("mailStandIn.html-alone")}</a></p>`;

const calendarOf = (id: number, calendar: string): Html => html`<pre>${calendar}</pre>
<p><a href="/messages/${id}/calendar.ics">${t("mailStandIn.calendar-download")}</a></p>`;

const attachmentOf = ({ name, type, bytes }: ArrivedMessage["attachments"][number]): Html =>
  html`<li>${t("mailStandIn.attachment", { name: name || t("mailStandIn.unnamed"), type, bytes })}</li>
`;

const subjectOf = ({ subject }: ArrivedMessage): string => subject || t("mailStandIn.no-subject");

/** Day and hour, neither of which breaks in two */
const timeOf = ({ at }: ArrivedMessage): Html =>
  html`<time datetime="${dateTextOf(at)}">${dateOf(at).toLocaleString("el")}</time> <time>${clockTextOf(at)}</time>`;
