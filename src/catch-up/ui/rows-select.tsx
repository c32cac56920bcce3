import { useNavigate } from "@tanstack/react-router";
import { useId } from "react";
import type { Day } from "../../appointments/contract.ts";
import { useText } from "../../kit/text.tsx";
import type { CatchUpSearch, RowsShown } from "./catch-up-search.ts";
import { countIn, rowsShown, spanShown } from "./sheet-rows.ts";

interface RowsSelectProps {
  readonly office: string;
  readonly day: Day;
  readonly search: CatchUpSearch;
}

/** «Γραμμές»: those of the outage, of the day so far, or of all of it. */
export function RowsSelect({ office, day, search }: RowsSelectProps) {
  const t = useText();
  const navigate = useNavigate();
  const id = useId();
  const { from, to } = search;
  const shown: readonly RowsShown[] = [
    ...(from === undefined ? [] : (["outage"] as const)),
    ...(day.date === day.now.date ? (["now"] as const) : []),
    "day",
  ];
  const choose = (rows: string) =>
    void navigate({
      to: "/offices/$office/days/$date/catch-up",
      params: { office, date: day.date },
      search: { ...search, rows: shown.find((each) => each === rows) },
      replace: true,
    });
  return (
    <div className="rows-select page-head__end">
      <label htmlFor={id}>{t("catchUp.rows")}</label>
      <select id={id} className="input" value={rowsShown(search, day)} onChange={({ target }) => choose(target.value)}>
        {shown.map((rows) => {
          const count = countIn(day, spanShown(rows, search, day));
          return (
            <option key={rows} value={rows}>
              {t(`catchUp.rows-${rows}`, { count, from: from ?? "", to: to ?? "" })}
            </option>
          );
        })}
      </select>
    </div>
  );
}
