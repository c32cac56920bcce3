import { useId } from "react";
import { Space, useLanguage, useText } from "../../../../kit/text.tsx";
import { focusAtOpening } from "../../first-letters.ts";
import { isSamePlace } from "../../plan-marks.ts";
import { dayLabel } from "../words/when.ts";
import { placeKey } from "./place.ts";
import type { TimesFieldProps } from "./times-props.ts";

/** The times that are one key away. */
export function TimesList({
  times,
  queueName,
  isFocused,
  labelledBy,
  shownDate,
}: TimesFieldProps & { labelledBy: string }) {
  const { now, present } = times.terms;
  const t = useText();
  const { language } = useLanguage();
  const name = useId();
  // Where all are of the day that the plan shows, each need not say so to the eye.
  const isDaySeen = times.list.every(({ date }) => date === (shownDate ?? now.date));
  return (
    <div className="slots" role="radiogroup" aria-labelledby={labelledBy} ref={isFocused ? focusAtOpening : undefined}>
      {times.list.map((slot, index) => (
        <label className="slot" key={placeKey(slot)}>
          <input
            type="radio"
            name={name}
            checked={times.selected !== null && isSamePlace(times.selected, slot)}
            onChange={() => times.dispatch({ type: "chosen", slot })}
            aria-keyshortcuts={`Alt+${index + 1}`}
          />
          <span className="slot__face">
            <b>
              {slot.time}
              <kbd aria-hidden="true">{index + 1}</kbd>
            </b>
            <Space />
            <small className={isDaySeen ? "visually-hidden" : undefined}>
              {dayLabel(slot.date, now.date, language)}
            </small>
            <Space />
            <small>{queueName(slot.queue)}</small>
            <Space />
            {present && isSamePlace(present, slot) && (
              <small className="slot__present">{t("panel.time-present")}</small>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
