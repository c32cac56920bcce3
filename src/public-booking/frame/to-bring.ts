import { type Html, html } from "../../platform/text/html.ts";
import { inGreekOrEnglish, withGreekBeside } from "../../text/local-names.ts";
import { type ItemToBring, itemsToBring, type JoinedItem, VISIT_CASES, type VisitCase } from "../../text/to-bring.ts";
import type { NamedService } from "../office-sql.ts";
import { icon } from "./icons.ts";
import { serviceInWords } from "./names.ts";
import type { PageReader } from "./reader.ts";

const itemsOf = (service: NamedService, visitCase: VisitCase | null): readonly JoinedItem[] =>
  itemsToBring(service.several ?? [service], visitCase);

/** What whoever comes for themselves brings, a line each. */
export const bringForOneself = (service: NamedService, reader: PageReader): readonly string[] =>
  itemsOf(service, "self").map(({ greek, english, mark }) => {
    const { language, translated, t } = reader;
    const words = inGreekOrEnglish(greek, english, language, translated(greek));
    return mark === null ? words : `${words} (${t(`letter.mark-${mark}`)})`;
  });

/**
 * «Να έχετε μαζί σας», of each case, of which the chosen one is shown; whatever knows no styles shows all with whose it is. Ticks
 * have no name: they are sent nowhere. Null: nothing is known.
 */
export function bringLists(service: NamedService, chosen: VisitCase, reader: PageReader): Html | null {
  const { t } = reader;
  const items = itemsOf(service, null);
  if (items.length === 0) return null;
  const isByCase = items.some(({ cases }) => cases.length < VISIT_CASES.length);
  const without = VISIT_CASES.filter((each) => items.every(({ cases }) => !cases.includes(each)));
  const lines = html`<ul class="bring__items">${items.map((item) => line(item, service, reader))}${
    without.length > 0
      ? html`<li class="${classOf(without)}">${t("visit.bring-none")}${only(without, reader)}</li>`
      : null
  }</ul>`;
  return html`${
    isByCase
      ? html`<fieldset class="bring"><legend class="small">${t("visit.case")}</legend> ${VISIT_CASES.map(
          (each) =>
            html`<input type="radio" name="case" id="case-${each}" value="${each}"${each === chosen ? html` checked` : null}><label for="case-${each}">${t(`visit.case-${each}`)}</label> `,
        )}${lines}</fieldset>`
      : lines
  }${meanings(items, reader)}`;
}

/** The same under its heading, of a visit. */
export function toBring(service: NamedService, chosen: VisitCase, reader: PageReader): Html | null {
  const lists = bringLists(service, chosen, reader);
  return lists && html`<h2>${reader.t("visit.bring")}</h2>${lists}`;
}

const classOf = (cases: readonly VisitCase[]): string => cases.map((each) => `for-${each}`).join(" ");

/** Styles show no other case's lines, and hide this. */
const only = (cases: readonly VisitCase[], { t }: PageReader): Html | null =>
  cases.length === VISIT_CASES.length
    ? null
    : html` <small class="only">(${cases.map((each) => t(`visit.case-${each}`)).join(", ")})</small>`;

function line(item: JoinedItem, service: NamedService, reader: PageReader): Html {
  const { mark, cases, services } = item;
  const names = service.several?.filter(({ code }) => services.includes(code)) ?? [];
  const of = names.length > 0 ? `${names.map((each) => serviceInWords(each, reader)).join(", ")}: ` : "";
  const words = html`<span>${of}${itemInWords(item, reader)}${only(cases, reader)}</span>`;
  const marked = mark === null ? null : html` <b class="mark mark--${mark}">${reader.t(`letter.mark-${mark}`)}</b>`;
  return html`<li class="${classOf(cases)}">${
    mark === "found"
      ? html`<span class="bring__found">${icon("yes")}${words}</span>`
      : html`<label><input type="checkbox">${words}</label>`
  }${marked}</li>`;
}

/** With the Greek words beside, for whoever shows it at the counter. */
const itemInWords = ({ greek, english }: ItemToBring, { language, translated }: PageReader): string =>
  withGreekBeside(inGreekOrEnglish(greek, english, language, translated(greek)), greek, language) ?? greek;

function meanings(items: readonly ItemToBring[], { t, trial }: PageReader): Html {
  const has = (mark: ItemToBring["mark"]) => items.some((item) => item.mark === mark);
  return html`${(["original", "print"] as const)
    .filter(has)
    .map(
      (mark) =>
        html`<p class="small"><b class="mark mark--${mark}">${t(`letter.mark-${mark}`)}</b> ${t(`visit.mark-${mark}`)}</p>`,
    )}<p class="small noprint">${t(
    "visit.ticks-stay",
  )}</p>${trial ? html`<p class="small">${t("visit.bring-examples")}</p>` : null}`;
}
