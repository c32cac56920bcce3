import type { FigureCell, FigureTable } from "../../../kit/charts/figure-table.ts";
import type { Text } from "../../../text/text.ts";
import type { HowItWent, Spread } from "../../contract.ts";
import { percentOf } from "./percent.ts";

/** The figures above the pictures, each with its unit and with what it is of. */
export function keyFiguresTable(went: HowItWent, t: Text): FigureTable {
  const { capacity, onTime, left, turnedAway, arrivals, waits } = went;
  const unserved = { count: left + turnedAway, of: arrivals };
  const used = { count: capacity.servedMinutes, of: capacity.openMinutes };
  const spread = (name: string, unit: string, { median, nineOfTen, count }: Spread): FigureCell[] => [
    name,
    unit,
    median,
    nineOfTen,
    count,
  ];
  const minutes = t("went.unit-minutes");
  const days = t("went.unit-days");
  return {
    title: t("went.key-figures"),
    columns: [t("went.figure"), t("went.unit"), t("went.value"), t("went.nine-of-ten-up-to"), t("went.out-of")],
    rows: [
      [t("went.on-time"), "%", percentOf(onTime), "", onTime.of],
      spread(t("went.wait-appointment"), minutes, waits.appointment),
      spread(t("went.wait-walk-in"), minutes, waits.walkIn),
      spread(t("went.wait-late"), minutes, waits.lateAppointment),
      [t("went.unserved"), "%", percentOf(unserved), "", unserved.of],
      spread(t("went.peak"), t("went.unit-people"), went.peak),
      [t("went.used"), "%", percentOf(used), "", used.of],
      spread(t("went.overtime"), minutes, capacity.overtime),
      spread(t("went.third-free"), days, went.thirdFree),
    ],
  };
}
