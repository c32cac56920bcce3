import { MONTH_FIELDS } from "../../../measures/open-data/fields.ts";
import type { Site } from "../open-data.ts";
import { fileAddress, LICENCE, STATISTICS_PATH } from "./addresses.ts";
import type { OpenMonths } from "./contract.ts";

/** What the columns say, as Table Schema, and the newest file of each month, as a Data Package. Pure. */

export const tableSchema = {
  $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
  fields: MONTH_FIELDS.map(({ name, type, description, values, required }) => ({
    name,
    type,
    description,
    ...((values || required) && {
      constraints: { ...(values && { enum: values }), ...(required && { required }) },
    }),
  })),
  missingValues: [
    { value: "", label: "not recorded, or not said of this row: not zero" },
    { value: "*", label: "withheld: one to seven people, or so few more that it could be" },
  ],
};

export const dataPackage = ({ months }: OpenMonths, site: Site): object => ({
  $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
  name: "kep-visits",
  title: "Visits at Citizen Service Centres (ΚΕΠ) by month",
  description:
    "Visits, waiting, no-shows and access, by office, month and group of services. Counts of fewer than eight are moved by one at most and withheld, all others are rounded to five; the nation's are exact where that tells nothing of any office.",
  licenses: [{ name: "CC-BY-4.0", path: LICENCE, title: "Creative Commons Attribution 4.0" }],
  resources: months.flatMap(({ month, versions: [newest] }) =>
    newest
      ? [
          {
            name: `visits-${month}`,
            path: site(fileAddress(month, "csv", newest.version)),
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes: newest.csv.bytes,
            hash: `sha256:${newest.csv.sha256}`,
            version: String(newest.version),
            dialect: { delimiter: ";", header: true },
            schema: site(`${STATISTICS_PATH}/schema.json`),
          },
        ]
      : [],
  ),
});
