import { Space, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { COUNTED } from "../../statuses.ts";
import { StatusGlyph } from "../status-glyph.tsx";
import { useListedVisits } from "../waiting/use-listed-visits.ts";

/** How many are where, with an appointment or with a number, and the legend of the glyphs at once. What hardly happens is named when it has. */
export function DaySummary({ office, day }: { office: Pick<Office, "code">; day: Day }) {
  const t = useText();
  const { visits } = useListedVisits(office, day);
  return (
    <ul className="status-counts" aria-label={t("plan.summary")}>
      {COUNTED.map((status) => {
        const count = visits.filter((each) => each.status === status).length;
        if (status === "left" && count === 0) return null;
        return (
          <li key={status} title={t(`plan.sum-${status}`, { count })}>
            <StatusGlyph status={status} />
            <b>{count}</b>
            <Space />
            <span className="status-counts__word">{t(`plan.sum-${status}`, { count })}</span>
          </li>
        );
      })}
    </ul>
  );
}
