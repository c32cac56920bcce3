import { useState } from "react";
import { useLanguage, useText } from "../../web/text.tsx";
import { Button } from "../../web/ui/button.tsx";
import { Field } from "../../web/ui/field.tsx";
import type { Queue, Queues } from "../contract.ts";
import { datesOf } from "./hours-draft.ts";
import { copied, type Target, WEEKDAYS, type Week, weekFrom } from "./hours-week.ts";
import type { HoursForm } from "./use-hours-form.ts";
import { weekdayName } from "./weekday-name.ts";

interface HoursCopyProps {
  readonly form: HoursForm;
  readonly page: Queues;
  readonly queue: Queue;
}

/** Hours as those of another queue, or of another weekday. */
export function HoursCopy({ form, page, queue }: HoursCopyProps) {
  const t = useText();
  const { language } = useLanguage();
  const others = page.queues.filter(({ number, archived, hours }) => number !== queue.number && !archived && hours[0]);
  const [source, setSource] = useState(others[0] ? `queue ${others[0].number}` : "day 1");
  const [target, setTarget] = useState("week");
  const copy = () => {
    const [kind, number] = source.split(" ");
    const week = copied(
      kind === "queue" ? weekOf(Number(number), form, page) : form.week,
      kind === "queue" ? null : Number(number),
      (Number(target) || target) as Target,
    );
    form.change({ edits: { ...form.draft.edits, ...week } });
  };
  return (
    <fieldset className="hours__copy">
      <legend className="lbl">{t("queues.copy")}</legend>
      <Field label={t("queues.copy-from")}>
        {(wiring) => (
          <select className="in" {...wiring} value={source} onChange={(event) => setSource(event.target.value)}>
            {others.map(({ number, name }) => (
              <option key={number} value={`queue ${number}`}>
                {name}
              </option>
            ))}
            {WEEKDAYS.map((day) => (
              <option key={day} value={`day ${day}`}>
                {weekdayName(day, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("queues.copy-to")}>
        {(wiring) => (
          <select className="in" {...wiring} value={target} onChange={(event) => setTarget(event.target.value)}>
            <option value="week">{t("queues.copy-week")}</option>
            <option value="workdays">{t("queues.copy-workdays")}</option>
            {WEEKDAYS.map((day) => (
              <option key={day} value={day}>
                {weekdayName(day, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button onClick={copy}>{t("queues.copy-now")}</Button>
    </fieldset>
  );
}

const weekOf = (number: number, { draft }: HoursForm, { queues, now }: Queues): Week =>
  weekFrom(queues.find((queue) => queue.number === number)?.hours ?? [], datesOf(draft, now.date).from || now.date);
