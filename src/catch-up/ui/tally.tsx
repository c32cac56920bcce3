import { useId } from "react";
import { StatusGlyph } from "../../appointments/ui/status-glyph.tsx";
import { useText } from "../../kit/text.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { CatchUpState } from "./use-catch-up.ts";

/** «Θα καταχωριστούν»: what will be recorded, and how many rows stay as they are. */
export function Tally({ counts }: Pick<CatchUpState, "counts">) {
  const t = useText();
  const headingId = useId();
  return (
    <section className="tally sheet" aria-labelledby={headingId}>
      <h2 id={headingId}>{t("catchUp.tally")}</h2>
      <ul>
        {(["served", "arrived", "no-show"] as const).map((mark) => (
          <li key={mark}>
            <StatusGlyph status={mark} /> {t(`catchUp.tally-${mark}`)} <b>{counts[mark]}</b>
          </li>
        ))}
        <li>
          <Icon name="person" /> {t("catchUp.tally-walk-ins")} <b>{counts.walkIns}</b>
        </li>
        <li className="tally__rest">
          <StatusGlyph status="booked" /> {t("catchUp.tally-unmarked")} <b>{counts.unmarked}</b>
        </li>
      </ul>
      <p className="hint">{t("catchUp.tally-hint")}</p>
    </section>
  );
}
