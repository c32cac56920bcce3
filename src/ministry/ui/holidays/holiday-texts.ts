import type { Texts } from "../../../kit/form/typing.ts";
import type { Closure, Holiday, HolidayRequest } from "../../contract.ts";

/** A holiday as the texts of its form, and back. Pure. */

export const emptyHoliday: Texts = { date: "", name: "", nameEn: "", closedFrom: "" };

export const holidayTexts = ({ date, name, nameEn, closedFrom }: HolidayRequest): Texts => ({
  date,
  name,
  nameEn,
  closedFrom: closedFrom === "00:00" ? "" : closedFrom,
});

export const holidayRequestOf = ({ date = "", name = "", nameEn = "", closedFrom }: Texts): HolidayRequest => ({
  date,
  name,
  nameEn,
  closedFrom: closedFrom || "00:00",
});

/** From when to when it closes, before the server has said it. */
export function holidayTimeIn(texts: Texts): Pick<Closure, "from" | "to"> {
  const { date, closedFrom } = holidayRequestOf(texts);
  return { from: `${date}T${closedFrom}`, to: `${date}T24:00` };
}

/** As it stands in the table. */
export const holidayRow = ({ date, name, nameEn, closedFrom }: Holiday): HolidayRequest => ({
  date,
  name,
  nameEn,
  closedFrom,
});
