import { drawOptions } from "../../../draws/rule/options.ts";
import type { DrawGrid } from "../../../draws/wishes/choice.ts";
import { weekdayAndDate } from "../../../kit/dates.ts";
import type { FinderOffice } from "../../../offices/places/finder-office.ts";
import type { FieldError } from "../../../platform/refusal.ts";
import { type Html, html } from "../../../platform/text/html.ts";
import { inLine } from "../../../text/languages.ts";
import { ADDRESS } from "../../frame/address.ts";
import { errorWords } from "../../frame/fields.ts";
import { addressInWords, nameOfOffice } from "../../frame/names.ts";
import { hidden, unseen } from "../../frame/parts.ts";
import type { PageReader } from "../../frame/reader.ts";
import { dayPartWords, partEnd, partOfDayWords } from "../drawing-words.ts";
import { type ChoiceForm, pressedFields } from "./wish-form.ts";

export interface ChoiceShown {
  readonly form: ChoiceForm;
  readonly grid: DrawGrid;
  readonly offices: readonly FinderOffice[];
  readonly errors: readonly FieldError[];
  /** The button that was pressed last: whoever goes by keyboard goes on there. Null: another one */
  readonly act: string | null;
}

/** Choosing is putting in order: each day and office is a button, and what it says is its place in the order. */
export function choiceFields(shown: ChoiceShown, reader: PageReader): Html {
  const { form } = shown;
  const { t, path } = reader;
  // A key that sends a form presses its first button: this one, which changes nothing.
  return html`${unseen(pressedFields(form))}<button class="visually-hidden" name="act" value="show" tabindex="-1" aria-hidden="true">${t("drawWish.refresh")}</button>
${days(shown, reader)}
${officesPart(shown, reader)}
${firstPart(shown, reader)}
${searched(shown, reader)}
<label class="tick"><input type="checkbox" name="others" value="1"${form.others ? html` checked` : null}><span>${t("drawWish.others")}</span></label>
<p class="hint after-note">${t("drawWish.truth")} <a href="${path(ADDRESS.drawHow)}">${t("drawWish.truth-why")}</a></p>`;
}

function days({ form, grid, errors, act }: ChoiceShown, reader: PageReader): Html {
  const { t, language } = reader;
  const parts = [...new Set(grid.days.flatMap((day) => day.parts))].sort((a, b) => a - b);
  const cell = (date: string, part: number): Html => {
    const rank = form.dayParts.findIndex((dayPart) => String(dayPart) === `${date},${part}`) + 1;
    return rankButton(
      { value: `when ${date} ${part}`, rank, act },
      html`${rank > 0 ? html`<b>${rank}</b>` : t("drawWish.can")}${hidden(` ${dayPartWords([date, part], reader)}`)}`,
    );
  };
  return html`<h2 id="when-h">${t("drawWish.when")}</h2><p class="hint" id="when-hint">${t("drawWish.when-hint")}</p>${errorAt("dayParts", errors, reader)}
<table class="ranks" id="dayParts" tabindex="-1" aria-labelledby="when-h" aria-describedby="when-hint"><thead><tr><td></td>${parts.map(
    (part) =>
      html`<th scope="col">${partOfDayWords(part, reader)}<br>${partEnd(part) === "24:00" ? null : t("drawWish.until-time", { time: partEnd(part) })}</th>`,
  )}</tr></thead><tbody>${grid.days.map(
    (day) =>
      html`<tr><th scope="row">${weekdayAndDate(day.date, language)}</th>${parts.map(
        (part) => html`<td>${day.parts.includes(part) ? cell(day.date, part) : null}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

/** Where there is but one there is nothing to choose. */
function officesPart({ form, offices, errors, act }: ChoiceShown, reader: PageReader): Html | null {
  const { t } = reader;
  if (offices.length < 2) return null;
  return html`<h2 id="where-h">${t("drawWish.where")}</h2>${errorAt("offices", errors, reader)}<div role="group" id="offices" tabindex="-1" aria-labelledby="where-h">${offices.map(
    (office) => {
      const rank = form.offices.indexOf(office.code) + 1;
      const where = addressInWords(office, reader);
      const name = html`<span>${nameOfOffice(office, reader)}${where ? html` <small>${where}</small>` : null}</span>`;
      const inside = html`${rank > 0 ? html`<b>${rank}</b> ` : html`<span class="rank__none"></span>`}${name}`;
      return rankButton({ value: `office ${office.code}`, rank, act, look: " rank--wide" }, inside);
    },
  )}</div>`;
}

/** Asked where it makes a difference. */
function firstPart({ form, act }: ChoiceShown, { t }: PageReader): Html | null {
  if (form.offices.length < 2 || form.dayParts.length < 2) return null;
  const choice = (first: "day" | "office"): Html =>
    rankButton(
      { value: `first ${first}`, rank: form.first === first ? 1 : 0, act },
      html`${t(`drawWish.first-${first}`)}`,
    );
  return html`<h2 id="first-h">${t("drawWish.first")}</h2><div role="group" class="rank-row" aria-labelledby="first-h">${choice("day")}${choice("office")}</div>`;
}

interface RankButton {
  readonly value: string;
  /** From 1 on; 0: it is not chosen */
  readonly rank: number;
  readonly act: string | null;
  readonly look?: string;
}

const rankButton = ({ value, rank, act, look = "" }: RankButton, inside: Html): Html =>
  html`<button class="rank${look}" name="act" value="${value}" aria-pressed="${rank > 0 ? "true" : "false"}"${
    act === value ? html` autofocus` : null
  }>${inside}</button>`;

/** So many of the list are seen at once. */
const SHOWN = 12;

/** Not our model of it: the very list that the draw goes through. */
function searched({ form, grid, offices }: ChoiceShown, reader: PageReader): Html {
  const { t, language } = reader;
  const names = new Map(offices.map((office) => [office.code, nameOfOffice(office, reader)]));
  const all = grid.days.flatMap(({ date, parts }) => parts.map((part) => [date, part] as const));
  const found = drawOptions({ ...form, others: false }, all).map(({ office, date, part }) =>
    inLine(language, dayPartWords([date, part], reader), names.get(office)),
  );
  const lines = (from: number, to?: number) => found.slice(from, to).map((line) => html`<li>${line}</li>`);
  const rest =
    found.length > SHOWN
      ? html`<details><summary>${t("drawWish.search-more")}</summary><ol start="${SHOWN + 1}">${lines(SHOWN)}</ol></details>`
      : null;
  return html`<section class="seek" aria-labelledby="seek-h"><h2 id="seek-h">${t("drawWish.search")}</h2>${
    found.length === 0
      ? html`<p>${t("drawWish.search-none")}</p>`
      : html`<ol>${lines(0, SHOWN)}</ol>${rest}${form.others ? html`<p>${t("drawWish.search-others")}</p>` : null}`
  }</section>`;
}

export function errorAt(field: string, errors: readonly FieldError[], { language }: PageReader): Html | null {
  const error = errors.find((each) => each.field === field);
  return error ? html`<p class="field-error" id="${field}-error">${errorWords(error, language)}</p>` : null;
}
