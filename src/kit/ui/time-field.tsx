import type { ReactNode } from "react";
import { timeIn } from "../../platform/text/typed-time.ts";
import { useText } from "../text.tsx";
import { Field } from "./field.tsx";
import { useTyped } from "./use-typed.ts";

interface TimeFieldProps {
  readonly label: string;
  /** "09:30"; empty while nothing stands there that can be read */
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly name?: string;
  readonly isOptional?: boolean;
  /** Something ends then: the end of the day is one too */
  readonly isEnd?: boolean;
}

/** A time of the day as hands type it, whatever the browser's language: 9, 930, 9.30, 09:30. */
export function TimeField({ label, value, onChange, hint, error, name, ...of }: TimeFieldProps) {
  const t = useText();
  const { text, isMissing, enter, leave, type } = useTyped(value, of.isEnd ? endTime : timeOfDay, onChange);
  const isUnread = isMissing && text?.trim();
  return (
    <Field
      label={label}
      isOptional={of.isOptional ?? false}
      hint={hint}
      error={isUnread ? t("shell.timeUnread") : error}
    >
      {(wiring) => (
        <input
          className="input"
          {...wiring}
          aria-required={!of.isOptional}
          name={name}
          autoComplete="off"
          inputMode="numeric"
          value={text ?? value}
          onChange={type}
          onFocus={enter}
          onBlur={leave}
        />
      )}
    </Field>
  );
}

const endTime = (text: string): string => timeIn(text) ?? "";

/** The end of a day is no time at which anything begins. */
function timeOfDay(text: string): string {
  const time = timeIn(text);
  return time === null || time === "24:00" ? "" : time;
}
