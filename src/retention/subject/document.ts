import { columnLabel } from "../../appointments/field/columns.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { type Text, textIn } from "../../text/text.ts";
import type { SubjectExport } from "./export.ts";
import type { VisitExport } from "./export-sql.ts";
import "../../text/audit-words.ts";
import "../../text/server.ts";

/** What is kept of a person as a page to read and to print, in Greek. */
export function subjectDocument({ madeAt, appointments, access }: SubjectExport): string {
  const t = textIn("el");
  const page = html`<html lang="el"><head><meta charset="utf-8"><title>${t("command.subject.title")}</title><style>${STYLE}</style></head>
<body><h1>${t("command.subject.title")}</h1>
<p>${t("command.subject.made", { at: moment(madeAt) })}</p>
${appointments.map((visit) => visitPart(visit, t))}
${access.map((seen) => accessPart(seen, t))}
</body></html>
`;
  return `<!doctype html>\n${page.markup}`;
}

const STYLE = html`body{font-family:system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;line-height:1.5}
h2{border-top:1px solid #888;padding-top:1em}dt{font-weight:600}dd{margin:0 0 .4em}`;

function visitPart(
  { office, service, appointment, history, letters, calls, owners, wish }: VisitExport,
  t: Text,
): Html {
  const { status, service: _code, version: _version, id: _id, ...columns } = appointment;
  const facts = { ...columns, service, status: t(`plan.status-${String(status) as "booked"}`) };
  return html`<section><h2>${office.name} (${office.code}), ${moment(String(appointment.starts_at))}</h2>
<dl>${factsOf(facts, t)}</dl>
<h3>${t("command.subject.history")}</h3>
<ul>${history.map((event) => eventPart(event, t))}</ul>
<h3>${t("command.subject.letters", { n: letters.length })}</h3>
${letters.map((letter) => html`<dl>${factsOf(letter, t)}</dl>`)}
<h3>${t("command.subject.calls", { n: calls.length })}</h3>
${calls.map((call) => html`<dl>${factsOf(call, t)}</dl>`)}
<h3>${t("command.subject.owners", { n: owners.length })}</h3>
<ul>${owners.map(({ way, since }) => html`<li>${t(`command.subject.owner-${way}`, { at: moment(since) })}</li>`)}</ul>
${wish && html`<h3>${t("command.subject.wish")}</h3><dl>${factsOf(wish, t)}</dl>`}
</section>`;
}

const accessPart = ({ office, entries }: SubjectExport["access"][number], t: Text): Html =>
  html`<section><h2>${t("command.subject.access", { office, n: entries.length })}</h2>
<ul>${entries.map(
    ({ at, act, by }) =>
      html`<li>${moment(at)}: ${t(`audit.act-${act}`)}${by === "employee" ? null : html` (${t(`audit.by-${by}`)})`}</li>`,
  )}</ul></section>`;

const factsOf = (facts: Readonly<Record<string, unknown>>, t: Text): Html[] =>
  Object.entries(facts).flatMap(([column, value]) =>
    shown(value) === "" ? [] : [html`<dt>${wordsOf(column, t)}</dt><dd>${shown(value)}</dd>`],
  );

const eventPart = ({ at, kind, changes }: VisitExport["history"][number], t: Text): Html =>
  html`<li>${moment(at)}: ${t(`panel.event-${kind as "booked"}`)}${Object.entries(changes).map(
    ([column, [from, to]]) =>
      html`<br>${wordsOf(column, t)}: ${shown(from) || t("panel.empty")} → ${shown(to) || t("panel.empty")}`,
  )}</li>`;

/** What has no words of ours is called as the JSON calls it. */
function wordsOf(column: string, t: Text): string {
  if (column in OTHERS) return t(OTHERS[column as keyof typeof OTHERS]);
  const label = columnLabel(column);
  return label ? t(`panel.${label}`) : column;
}

/** Of letters and calls, and what pages say in other words. */
const OTHERS = {
  starts_at: "command.subject.from",
  ends_at: "command.subject.to",
  created_at: "panel.created",
  address: "panel.email",
} as const;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(shownEntry).join("; ");
  if (typeof value === "object") return JSON.stringify(value);
  return INSTANT.test(String(value)) ? moment(String(value)) : String(value);
}

/** A code of the catalogue, or somebody who comes along, with theirs. */
const shownEntry = (entry: unknown): string =>
  typeof entry === "object" && entry !== null ? Object.values(entry).flat().filter(Boolean).join(" ") : String(entry);

function moment(text: string): string {
  const at = Temporal.Instant.from(text);
  const [year, month, day] = dateTextOf(at).split("-");
  return `${day}/${month}/${year}, ${clockTextOf(at)}`;
}
