import { dayAndMonth } from "../../kit/dates.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { type Html, html } from "../../platform/text/html.ts";
import type { NearOffice } from "../earlier/offices-near.ts";
import type { Wish } from "../earlier/wish.ts";
import { wishFields } from "../earlier/wish-fields.ts";
import { textField } from "../frame/fields.ts";
import { list } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";
import type { TypedDays } from "./free-wish.ts";

export interface NotifyFields {
  readonly wish: Wish;
  readonly days: TypedDays;
  readonly choices: readonly NearOffice[];
  readonly errors: readonly FieldError[];
}

/** Weekdays, hours, offices, and between which days. */
export function notifyFields({ wish, days, choices, errors }: NotifyFields, reader: PageReader): Html {
  const { t } = reader;
  const day = (name: "first" | "last") =>
    textField(
      { name, label: t(`visit.notify-${name}`), value: days[name], type: "date", autocomplete: "off" },
      errors,
      reader,
    );
  return html`${wishFields({ wish, choices, errors }, reader)}
${day("first")}${day("last")}`;
}

/** The published order, as it is for everybody who waits. */
export const howItGoes = (last: string | null, offerMinutes: number, reader: PageReader): Html => {
  const { t, language } = reader;
  const ends = last === null ? [] : [t("visit.notify-ends", { day: dayAndMonth(last, language) })];
  return html`<h2>${t("visit.wish-how")}</h2>${list([
    t("visit.wish-order"),
    t("visit.wish-one-line"),
    `${t("visit.wish-held", { minutes: offerMinutes })} ${t("visit.wish-night")}`,
    t("visit.notify-three"),
    ...ends,
  ])}`;
};
