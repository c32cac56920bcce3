import { type ReactNode, useState } from "react";
import { longDate } from "../../../web/dates.ts";
import { useLanguage, useText } from "../../../web/text.tsx";
import { Field } from "../../../web/ui/field.tsx";
import { isReadDate, withDate } from "./form.ts";
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
  const { language } = useLanguage();
  return (
    <div className="exception__pair">
      <DateField
        label={t("rules.date")}
        error={errors.date}
        hint={isReadDate(form.date) && longDate(form.date, language)}
        min={earliest}
        value={form.date}
        onChange={(date) => change(withDate(form, date))}
      />
      <DateField
        label={t("rules.last-date")}
        error={errors.lastDate}
        hint={t("rules.last-date-hint")}
        min={form.date}
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
          min={form.date}
          value={form.weeklyUntil}
          onChange={(weeklyUntil) => change({ weeklyUntil })}
        />
      )}
    </>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly min: string;
  readonly error: string | undefined;
  readonly hint?: ReactNode;
  readonly isOptional?: boolean;
  readonly onChange: (date: string) => void;
}

/** As it is typed, part by part; what is no date yet is said on the way out. */
function DateField({ label, value, min, error, hint, isOptional = false, onChange }: DateFieldProps) {
  const t = useText();
  const [isLeft, setIsLeft] = useState(false);
  const isUnread = isLeft && !isReadDate(value) && !(isOptional && value === "");
  return (
    <Field label={label} hint={hint} error={isUnread ? t("field.date-required") : error}>
      {(wiring) => (
        <input
          className="in"
          type="date"
          {...wiring}
          min={min}
          max="2099-12-31"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onFocus={() => setIsLeft(false)}
          onBlur={() => setIsLeft(true)}
        />
      )}
    </Field>
  );
}
