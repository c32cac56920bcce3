import { z } from "zod";
import {
  line,
  optional,
  type Rule,
  required,
  serviceGroup,
  short,
  unchangedIfBlank,
  webAddress,
  yesOrNo,
} from "./cells.ts";
import { checkedRows } from "./checked-rows.ts";
import { SERVICE_SETTINGS } from "./office-settings.ts";
import type { Faulty, FileTable } from "./table-file.ts";
import { bringCell } from "./to-bring/items-to-bring.ts";

/** Columns of a catalogue of services, and what they must hold. Pure. */

const serviceCode: Rule<string> = (cell) => {
  if (typeof cell === "number") return { fault: "code-is-number" };
  return short((text) =>
    /^[a-z0-9][a-z0-9-]{0,39}$/.test(text) ? { value: text } : { fault: "service-code-malformed" },
  )(cell);
};

const serviceColumns = z.object({
  code: required(serviceCode),
  name: required(line(300)),
  short_name: required(line(40)),
  name_en: required(line(300)),
  minutes: required(SERVICE_SETTINGS.minutes.rule),
  bring: optional(bringCell),
  online_url: optional(webAddress),
  entrance_group: optional(serviceGroup),
  example: unchangedIfBlank(yesOrNo),
});
export type ServiceColumns = z.output<typeof serviceColumns>;

export interface CheckedServices extends Faulty {
  readonly services: readonly ServiceColumns[];
}

export function checkedServices(table: FileTable): CheckedServices {
  const { rows, faults } = checkedRows(table, serviceColumns, ["code", "name", "short_name", "name_en", "minutes"]);
  return { services: rows.map((row) => row.values), faults };
}
