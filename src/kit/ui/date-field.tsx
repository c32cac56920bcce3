import type { ReactNode } from "react";
import { typedDate } from "../../platform/text/typed-date.ts";
import { likelyToday, longDate, numericDate } from "../dates.ts";
import { useLanguage, useText } from "../text.tsx";
import { CalendarButton, type DrawCalendar } from "./calendar-button.tsx";
import { Field } from "./field.tsx";
import { useTyped } from "./use-typed.ts";

interface DateFieldProps {
  readonly label: string;
  /** "2026-12-16"; empty while nothing stands there that can be read */
  readonly value: string;
  readonly onChange: (date: string) => void;
  /** The first day that makes sense: of a date without a year the first such one from then on */
  readonly min?: string;
  readonly calendar?: DrawCalendar | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly name?: string;
  readonly isOptional?: boolean;
  readonly isFirst?: boolean;
}

/**
 * A date as people write it, whatever the browser's language: 16/12/2026, 16.12, 16122026, «Τετ 16/12», «Τετάρτη», or
 * from the calendar. Below it stands in words, so that nobody closes the twelfth of January for the first of December.
 */
export function DateField({
  label,
  value,
  onChange,
  min = likelyToday(),
  calendar,
  hint,
  error,
  ...of
}: DateFieldProps) {
  const t = useText();
  const { language } = useLanguage();
  const read = (text: string) =>
    typedDate(text, {
      earliest: Temporal.PlainDate.from(min),
      today: Temporal.PlainDate.from(likelyToday()),
    })?.toString() ?? "";
  const { text, isMissing, forget, enter, leave, type } = useTyped(value, read, onChange);
  const choose = (date: string) => {
    forget();
    onChange(date);
  };
  const missing = () => {
    if (text?.trim()) return t("shell.dateUnread");
    return of.isOptional ? error : t("field.date-required");
  };
  return (
    <Field
      label={label}
      isOptional={of.isOptional ?? false}
      hint={value ? <Words date={longDate(value, language)} hint={hint} /> : (hint ?? t("shell.dateHint"))}
      error={isMissing ? missing() : error}
    >
      {(wiring) => (
        <span className="date-field">
          <input
            className="input"
            {...wiring}
            aria-required={!of.isOptional}
            name={of.name}
            data-autofocus={of.isFirst || undefined}
            autoFocus={of.isFirst}
            autoComplete="off"
            spellCheck={false}
            value={text ?? (value && numericDate(value))}
            onChange={type}
            onFocus={({ target }) => {
              enter();
              // Another date takes the place of this one.
              target.select();
            }}
            onBlur={leave}
          />
          <CalendarButton
            date={value || min}
            today={likelyToday()}
            isBesideField
            calendar={calendar}
            onChoose={choose}
          />
        </span>
      )}
    </Field>
  );
}

const Words = ({ date, hint }: { date: string; hint: ReactNode }) => (
  <>
    <b>{date}</b>
    {hint && <>. {hint}</>}
  </>
);
