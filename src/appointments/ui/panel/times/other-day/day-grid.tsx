import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { dayOfMonth, daysAfter, longDate, shortWeekday, weekday } from "../../../../../kit/dates.ts";
import { variables } from "../../../../../kit/place-style.ts";
import { directionOf } from "../../../../../kit/roving.ts";
import { useLanguage, useText } from "../../../../../kit/text.tsx";
import { Button } from "../../../../../kit/ui/button.tsx";
import { classes } from "../../../../../kit/ui/classes.ts";
import { Icon } from "../../../../../kit/ui/icon.tsx";
import { dayBy, mondayOf, weeksEarlier, weeksLater } from "../../../../../kit/weeks-range.ts";
import { fullWords, type GridDay, shortWords } from "./grid-days.ts";

interface DayGridProps {
  readonly weeks: readonly (readonly GridDay[])[];
  readonly monday: string;
  /** The day chosen; empty: none */
  readonly date: string;
  readonly today: string;
  readonly onChoose: (date: string) => void;
  readonly onTurn: (monday: string) => void;
}

const idOf = (date: string): string => `other-day-${date}`;

/** Once the day is chosen and drawn, whatever led to it may be gone. */
export const focusDay = (date: string): void => document.getElementById(idOf(date))?.focus();

/** Four weeks, each day with the number of its free times: one press, or the arrows, chooses it. */
export function DayGrid({ weeks, monday, date, today, onChoose, onTurn }: DayGridProps) {
  const t = useText();
  const { language } = useLanguage();
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    focusDay(wanted.current);
    wanted.current = null;
  });
  const tabStop = weeks.flat().some((day) => day.date === date) ? date : weeks.flat().find(isToCome)?.date;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = (event.target as HTMLElement).dataset.date;
    const direction = directionOf(event);
    if (!at || !direction) return;
    event.preventDefault();
    const to = dayBy(direction, at);
    wanted.current = to < today ? today : to;
    onChoose(wanted.current);
  };
  return (
    <table className="day-grid" onKeyDown={onKeyDown}>
      <caption className="visually-hidden">{t("panel.grid")}</caption>
      <thead>
        <tr>
          <td className="day-grid__turn">
            <Button
              isIcon
              size="small"
              look="ghost"
              aria-label={t("panel.grid-earlier")}
              isOff={monday <= mondayOf(today)}
              onClick={() => monday > mondayOf(today) && onTurn(weeksEarlier(monday))}
            >
              <Icon name="previous" />
            </Button>
            <Button
              isIcon
              size="small"
              look="ghost"
              aria-label={t("panel.grid-later")}
              onClick={() => onTurn(weeksLater(monday))}
            >
              <Icon name="next" />
            </Button>
          </td>
          {weeks[0]?.map((day) => (
            <th key={day.date} scope="col" abbr={weekday(day.date, language)}>
              {shortWeekday(day.date, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]?.date}>
            <th scope="row">{weekWords(days[0]?.date ?? monday)}</th>
            {days.map((day) => (
              <td key={day.date}>
                <button
                  type="button"
                  id={idOf(day.date)}
                  data-date={day.date}
                  className={classes("day-grid__day", `is-${day.state}`, day.date === today && "is-today")}
                  tabIndex={day.date === tabStop ? 0 : -1}
                  aria-pressed={day.date === date}
                  aria-current={day.date === today ? "date" : undefined}
                  aria-disabled={day.state === "past" || undefined}
                  onClick={() => isToCome(day) && onChoose(day.date)}
                >
                  <span className="visually-hidden">
                    {longDate(day.date, language)}, {fullWords(day, t)}
                  </span>
                  <Face day={day} words={shortWords(day, t)} />
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Face({ day: { date, state, free, share }, words }: { day: GridDay; words: string }) {
  return (
    <span className="day-grid__face" aria-hidden="true">
      <span>
        <b>{Number(date.slice(8))}</b> {state === "free" && <small>{free}</small>}
      </span>
      {state === "free" && <span className="day-grid__bar" style={variables({ "--left": share })} />}
      {words && <small className="day-grid__words">{words}</small>}
    </span>
  );
}

const isToCome = ({ state }: GridDay): boolean => state !== "past";

/** 30/11–06/12 */
const weekWords = (monday: string): string => `${dayOfMonth(monday)}–${dayOfMonth(daysAfter(monday, 6))}`;
