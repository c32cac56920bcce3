import { PARTS_OF_DAY } from "../../appointments/parts-of-day.ts";
import { weekday } from "../../kit/dates.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { inLine } from "../../text/languages.ts";
import { localName } from "../../text/local-names.ts";
import { formatDistance } from "../find/distance.ts";
import { errorWords } from "../frame/fields.ts";
import type { PageReader } from "../frame/reader.ts";
import type { NearOffice } from "./offices-near.ts";
import { NOTICE_TIMES, WISH_DAYS, type Wish } from "./wish.ts";

interface WishFieldsInput {
  readonly wish: Wish;
  /** Where they may wish for a place, their own office first */
  readonly choices: readonly NearOffice[];
  readonly errors: readonly FieldError[];
}

/** What every wish says: on which days, in which hours, where, and how long before it has to be known. */
export function wishFields({ wish, choices, errors }: WishFieldsInput, reader: PageReader): Html {
  const { t, language } = reader;
  const days = WISH_DAYS.map((day) =>
    tick(`d${day}`, weekday(`2026-11-${22 + day}`, language), wish.weekdays.includes(day)),
  );
  const parts = PARTS_OF_DAY.map(({ name }) => tick(name, t(`book.${name}`), wish.parts.includes(name)));
  const notices = NOTICE_TIMES.map(
    (notice) =>
      html`<div class="ch"><input type="radio" name="notice" id="n-${notice}" value="${notice}"${wish.notice === notice ? html` checked` : null}><label for="n-${notice}">${t(`visit.wish-${notice}`)}</label></div>`,
  );
  return html`${group(t("visit.wish-days"), days, errorOf(errors, "d1", reader))}
${group(t("visit.wish-parts"), parts, errorOf(errors, "morning", reader))}
${officesGroup(choices, wish, errors, reader)}
${group(t("visit.wish-notice"), notices, null)}`;
}

/** Where there is but one there is nothing to choose. */
function officesGroup(
  choices: readonly NearOffice[],
  wish: Wish,
  errors: readonly FieldError[],
  reader: PageReader,
): Html | null {
  if (choices.length < 2) return null;
  const { t, language } = reader;
  const ticks = choices.map(({ id, code, km, ...named }) => {
    const name = inLine(language, localName(named, language), km === null ? null : formatDistance(km, reader));
    return tick(`o${code}`, name, wish.offices.includes(id));
  });
  return group(t("visit.wish-offices"), ticks, errorOf(errors, `o${choices[0]?.code}`, reader));
}

const tick = (name: string, label: string, isChecked: boolean): Html =>
  html`<label class="tick"><input type="checkbox" name="${name}" id="${name}" value="1"${isChecked ? html` checked` : null}><span>${label}</span></label>`;

interface FieldsetError {
  readonly id: string;
  readonly words: string;
}

const group = (legend: string, inside: readonly Html[], error: FieldsetError | null): Html =>
  html`<fieldset${error && html` class="fe" aria-describedby="${error.id}"`}><legend class="ql">${legend}</legend>${
    error && html`<p class="field-error" id="${error.id}">${error.words}</p>`
  }${inside}</fieldset>`;

function errorOf(errors: readonly FieldError[], field: string, { language }: PageReader): FieldsetError | null {
  const error = errors.find((each) => each.field === field);
  return error ? { id: `${field}-error`, words: errorWords(error, language) } : null;
}
