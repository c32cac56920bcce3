import { useText } from "../../../kit/text.tsx";
import type { Appointment } from "../../contract.ts";
import { COUNTED } from "../../statuses.ts";
import { StatusGlyph } from "../status-glyph.tsx";

/** How many are where, and the legend of the glyphs at once. What hardly happens is named when it has. */
export function DaySummary({ appointments }: { appointments: readonly Appointment[] }) {
  const t = useText();
  return (
    <ul className="status-counts" aria-label={t("plan.summary")}>
      {COUNTED.map((status) => {
        const count = appointments.filter((each) => each.status === status).length;
        if (status === "left" && count === 0) return null;
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
