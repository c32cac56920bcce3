import { useRef } from "react";
import { flushSync } from "react-dom";
import { timeAt } from "../../../kit/dates.ts";
import type { Form } from "../../../kit/form/form.ts";
import type { Span } from "../../../kit/spans.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { timeIn } from "../../../platform/text/typed-time.ts";
import { weekdayName } from "../weekday-name.ts";
import { HoursBand } from "./hours-band.tsx";
import { furtherTimes } from "./hours-draft.ts";
import type { OpeningTimes } from "./hours-week.ts";
import type { HoursForm } from "./use-hours-form.ts";

/** Of a form of hours, what a weekday asks. */
export interface WeekForm extends Pick<HoursForm, "week" | "setDay"> {
  readonly form: Pick<Form, "errors" | "leave">;
}

interface HoursDayProps {
  readonly hours: WeekForm;
  readonly day: number;
  readonly slot: number;
  readonly range: Span;
}

/** A weekday's intervals: its band, whose edges can be dragged, and a pair of fields for each. */
export function HoursDay({ hours, day, slot, range }: HoursDayProps) {
  const t = useText();
  const { language } = useLanguage();
  const frame = useRef<HTMLLIElement>(null);
  const name = weekdayName(day, language);
  const times = hours.week[day] ?? [];
  const replace = (index: number, change: Partial<OpeningTimes>) =>
    hours.setDay(
      day,
      times.map((each, at) => (at === index ? { ...each, ...change } : each)),
    );
  const add = () => {
    flushSync(() => hours.setDay(day, [...times, furtherTimes(times)]));
    frame.current?.querySelector<HTMLElement>("li:last-of-type input")?.focus();
  };
  const remove = (index: number) => {
    flushSync(() =>
      hours.setDay(
        day,
        times.filter((_, at) => at !== index),
      ),
    );
    frame.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  };
  return (
    <li className="hours__day" ref={frame}>
      <h3>{name}</h3>
      <HoursBand
        times={times}
        range={range}
        slot={slot}
        day={name}
        onMove={(index, edge, minute) => replace(index, { [edge === "from" ? "opens" : "closes"]: timeAt(minute) })}
      />
      <ul className="hours__intervals">
        {times.map((each, index) => (
          <Interval
            // Fields are told apart by their place only.
            // biome-ignore lint/suspicious/noArrayIndexKey: two may hold the same while being typed
            key={index}
            hours={hours}
            day={day}
            index={index}
            name={name}
            times={each}
            onChange={(change) => replace(index, change)}
            onRemove={() => remove(index)}
          />
        ))}
      </ul>
      <div className="group">
        {times.length === 0 && <span>{t("queues.closed")}</span>}
        <Button size="small" data-add onClick={add} aria-label={t("queues.add-interval-on", { day: name })}>
          <Icon name="plus" />
          {t("queues.add-interval")}
        </Button>
      </div>
    </li>
  );
}

interface IntervalProps {
  readonly hours: WeekForm;
  readonly day: number;
  readonly index: number;
  readonly name: string;
  readonly times: OpeningTimes;
  readonly onChange: (change: Partial<OpeningTimes>) => void;
  readonly onRemove: () => void;
}

const EDGES = ["opens", "closes"] as const;

/** What can't be read is said once it is left, and at that time alone. */
function Interval({ hours, day, index, name, times, onChange, onRemove }: IntervalProps) {
  const t = useText();
  const field = `week.${day}.${index}`;
  const unread = EDGES.filter((which) => timeIn(times[which]) === null);
  const error = hours.form.errors[field];
  const errorId = `hours-${day}-${index}-error`;
  const words = { day: name, number: index + 1 };
  const isFaulty = (which: keyof OpeningTimes) => error && (unread.length === 0 || unread.includes(which));
  const input = (which: keyof OpeningTimes) => (
    <input
      className="input"
      inputMode="numeric"
      autoComplete="off"
      aria-label={t(`queues.${which}`, words)}
      aria-invalid={isFaulty(which) ? true : undefined}
      aria-describedby={isFaulty(which) ? errorId : undefined}
      value={times[which]}
      onChange={({ target }) => onChange({ [which]: target.value })}
      onBlur={({ target }) => {
        const time = timeIn(target.value);
        if (time === null && target.value.trim() !== "") hours.form.leave(field);
        if (time && time !== target.value) onChange({ [which]: time });
      }}
    />
  );
  return (
    <li>
      <div className="hours__times">
        {input("opens")}
        <span aria-hidden="true">–</span>
        {input("closes")}
        <Button size="small" look="ghost" isIcon onClick={onRemove} aria-label={t("queues.remove-interval", words)}>
          <Icon name="close" />
        </Button>
      </div>
      {error && (
        <p className="field-error" id={errorId}>
          <Icon name="warning" />
          {error}
        </p>
      )}
    </li>
  );
}
