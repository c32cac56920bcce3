import { useId } from "react";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import type { Text } from "../../../../text/text.ts";
import { focusAtOpening } from "../../first-letters.ts";
import { isSamePlace } from "../../plan-marks.ts";
import { gapPhrase } from "../words/gap.ts";
import { dayLabel } from "../words/when.ts";
import { placeKey } from "./place.ts";
import type { TimesFieldProps } from "./times-props.ts";
import type { Clash } from "./times-reducer.ts";

/** The place was lost at the last moment: its taker, and the nearest places, the first already chosen. */
export function Collision({ clash, ...props }: TimesFieldProps & { clash: Clash }) {
  const t = useText();
  return (
    <div className="note note--error clash" key={placeKey(clash.wished)}>
      <p role="alert">
        <b>{titleOf(clash, props.queueName, t)}</b> {takerOf(clash, t)}{" "}
        {t(props.times.list.length > 0 ? "panel.clash-kept" : "panel.clash-kept-none")}
      </p>
      {!props.times.state.other && props.times.list.length > 0 && <Alternatives {...props} clash={clash} />}
    </div>
  );
}

function Alternatives({ clash, times, queueName }: TimesFieldProps & { clash: Clash }) {
  const t = useText();
  const { language } = useLanguage();
  const name = useId();
  return (
    <div className="alternatives" role="radiogroup" aria-label={t("panel.clash-legend")} ref={focusAtOpening}>
      {times.list.map((slot, index) => (
        <label className="alternative" key={placeKey(slot)}>
          <input
            type="radio"
            name={name}
            checked={times.selected !== null && isSamePlace(times.selected, slot)}
            onChange={() => times.dispatch({ type: "chosen", slot })}
            aria-keyshortcuts={`Alt+${index + 1}`}
          />
          <span className="alternative__face">
            <b>{slot.time}</b>
            <span>
              {dayLabel(slot.date, times.terms.now.date, language)}, {queueName(slot.queue)}
              <small>{gapPhrase(clash.wished, slot, t)}</small>
            </span>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </span>
        </label>
      ))}
    </div>
  );
}

function titleOf({ isTaken, sentence, wished }: Clash, queueName: (queue: number) => string, t: Text): string {
  if (!isTaken) return sentence;
  return t("panel.clash-taken", { time: wished.time, queue: queueName(wished.queue) });
}

function takerOf({ taken }: Clash, t: Text): string {
  if (!taken) return "";
  if (taken.channel === "online" || taken.by === null) return t("panel.clash-web", { at: taken.at });
  return t("panel.clash-by", { at: taken.at, by: taken.by });
}
