import { useId } from "react";
import { longDate } from "../../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../../kit/text.tsx";
import { inPartsOfDay } from "../../../../parts-of-day.ts";
import { changedWish, type OtherWish, timesFor } from "../other-wish.ts";
import type { TimesFieldProps } from "../times-props.ts";

/** The free times of the chosen day, each a button: morning, noon and afternoon, as far as there is any. */
export function DayTimes({ times, wish }: TimesFieldProps & { wish: OtherWish }) {
  const t = useText();
  const { language } = useLanguage();
  const name = useId();
  const free = timesFor(times.otherDay, wish.queue);
  if (free.length === 0) return null;
  const choose = (time: string) => times.dispatch({ type: "other-wished", wish: changedWish(wish, { time }) });
  return (
    <div
      className="day-times"
      role="radiogroup"
      aria-label={t("panel.times-of", { day: longDate(wish.date, language) })}
    >
      {inPartsOfDay(free).map((part) => (
        <div key={part.name} role="group" aria-labelledby={`${name}-${part.name}`}>
          <p id={`${name}-${part.name}`}>
            <b>{t(`panel.part-${part.name}`)}</b> <span>{t("panel.free", { count: part.times.length })}</span>
          </p>
          <div className="day-times__row">
            {part.times.map((time) => (
              <label className="day-times__time" key={time}>
                <input type="radio" name={name} checked={times.selected?.time === time} onChange={() => choose(time)} />
                <span>{time}</span>
              </label>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
