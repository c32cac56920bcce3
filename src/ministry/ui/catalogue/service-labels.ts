import type { Text } from "../../../text/text.ts";

/** What the fields of a service are called, by their names in the catalogue. */
export const serviceLabels = (t: Text): Readonly<Record<string, string>> => ({
  code: t("ministry.service-code"),
  name: t("ministry.service-name"),
  shortName: t("ministry.service-short-name"),
  minutes: t("ministry.service-minutes"),
  nameEn: t("ministry.service-name-en"),
  toBring: t("ministry.service-bring"),
  onlineUrl: t("ministry.service-online-url"),
  entranceGroup: t("ministry.service-group"),
});
