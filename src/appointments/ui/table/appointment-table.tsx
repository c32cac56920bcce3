import { Fragment, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { longDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Appointment, Day } from "../../contract.ts";
import { useActs } from "../acts/use-acts.ts";
import { askInVain } from "../in-vain/in-vain-question.ts";
import { sortedBy } from "../look.ts";
import { useRebook } from "../panel/booking/use-rebook.ts";
import { useDayAddress, useDayNavigation } from "../use-day-navigation.ts";
import { TicketTableRow } from "../waiting/ticket-table-row.tsx";
import { useTicketsOf } from "../waiting/use-line.ts";
import { foldedRows } from "./earlier-rows.ts";
import { EarlierRows, NowRow } from "./earlier-rows-fold.tsx";
import { NoMatch } from "./no-match.tsx";
import type { RowAct } from "./row-acts.ts";
import { focusRow, rowAt, tableRowOf, useRowFocus } from "./row-focus.ts";
import { RowMenu } from "./row-menu.tsx";
import { fits, isDescending, isInTable, keyOf, type ListedRow, sortedRows, ticketVisit } from "./rows.ts";
import { COLUMN_WORDS, TableHead } from "./table-head.tsx";
import { AppointmentTableRow } from "./table-row.tsx";
import { useRowKeys } from "./use-row-keys.ts";
import { useRowWords } from "./use-row-words.ts";
import "../../../text/beside.ts";
import "./table.css";
import "./table-cards.css";

interface OpenMenu {
  readonly id: string;
  readonly trigger: HTMLElement;
}

/** A row for each appointment and number of the day that fits the filters; one row is in the Tab order, the arrows move it. */
export function AppointmentTable({ office, day }: { office: Office; day: Day }) {
  const t = useText();
  const { openAppointment, show } = useDayNavigation();
  const { search } = useDayAddress();
  const { rows: all, total, counter } = useRows(office, day);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const folding = foldedRows(all, day.date, day.now, search);
  const { earlier, before } = folding;
  const rows = isUnfolded ? all : folding.rows;
  const nowAt = before === null ? null : before + (isUnfolded ? earlier.length : 0);
  const [touched, setTouched] = useState<string>();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const acts = useActs(day.now);
  const rebook = useRebook();
  useLayoutEffect(() => {
    if (search.panel) tableRowOf(search.panel)?.scrollIntoView({ block: "nearest" });
  }, [search.panel]);
  const ids = rows.map(({ visit }) => visit.id);
  const { hold, release } = useRowFocus(ids);
  const keys = useRowKeys(rows, acts.onKey, (id, trigger) => setMenu({ id, trigger }));
  const tabStop = [touched, search.panel].find((id) => id !== undefined && ids.includes(id)) ?? ids[0];
  const inMenu = rows.find((row) => row.appointment !== null && row.appointment.id === menu?.id);
  const act = (what: RowAct, appointment: Appointment) => {
    if (what === "in-vain") askInVain({ appointment, ticket: null });
    else if (what === "history") openAppointment(appointment.id, "history");
    else acts.attempt(what, appointment);
  };
  const onFocus = (target: EventTarget) => {
    const id = rowAt(target);
    if (!id) return;
    hold(id);
    setTouched(id);
  };
  const unfold = () => {
    flushSync(() => setIsUnfolded(true));
    focusRow(earlier[0]?.visit.id ?? "");
  };
  if (all.length === 0) {
    const words = total.numbers > 0 ? "table.noMatchBoth" : "table.noMatchText";
    const count = total.appointments + total.numbers;
    return <NoMatch title={t("table.noMatchTitle")} text={t(words, { count })} />;
  }
  return (
    <>
      <div className="table sheet" onFocus={({ target }) => onFocus(target)} onBlur={release} {...keys}>
        <table>
          <Caption day={day} />
          <TableHead sort={search.sort} onSort={(key) => show({ sort: sortedBy(key, search.sort) })} />
          <tbody>
            {earlier.length > 0 && !isUnfolded && <EarlierRows earlier={earlier} onUnfold={unfold} />}
            {rows.map((row, index) => (
              <Fragment key={row.visit.id}>
                {index === nowAt && <NowRow time={day.now.time} />}
                {row.ticket && counter && (
                  <TicketTableRow {...{ office, day, row, counter }} isTabStop={row.visit.id === tabStop} />
                )}
                {row.appointment && (
                  <AppointmentTableRow
                    row={row}
                    now={day.now}
                    isTabStop={row.visit.id === tabStop}
                    isMenuOpen={row.visit.id === menu?.id}
                    isPending={acts.pendingOn === row.visit.id}
                    onAct={(what) =>
                      what === "rebook" ? rebook(row.appointment) : acts.attempt(what, row.appointment)
                    }
                    onMenu={(trigger) => setMenu({ id: row.visit.id, trigger })}
                  />
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {menu && inMenu?.appointment && (
        <RowMenu row={inMenu} now={day.now} trigger={menu.trigger} onAct={act} onClose={() => setMenu(null)} />
      )}
    </>
  );
}

function useRows(office: Office, day: Day) {
  const { search } = useDayAddress();
  const words = useRowWords(office, day);
  const { tickets, counter } = useTicketsOf(office.code, day);
  const all = day.appointments.filter(isInTable);
  const rows: ListedRow[] = [
    ...all.filter((appointment) => fits(appointment, search)).map(words.ofAppointment),
    ...tickets.filter((ticket) => fits(ticketVisit(ticket), search)).map(words.ofTicket),
  ];
  return {
    rows: sortedRows(rows, search.sort),
    total: { appointments: all.length, numbers: tickets.length },
    counter,
  };
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
