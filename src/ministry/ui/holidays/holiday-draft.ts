import type { Holiday, HolidayRequest } from "../../contract.ts";
import type { Draft } from "../draft.ts";

export const emptyHoliday: Draft = { date: "", name: "", nameEn: "", closedFrom: "" };

export const holidayDraft = ({ date, name, nameEn, closedFrom }: HolidayRequest): Draft => ({
  ...{ date, name, nameEn, closedFrom: closedFrom === "00:00" ? "" : closedFrom },
});

export const holidayRequestOf = ({ date = "", name = "", nameEn = "", closedFrom }: Draft): HolidayRequest => ({
  ...{ date, name, nameEn, closedFrom: closedFrom || "00:00" },
});

/** As it stands in the table. */
export const holidayRow = ({ date, name, nameEn, closedFrom }: Holiday): HolidayRequest => ({
  ...{ date, name, nameEn, closedFrom },
});
