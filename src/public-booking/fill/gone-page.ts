import { dayAndMonth, onDayInWords } from "../../kit/dates.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { timeButton, timeForm } from "../choose/time-form.ts";
import type { WayOn } from "../choose/way.ts";
import { ADDRESS } from "../frame/address.ts";
import { nameOfOffice, reasonInWords } from "../frame/names.ts";
import { citizensPage } from "../frame/page.ts";
import { rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { Instead } from "../hold/instead.ts";
import type { NamedService, PlaceToGo } from "../office-sql.ts";

interface Gone {
  readonly place: PlaceToGo;
  readonly service: NamedService;
  readonly instead: Instead;
  readonly way: WayOn;
  /** It was held for this browser until its ten minutes were over */
  readonly wasHeld: boolean;
  /** It has a form with something typed, which is kept */
  readonly hasTyped: boolean;
}

/** The time is not theirs, or not any more: nobody made a mistake, and what was typed is not lost. */
export function gonePage(gone: Gone, reader: PageReader): Html {
  const { instead, wasHeld } = gone;
  const { title, lead } = saidOf(gone, reader);
  const isStillFree = wasHeld && instead.isFree;
  const main = html`<h1>${title}</h1>${lead}${isStillFree ? again(gone, reader) : others(gone, reader)}
${isStillFree ? null : rows(waysOn(gone, reader))}`;
  const back = wasHeld ? null : reader.path(gone.way.weeks());
  return citizensPage({ title, address: null, back, main }, reader);
}

function saidOf(
  { place, instead, wasHeld, hasTyped }: Gone,
  reader: PageReader,
): { readonly title: string; readonly lead: Html | null } {
  const { language, t } = reader;
  const { date, time, closed, isFree, isTooSoon, choices } = instead;
  const office = nameOfOffice(place, reader);
  const day = onDayInWords(date, language);
  const kept = hasTyped ? html`<p>${t("book.kept-typed")}</p>` : null;
  if (closed !== null)
    return {
      title: t("book.closed-title", { office, day }),
      lead: html`<p class="note note--warn small">${t("book.closed-reason", { reason: reasonInWords(closed, reader) })}</p>${kept}`,
    };
  if (wasHeld && isFree) {
    const where = html`<p class="lead">${t("book.at-time", { day: dayAndMonth(date, language), time, office })}</p>`;
    return { title: t("book.over-free-title"), lead: html`${where}${kept}` };
  }
  if (isTooSoon) {
    const lead = choices.length > 0 ? html`<p class="lead">${t("book.too-soon-text")}</p>` : null;
    return { title: t("book.too-soon-title", { time }), lead: html`${lead}${kept}` };
  }
  if (wasHeld) return { title: t("book.over-title", { time }), lead: kept };
  const choose = html`<p class="lead">${t(hasTyped ? "book.taken-text" : "book.taken-choose")}</p>`;
  return { title: t("book.taken-title", { time }), lead: choices.length > 0 ? choose : kept };
}

/** As it was, for ten minutes more. */
function again({ service, instead, way }: Gone, reader: PageReader): Html {
  const { date, time } = instead;
  const button = timeButton({ date, time }, html`${reader.t("book.hold-again")}`, " button--go");
  const other = html`<a class="button" href="${reader.path(way.day(date))}">${reader.t("book.other-time")}</a>`;
  const form = { way, service: service.code };
  return timeForm(form, html`<div class="btns btns--fit">${button}${other}</div>`, reader);
}

function others({ service, instead, way }: Gone, reader: PageReader): Html {
  const { language, t } = reader;
  if (instead.choices.length === 0) return html`<p class="note note--warn">${t("book.none-instead")}</p>`;
  const groups = instead.choices.map(({ date, times }, index) => {
    const name =
      date === instead.date ? t("book.same-day", { day: dayAndMonth(date, language) }) : dayAndMonth(date, language);
    const buttons = times.map((time) => timeButton({ date, time }, html`${time}`));
    return html`<h2 id="day-${index}">${name}</h2><div class="times" role="group" aria-labelledby="day-${index}">${buttons}</div>`;
  });
  return timeForm({ way, service: service.code }, html`${groups}`, reader);
}

const waysOn = ({ place, service, way }: Gone, reader: PageReader) => [
  {
    address: reader.path(way.weeks()),
    label: reader.t("book.all-days", { office: nameOfOffice(place, reader) }),
  },
  { address: reader.path(ADDRESS.earliest({ service: service.code })), label: reader.t("book.earliest-near") },
];
