import type { Form } from "../../../kit/form/form.ts";
import { DateInput, Radios, TimeInput } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import type { ExceptionHours } from "./exception-texts.ts";
import type { ExceptionState } from "./use-exception.ts";

/** The day, and the last one of several on end. */
export function DateFields({ form, earliest }: { form: Form; earliest: string }) {
  const t = useText();
  return (
    <div className="exception__pair">
      <DateInput form={form} field="date" label={t("rules.date")} min={earliest} />
      <DateInput
        form={form}
        field="lastDate"
        label={t("rules.last-date")}
        hint={t("rules.last-date-hint")}
        min={form.values.date || earliest}
        isOptional
      />
    </div>
  );
}

/** Today's rest, whole days, or from a time to a time; extra hours always have their times. */
export function HoursFields({ exception: { form, rest } }: { exception: ExceptionState }) {
  const t = useText();
  const { kind, hours } = form.values;
  const offered: readonly ExceptionHours[] = rest ? ["rest", "day", "times"] : ["day", "times"];
  return (
    <>
      {kind === "closed" && (
        <Radios
          form={form}
          field="hours"
          legend={t("rules.hours")}
          options={offered.map((each) => [
            each,
            t(`rules.hours-${each}`, { from: rest?.from ?? "", to: rest?.to ?? "" }),
          ])}
          isList
        />
      )}
      {hours === "times" && (
        <div className="exception__pair">
          <TimeInput form={form} field="from" label={t("rules.from")} />
          <TimeInput form={form} field="to" label={t("rules.to")} isEnd />
        </div>
      )}
    </>
  );
}

/** The same every week, and until when. */
export function WeeklyFields({ form, earliest }: { form: Form; earliest: string }) {
  const t = useText();
  const { date, isWeekly } = form.values;
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={isWeekly === "yes"}
          onChange={({ target }) => form.change("isWeekly", target.checked ? "yes" : "")}
        />
        {t("rules.weekly")}
      </label>
      {isWeekly && <DateInput form={form} field="weeklyUntil" label={t("rules.weekly-until")} min={date || earliest} />}
    </>
  );
}
