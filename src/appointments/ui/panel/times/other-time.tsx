import { useId } from "react";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { DateField } from "../../../../kit/ui/date-field.tsx";
import { Field } from "../../../../kit/ui/field.tsx";
import { DayWithoutTimes } from "./day-without-times.tsx";
import { type OtherWish, queuesOn, timesFor } from "./other-time.ts";
import type { TimesFieldProps } from "./times-props.ts";

const ANY = "any";

/** Any day, time and queue, from what is free. */
export function OtherTime({ wish, ...props }: TimesFieldProps & { wish: OtherWish }) {
  const { times, dispatch, now, queueName } = props;
  const t = useText();
  const titleId = useId();
  const change = (changed: Partial<OtherWish>) => dispatch({ type: "other-wished", wish: { ...wish, ...changed } });
  const queues = [...new Set([...queuesOn(times.otherDay), ...(wish.queue === null ? [] : [wish.queue])])].sort(
    (a, b) => a - b,
  );
  return (
    <div className="other-time" role="group" aria-labelledby={titleId}>
      <div className="lrow">
        <p className="label" id={titleId}>
          {t("panel.other-time")}
        </p>
        <Button look="link" size="small" onClick={() => dispatch({ type: "back-to-list" })}>
          {t("panel.first-times-again")}
        </Button>
      </div>
      <div className="three">
        <DateField
          label={t("panel.date")}
          isFirst
          min={now.date}
          value={wish.date}
          onChange={(date) => date && change({ date })}
        />
        <Field label={t("panel.queue")}>
          {(wiring) => (
            <select
              className="input"
              {...wiring}
              value={wish.queue ?? ANY}
              onChange={({ target }) => change({ queue: target.value === ANY ? null : Number(target.value) })}
            >
              <option value={ANY}>{t("panel.any-queue")}</option>
              {queues.map((queue) => (
                <option key={queue} value={queue}>
                  {queueName(queue)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("panel.time")}>
          {(wiring) => (
            <select
              className="input"
              {...wiring}
              value={times.selected?.time ?? ""}
              onChange={({ target }) => change({ time: target.value })}
            >
              {timesFor(times.otherDay, wish.queue).map((time) => (
                <option key={time}>{time}</option>
              ))}
              {times.selected === null && <option value="">–</option>}
            </select>
          )}
        </Field>
      </div>
      <DayWithoutTimes {...props} wish={wish} />
    </div>
  );
}
