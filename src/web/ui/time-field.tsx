import { type ReactNode, useState } from "react";
import { timeIn } from "../../platform/text/typed-time.ts";
import { useText } from "../text.tsx";
import { Field } from "./field.tsx";

interface TimeFieldProps {
  readonly label: string;
  /** "09:30"; empty while nothing stands there that can be read */
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly name?: string;
  readonly isOptional?: boolean;
}

/** A time of the day as hands type it, whatever the browser's language: 9, 930, 9.30, 09:30. */
export function TimeField({ label, value, onChange, hint, error, name, isOptional = false }: TimeFieldProps) {
  const t = useText();
  const [typed, setTyped] = useState<{ readonly text: string; readonly time: string } | null>(null);
  const [isLeft, setIsLeft] = useState(false);
  const current = typed?.time === value ? typed : null;
  const isUnread = isLeft && value === "" && (current?.text.trim() ?? "") !== "";
  const type = (text: string) => {
    const read = timeIn(text);
    const time = read === null || read === "24:00" ? "" : read;
    setTyped({ text, time });
    if (time !== value) onChange(time);
  };
  const leave = () => {
    setIsLeft(true);
    if (value !== "") setTyped(null);
  };
  return (
    <Field label={label} isOptional={isOptional} hint={hint} error={isUnread ? t("shell.timeUnread") : error}>
      {(wiring) => (
        <input
          className="in"
          {...wiring}
          name={name}
          autoComplete="off"
          inputMode="numeric"
          value={current?.text ?? value}
          onChange={({ target }) => type(target.value)}
          onFocus={() => setIsLeft(false)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
