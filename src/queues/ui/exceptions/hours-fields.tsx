import { useId, useState } from "react";
import { useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import { timeIn } from "../../../platform/text/typed-time.ts";
import type { ExceptionHours } from "./form.ts";
import type { ExceptionState } from "./use-exception.ts";

/** Today's rest, whole days, or from a time to a time; extra hours always have their times. */
export function HoursFields({ exception }: { exception: ExceptionState }) {
  const t = useText();
  const name = useId();
  const { form, change, rest, errors } = exception;
  const offered: readonly ExceptionHours[] = rest ? ["rest", "day", "times"] : ["day", "times"];
  return (
    <>
      {form.kind === "closed" && (
        <fieldset className="choices choices--list">
          <legend className="label">{t("rules.hours")}</legend>
          {offered.map((hours) => (
            <label key={hours} className="choice">
              <input type="radio" name={name} checked={form.hours === hours} onChange={() => change({ hours })} />
              {t(`rules.hours-${hours}`, { from: rest?.from ?? "", to: rest?.to ?? "" })}
            </label>
          ))}
        </fieldset>
      )}
      {form.hours === "times" && (
        <div className="exception__pair">
          <TimeField
            label={t("rules.from")}
            value={form.from}
            error={errors.from}
            onChange={(from) => change({ from })}
          />
          <TimeField label={t("rules.to")} value={form.to} error={errors.to} onChange={(to) => change({ to })} />
        </div>
      )}
    </>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** Typed as people write it, «930» or «9.30», and put in order on the way out. */
function TimeField({ label, value, error, onChange }: TimeFieldProps) {
  const t = useText();
  const [isLeft, setIsLeft] = useState(false);
  const isUnread = isLeft && timeIn(value) === null;
  const leave = () => {
    setIsLeft(true);
    const read = timeIn(value) ?? value;
    if (read !== value) onChange(read);
  };
  return (
    <Field label={label} error={isUnread ? t("rules.time-unread") : error}>
      {(wiring) => (
        <input
          className="input"
          {...wiring}
          autoComplete="off"
          inputMode="numeric"
          placeholder="09:30"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onFocus={() => setIsLeft(false)}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
