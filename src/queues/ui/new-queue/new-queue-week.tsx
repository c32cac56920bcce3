import { useState } from "react";
import type { Form } from "../../../kit/form/form.ts";
import { Radios } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Queues } from "../../contract.ts";
import { HoursDay } from "../hours/hours-day.tsx";
import { spanOfTimes } from "../hours/hours-draft.ts";
import { dayField, weekTexts } from "../hours/hours-texts.ts";
import { WEEKDAYS } from "../hours/hours-week.ts";
import { rangeOf } from "../week-strip.ts";
import { copiedTexts, copyable, NO_COPY, weekIn } from "./new-queue-texts.ts";

const WORKDAYS = WEEKDAYS.slice(0, 5);

/** Its hours: first like whose, then day by day. The weekend is there once it is asked for. */
export function NewQueueWeek({ form, page }: { form: Form; page: Queues }) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const week = weekIn(form.values);
  const isUsed = (day: number) => (week[day] ?? []).length > 0;
  const days = WEEKDAYS.filter((day) => isWhole || WORKDAYS.includes(day) || isUsed(day));
  const range = rangeOf(days.flatMap((day) => (week[day] ?? []).flatMap((times) => spanOfTimes(times) ?? [])));
  const sources = copyable(page);
  const copy = (_: string, key: string) => {
    const source = sources.find(({ number }) => String(number) === key);
    form.fill(source ? copiedTexts(source, page.now.date) : { copy: NO_COPY, ...weekTexts({}) });
  };
  return (
    <section aria-labelledby="new-queue-hours">
      <h3 id="new-queue-hours">{t("queues.act-hours")}</h3>
      <Radios
        form={{ ...form, change: copy }}
        field="copy"
        legend={t("queues.copy-of")}
        options={[
          ...sources.map(({ number, name }) => [String(number), name] as const),
          [NO_COPY, t("queues.copy-none")],
        ]}
      />
      <ul className="hours__days">
        {days.map((day) => (
          <HoursDay
            key={day}
            hours={{ form, week, setDay: (at, times) => form.change(dayField(at), JSON.stringify(times)) }}
            day={day}
            slot={Number(form.values.slotMinutes) || 1}
            range={range}
          />
        ))}
      </ul>
      {days.length < WEEKDAYS.length && (
        <p className="hint">
          {t("queues.weekend-closed")}{" "}
          <Button look="ghost" size="small" onClick={() => setWhole(true)}>
            {t("queues.weekend-add")}
          </Button>
        </p>
      )}
    </section>
  );
}
