import { useText } from "../../web/text.tsx";
import type { Appointment } from "../contract.ts";
import { StatusGlyph } from "./status-glyph.tsx";

const SUMMED = ["booked", "arrived", "in-service", "served", "no-show"] as const;

/** How many are where, and the legend of the glyphs at once. */
export function DaySummary({ appointments }: { appointments: readonly Appointment[] }) {
  const t = useText();
  return (
    <ul className="legend" aria-label={t("plan.summary")}>
      {SUMMED.map((status) => {
        const count = appointments.filter((each) => each.status === status).length;
        return (
          <li key={status}>
            <StatusGlyph status={status} />
            <b>{count}</b> {t(`plan.sum-${status}`, { count })}
          </li>
        );
      })}
    </ul>
  );
}
