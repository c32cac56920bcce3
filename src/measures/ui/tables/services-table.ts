import type { FigureTable } from "../../../kit/charts/figure-table.ts";
import type { Text } from "../../../text/text.ts";
import type { HowItWent } from "../../contract.ts";

type Service = HowItWent["services"][number];

/** From here on the catalogue is far from what a service takes */
const FAR = 0.2;

/** How long services take here, beside the catalogue. */
export const servicesTable = ({ services }: HowItWent, t: Text): FigureTable => ({
  title: t("went.services-caption"),
  columns: [
    t("went.service"),
    t("went.catalogue"),
    t("went.here"),
    t("went.far"),
    t("went.nine-of-ten-up-to"),
    t("went.visits"),
  ],
  rows: services.map((service) => [
    service.name,
    service.minutes,
    service.median,
    t(`went.${farOf(service)}`),
    service.nineOfTen,
    service.count,
  ]),
});

/** A word; pages put a shape beside it. */
export function farOf({ median, minutes }: Service): "longer" | "shorter" | "as-catalogued" {
  if (median === null) return "as-catalogued";
  if (median >= minutes * (1 + FAR)) return "longer";
  return median <= minutes * (1 - FAR) ? "shorter" : "as-catalogued";
}
