import type { Form } from "../../../kit/form/form.ts";
import { DateInput, Radios, TimeInput } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import type { DrawCalendar } from "../../../kit/ui/calendar-button.tsx";
import { TakenCalendar } from "../taken-calendar.tsx";
import { type ExceptionHours, queueIn } from "./exception-texts.ts";
import type { ExceptionState } from "./use-exception.ts";

/** The day, and the last one of several on end. */
export function DateFields({ form, earliest, office }: { form: Form; earliest: string; office: string }) {
  const t = useText();
  // What closes is asked of its appointments; who serves more hours has none then.
  const calendar: DrawCalendar | undefined =
    form.values.kind === "closed"
      ? (props) => <TakenCalendar {...props} office={office} queue={queueIn(form.values)} />
      : undefined;
  return (
    <div className="exception__pair">
      <DateInput form={form} field="date" label={t("rules.date")} min={earliest} calendar={calendar} />
      <DateInput
        form={form}
        field="lastDate"
        label={t("rules.last-date")}
        hint={t("rules.last-date-hint")}
        min={form.values.date || earliest}
        calendar={calendar}
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
