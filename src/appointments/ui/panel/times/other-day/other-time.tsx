import { useId } from "react";
import { useText } from "../../../../../kit/text.tsx";
import { Button } from "../../../../../kit/ui/button.tsx";
import { DateField } from "../../../../../kit/ui/date-field.tsx";
import { Field } from "../../../../../kit/ui/field.tsx";
import { changedWish, type OtherWish } from "../other-wish.ts";
import type { TimesFieldProps } from "../times-props.ts";
import { DayGrid } from "./day-grid.tsx";
import { DayTimes } from "./day-times.tsx";
import { DayWithoutTimes } from "./day-without-times.tsx";
import { FreeCalendar } from "./free-calendar.tsx";
import { gridWeeks } from "./grid-days.ts";

const ANY = "any";

/** Any day, time and queue, from what is free: the day is typed, or chosen from weeks that show where there is room. */
export function OtherTime({ wish, ...props }: TimesFieldProps & { wish: OtherWish }) {
  const { times } = props;
  const { dispatch, terms } = times;
  const { now } = terms;
  const t = useText();
  const titleId = useId();
  const change = (changed: Partial<OtherWish>) => dispatch({ type: "other-wished", wish: changedWish(wish, changed) });
  const weeks = gridWeeks(wish.monday, {
    today: now.date,
    queue: wish.queue,
    days: times.other.data && times.otherDays,
    rooms: times.rooms.data?.days,
  });
  return (
    <div className="other-time" role="group" aria-labelledby={titleId} ref={intoView}>
      <div className="lrow">
        <p className="label" id={titleId}>
          {t("panel.other-time")}
        </p>
        <Button look="link" size="small" onClick={() => dispatch({ type: "back-to-list" })}>
          {t("panel.first-times-again")}
        </Button>
      </div>
      <div className="two-columns">
        <DateField
          label={t("panel.date")}
          isFirst
          min={now.date}
          value={wish.date}
          calendar={(calendar) => (
            <FreeCalendar {...calendar} terms={terms} fillings={times.fillings} queue={wish.queue} today={now.date} />
          )}
          onChange={(date) => change({ date })}
        />
        <QueueChoice {...props} wish={wish} onChange={(queue) => change({ queue })} />
      </div>
      <DayGrid
        weeks={weeks}
        monday={wish.monday}
        date={wish.date}
        today={now.date}
        onChoose={(date) => change({ date })}
        onTurn={(monday) => change({ monday })}
      />
      <DayWithoutTimes {...props} wish={wish} day={weeks.flat().find(({ date }) => date === wish.date) ?? null} />
      <DayTimes {...props} wish={wish} />
    </div>
  );
}

interface QueueChoiceProps extends TimesFieldProps {
  readonly wish: OtherWish;
  readonly onChange: (queue: number | null) => void;
}

/** Those that could serve; one that could not is named while it is the wish. */
function QueueChoice({ times, wish, queueName, onChange }: QueueChoiceProps) {
  const t = useText();
  const active = (times.rooms.data?.queues ?? []).filter((queue) => queue.active).map(({ number }) => number);
  const own = wish.queue === null || active.includes(wish.queue) ? [] : [wish.queue];
  return (
    <Field label={t("panel.queue")}>
      {(wiring) => (
        <select
          className="input"
          {...wiring}
          value={wish.queue ?? ANY}
          onChange={({ target }) => onChange(target.value === ANY ? null : Number(target.value))}
        >
          <option value={ANY}>{t("panel.any-queue")}</option>
          {[...own, ...active].map((queue) => (
            <option key={queue} value={queue}>
              {queueName(queue)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Day, weeks and times are seen together. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "start" });
