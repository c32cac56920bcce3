import { useLayoutEffect, useState } from "react";
import { longDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Appointment, Day } from "../../contract.ts";
import { useActs } from "../acts/use-acts.ts";
import { sortedBy } from "../look.ts";
import { useRebook } from "../panel/booking/use-rebook.ts";
import { useDayAddress, useDayNavigation } from "../use-day-navigation.ts";
import { NoMatch } from "./no-match.tsx";
import type { RowAct } from "./row-acts.ts";
import { rowAt, tableRowOf, useKeptRow } from "./row-focus.ts";
import { RowMenu } from "./row-menu.tsx";
import { fits, isDescending, isInTable, keyOf, type ListedAppointment, sortedRows } from "./rows.ts";
import { COLUMN_WORDS, TableHead } from "./table-head.tsx";
import { AppointmentTableRow } from "./table-row.tsx";
import { useRowKeys } from "./use-row-keys.ts";
import { useRowWords } from "./use-row-words.ts";
import "./table.css";
import "./table-cards.css";

interface OpenMenu {
  readonly id: string;
  readonly trigger: HTMLElement;
}

/** A row for each appointment of the day that fits the filters; one row is in the Tab order, the arrows move it. */
export function AppointmentTable({ office, day }: { office: Office; day: Day }) {
  const t = useText();
  const { openAppointment, show } = useDayNavigation();
  const { search } = useDayAddress();
  const { rows, total } = useRows(office, day);
  const [touched, setTouched] = useState<string>();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const acts = useActs(day.now);
  const rebook = useRebook();
  useLayoutEffect(() => {
    if (search.panel) tableRowOf(search.panel)?.scrollIntoView({ block: "nearest" });
  }, [search.panel]);
  const ids = rows.map(({ appointment }) => appointment.id);
  const { hold, release } = useKeptRow(ids);
  const keys = useRowKeys(rows, acts.onKey, (id, trigger) => setMenu({ id, trigger }));
  const tabStop = [touched, search.panel].find((id) => id !== undefined && ids.includes(id)) ?? ids[0];
  const inMenu = rows.find(({ appointment }) => appointment.id === menu?.id);
  const act = (what: RowAct, appointment: Appointment) =>
    what === "history" ? openAppointment(appointment.id, "history") : acts.attempt(what, appointment);
  const onFocus = (target: EventTarget) => {
    const id = rowAt(target);
    if (!id) return;
    hold(id);
    setTouched(id);
  };
  if (rows.length === 0)
    return <NoMatch title={t("table.noMatchTitle")} text={t("table.noMatchText", { count: total })} />;
  return (
    <>
      <div className="table sheet" onFocus={({ target }) => onFocus(target)} onBlur={release} {...keys}>
        <table>
          <Caption day={day} />
          <TableHead sort={search.sort} onSort={(key) => show({ sort: sortedBy(key, search.sort) })} />
          <tbody>
            {rows.map((row) => (
              <AppointmentTableRow
                key={row.appointment.id}
                row={row}
                now={day.now}
                isTabStop={row.appointment.id === tabStop}
                isMenuOpen={row.appointment.id === menu?.id}
                isPending={acts.isPending}
                onAct={(what) => (what === "rebook" ? rebook(row.appointment) : acts.attempt(what, row.appointment))}
                onMenu={(trigger) => setMenu({ id: row.appointment.id, trigger })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {menu && inMenu && (
        <RowMenu row={inMenu} now={day.now} trigger={menu.trigger} onAct={act} onClose={() => setMenu(null)} />
      )}
    </>
  );
}

function useRows(office: Office, day: Day): { rows: ListedAppointment[]; total: number } {
  const { search } = useDayAddress();
  const rowOf = useRowWords(office, day);
  const all = day.appointments.filter(isInTable);
  const rows = all.filter((appointment) => fits(appointment, search)).map(rowOf);
  return { rows: sortedRows(rows, search.sort), total: all.length };
}

function Caption({ day: { date } }: { day: Day }) {
  const t = useText();
  const { language } = useLanguage();
  const { sort = "time" } = useDayAddress().search;
  const values = { day: longDate(date, language), column: t(COLUMN_WORDS[keyOf(sort)]) };
  return (
    <caption className="visually-hidden">
      {t(isDescending(sort) ? "table.captionDescending" : "table.caption", values)}
    </caption>
  );
}
