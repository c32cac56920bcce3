import type { FinderOffice } from "../../offices/places/finder-office.ts";
import { type Html, html } from "../../platform/text/html.ts";
import { ADDRESS } from "../frame/address.ts";
import { inGreek, nameOfOffice } from "../frame/names.ts";
import { rows } from "../frame/parts.ts";
import type { PageReader } from "../frame/reader.ts";

/** The way on for whoever's words name no place: all offices by region, each with its telephone. Null: none has a region. */
export function officesByRegion(
  offices: readonly FinderOffice[],
  service: string | undefined,
  reader: PageReader,
): Html | null {
  const { t, path } = reader;
  const counts = new Map<string, number>();
  for (const { region } of offices) if (region) counts.set(region, (counts.get(region) ?? 0) + 1);
  if (counts.size === 0) return null;
  const regions = [...counts].sort(([a], [b]) => a.localeCompare(b, "el"));
  return html`<h2>${t("finder.by-region")}</h2><p>${t("finder.by-region-text")}</p>${rows(
    regions.map(([region, count]) => ({
      address: path(ADDRESS.offices({ service, where: region })),
      label: t("finder.region", { region: inGreek(region, reader) }),
      small: t("finder.offices-count", { count }),
    })),
  )}`;
}

/** What can be typed, by an office that is found so: no example leads to nothing. */
export function whereHint(offices: readonly FinderOffice[], reader: PageReader): string | undefined {
  const office = offices.find(({ postcode }) => postcode !== null);
  if (!office?.postcode) return undefined;
  const postcode = office.postcode.replace(/^(...)/, "$1\u00a0");
  return reader.t("finder.where-hint", { place: nameOfOffice(office, reader), postcode });
}
