import { Link } from "@tanstack/react-router";
import { weekdayAndDate } from "../../../kit/dates.ts";
import { focusAtMount } from "../../../kit/focus.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { inCapitals } from "../../../platform/text/capitals.ts";
import type { DiaryUndone } from "../../contract.ts";

/** What was taken back, and by name what stays because somebody has worked on it since. */
export function UndoneNote({ office, undone }: { office: string; undone: DiaryUndone }) {
  const t = useText();
  const { language } = useLanguage();
  const { restored, staying, stayingCount } = undone;
  const isWhole = stayingCount === 0;
  return (
    <div className={classes("note", !isWhole && "note--warn", "diary__undone")} tabIndex={-1} ref={focusAtMount}>
      <p role="status">
        <b>{t("diary.undone", { count: restored })}</b> {!isWhole && t("diary.staying", { count: stayingCount })}
      </p>
      {!isWhole && (
        <ul>
          {staying.map(({ id, date, time, lastName, firstName }) => (
            <li key={id}>
              <Link to="/offices/$office/days/$date" params={{ office, date }}>
                {weekdayAndDate(date, language)}, {time}
              </Link>{" "}
              <b>{inCapitals(lastName)}</b> {firstName}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
