import { z } from "zod";
import { visitOfText } from "../../appointments/field/visit-services.ts";
import { formatReference, weekdayAndDate } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { clockTextOf, dateTextOf } from "../../platform/time.ts";
import { comma, inLine } from "../../text/languages.ts";
import type { WayOn } from "../choose/way.ts";
import { whenField } from "../choose/when.ts";
import type { FormRow } from "../form/form-sql.ts";
import { ADDRESS } from "../frame/address.ts";
import { icon } from "../frame/icons.ts";
import { nameOfOffice } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import { type AtLink, linkForm, partOf, versionField } from "./at-link.ts";
import { type OwnVisit, whenOf } from "./shown.ts";

/** What addresses of the weeks and days say: when they can come, and whether it is to take longer than it did. */
export const moveQuery = z.looseObject({
  when: whenField,
  longer: z.literal("yes").optional().catch(undefined),
});
type MoveQuery = z.infer<typeof moveQuery>;

/** The weeks and days of another time of an appointment. */
export const wayToMove = ({ token, mark }: Pick<AtLink, "token" | "mark">, { when, longer }: MoveQuery): WayOn => ({
  weeks: (on) => ADDRESS.linkWeeks(token, { on, when, longer }),
  with: (other) => ADDRESS.linkWeeks(token, { when: other, longer }),
  day: (date) => ADDRESS.linkDay(token, date, { when, longer }),
  hold: ADDRESS.link(token, "hold"),
  back: ADDRESS.link(token),
  fields: { ...(longer && { longer }) },
  when,
  next: ADDRESS.link(token, "move"),
  needs: ADDRESS.link(token, "needs"),
  mark,
  isNew: false,
});

interface Move {
  readonly visit: OwnVisit;
  readonly held: FormRow;
  /** They may move it once more, and this is it */
  readonly isLast: boolean;
}

/** «Να μεταφερθεί το ραντεβού;»: now and then, side by side. */
export function movePage({ visit, held, isLast }: Move, at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.move-title");
  const office = nameOfOffice(visit.place, reader);
  const then = { date: dateTextOf(held.starts_at), time: clockTextOf(held.starts_at) };
  const part = (name: string, when: string, look: "old" | "new", more: Html | null = null) =>
    html`<div class="${look}"><h2>${name}</h2><p class="when">${when}</p><p class="small">${office}</p>${more}</div>`;
  const isLonger = visitOfText(held.service).needs.length > visit.needs.filter((need) => need === "longer-time").length;
  const longer = isLonger ? html`<p class="small">${t("book.need-longer-time")}</p>` : null;
  const buttons = html`${versionField(visit.version)}<input type="hidden" name="hold" value="${held.appointment_id}"><input type="hidden" name="at" value="${then.date}T${then.time}"><div class="btns btns--fit"><button class="button button--go">${t(
    "visit.move-yes",
  )}</button> <a class="button" href="${partOf(at)}">${t("visit.move-no")}</a></div>`;
  const main = html`<h1>${title}</h1>
<div class="swap">${part(t("visit.now"), whenOf(visit, reader), "old")}${part(t("visit.new-time"), whenOf(then, reader), "new", longer)}</div>
<p>${t("visit.code-stays", { code: formatReference(visit.reference) })}</p>${isLast ? html`<p><b>${t("visit.moves-last")}</b></p>` : null}${linkForm(at, "move", buttons)}`;
  const back = reader.path(ADDRESS.linkDay(token, then.date, { longer: isLonger ? "yes" : undefined }));
  return citizensPage(
    { title, address: ADDRESS.link(token, "move"), back, above: heldBar(then, held, at), main },
    reader,
  );
}

function heldBar({ date, time }: { date: string; time: string }, held: FormRow, at: AtLink): Html {
  const { language, t } = at.reader;
  const chosen = html`<b class="nw">${inLine(language, weekdayAndDate(date, language), time)}</b>`;
  if (held.awaits_email)
    return html`<div class="hold noprint"><p>${icon("clock")}<span>${t("book.not-held")} ${chosen}. ${t("visit.held-once-moved")}</span></p></div>`;
  const until = held.held_until ? clockTextOf(held.held_until) : "";
  const more = html`<button class="textbtn">${t("visit.extend")}</button>`;
  return html`<div class="hold noprint"><p>${icon("clock")}<span>${t("visit.holding")} ${chosen}${comma(language)} ${t("visit.holding-until", { time: until })}</span></p>${held.is_extended ? null : linkForm(at, "extend", more)}</div>`;
}

/** The new time is held no more; nothing is lost. */
export function moveOverPage(at: AtLink): Html {
  const { reader, token } = at;
  const { t } = reader;
  const title = t("visit.move-over-title");
  const main = html`<h1>${title}</h1><p class="lead">${t("visit.move-over-text")}</p>${rows([
    { address: partOf(at, "days"), label: t("visit.move-again") },
    { address: partOf(at), label: t("visit.stale-see") },
  ])}`;
  return citizensPage({ title, address: ADDRESS.link(token, "move"), main }, reader);
}
