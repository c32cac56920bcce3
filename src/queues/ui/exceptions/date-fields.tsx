import { useText } from "../../../kit/text.tsx";
import { DateField } from "../../../kit/ui/date-field.tsx";
import { withDate } from "./form.ts";
import type { ExceptionState } from "./use-exception.ts";

/** The day, and the last one of several on end. */
export function DateFields({
  exception: { form, change, errors },
  earliest,
}: {
  exception: ExceptionState;
  earliest: string;
}) {
  const t = useText();
  return (
    <div className="exception__pair">
      <DateField
        label={t("rules.date")}
        error={errors.date}
        min={earliest}
        value={form.date}
        onChange={(date) => change(withDate(form, date))}
      />
      <DateField
        label={t("rules.last-date")}
        error={errors.lastDate}
        hint={t("rules.last-date-hint")}
        min={form.date || earliest}
        value={form.lastDate}
        isOptional
        onChange={(lastDate) => change({ lastDate })}
      />
    </div>
  );
}

/** The same every week, and until when. */
export function WeeklyFields({ exception: { form, change, errors } }: { exception: ExceptionState }) {
  const t = useText();
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={form.isWeekly}
          onChange={({ target }) => change({ isWeekly: target.checked })}
        />
        {t("rules.weekly")}
      </label>
      {form.isWeekly && (
        <DateField
          label={t("rules.weekly-until")}
          error={errors.weeklyUntil}
          {...(form.date && { min: form.date })}
          value={form.weeklyUntil}
          onChange={(weeklyUntil) => change({ weeklyUntil })}
        />
      )}
    </>
  );
}
