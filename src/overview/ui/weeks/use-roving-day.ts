import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { isNarrow } from "../../../kit/narrow.ts";
import { directionOf } from "../../../kit/roving.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { dayBy, lastDayFrom, mondayOf, mondayShowing } from "../../../kit/weeks-range.ts";
import type { Weeks } from "../../contract.ts";
import { freeOn } from "../day-words.ts";
import { useWeeksAddress } from "./weeks-address.ts";

export const dayId = (date: string): string => `day-${date}`;

/** The one day of the weeks that is in the Tab order, whose times are listed; keys move it, over the edge too. */
export function useRovingDay({ days, now, next }: Weeks, monday: string) {
  const { showWeek, openDay } = useWeeksAddress();
  const [wished, setWished] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const isPressed = useRef(false);
  const at = days.find(({ date }) => date === wished)?.date ?? firstWithRoom(days, next.byPhone?.date);
  useLayoutEffect(() => {
    const day = wantsFocus.current && wished && document.getElementById(dayId(wished));
    if (!day) return;
    wantsFocus.current = false;
    day.focus();
  });
  useLayoutEffect(() => {
    if (!isPressed.current || !wished) return;
    isPressed.current = false;
    showTimesUnder(document.getElementById(dayId(wished)));
  });
  const go = (to: string, week: string) => {
    wantsFocus.current = true;
    setWished(to);
    if (week !== monday) showWeek(week);
  };
  useShortcuts({ KeyT: () => go(now.date, isShown(now.date, monday) ? monday : mondayOf(now.date)) });
  const onKeyDown = (event: KeyboardEvent) => {
    const date = dateOf(event.target);
    const direction = directionOf(event);
    const isEnter = event.key === "Enter" && isPlain(event);
    if (!date || (!direction && !isEnter)) return;
    event.preventDefault();
    if (!direction) return openDay(date);
    const target = dayBy(direction, date);
    go(target, mondayShowing(monday, target));
  };
  const show = (date: string) => {
    isPressed.current = true;
    setWished(date);
  };
  return { at, show, onKeyDown };
}

/** On a narrow screen a day's times stand under it, and those that close above may take it away from under the finger. */
function showTimesUnder(day: HTMLElement | null): void {
  if (!day || !isNarrow()) return;
  const { top, bottom } = day.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight / 2) day.scrollIntoView({ block: "start" });
}

const firstWithRoom = (days: Weeks["days"], preferred: string | undefined): string | undefined =>
  (days.find(({ date }) => date === preferred) ?? days.find((day) => freeOn(day) > 0) ?? days[0])?.date;

const isShown = (date: string, monday: string): boolean => date >= monday && date <= lastDayFrom(monday);

const dateOf = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.dataset.day : undefined;

const isPlain = ({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  !(ctrlKey || altKey || metaKey || shiftKey);
