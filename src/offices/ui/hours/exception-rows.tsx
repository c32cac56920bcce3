import { useId, useState } from "react";
import { daysInWords, likelyToday } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { DateField } from "../../../kit/ui/date-field.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { type DatedTexts, datedHoursIn } from "../../hours/dated-hours.ts";
import type { Tab } from "../tabs/use-tab.ts";
import { dayHoursOnScreen, rowsToCome, withNewRow, withoutRow, withRow } from "./typed-hours.ts";

const FIELD = "hoursExceptions";
const TEXTS = {
  counter: "office.hours-counter",
  telephone: "office.hours-telephone",
  reason: "office.hours-reason",
} as const;

/** Days with other hours, each a group of fields; those that are over are not among them. */
export function ExceptionRows({ tab: { form, settings } }: { tab: Tab }) {
  const t = useText();
  const errorId = useId();
  const addId = useId();
  const rows = rowsToCome(form.values[FIELD] ?? "", settings.hoursExceptions, likelyToday());
  const [keys, setKeys] = useState(() => rows.map((_, index) => index));
  const error = form.errors[FIELD];
  const change = (text: string) => form.change(FIELD, text);
  // One more than there are rows was saved or taken back meanwhile.
  const keyOf = (index: number) => keys[index] ?? `more-${index}`;
  const add = () => {
    setKeys([...rows.map((_, index) => keys[index] ?? index), Math.max(0, ...keys) + 1]);
    change(withNewRow(rows));
  };
  const remove = (index: number) => {
    setKeys(keys.filter((_, at) => at !== index));
    change(withoutRow(rows, index));
    form.leave(FIELD);
    // The button that was pressed goes away.
    document.getElementById(addId)?.focus();
  };
  return (
    <>
      {rows.length === 0 && <p className="hint">{t("office.hours-exceptions-none")}</p>}
      {rows.map((row, index) => (
        <ExceptionRow
          key={keyOf(index)}
          row={row}
          number={index + 1}
          errorId={error && "fault" in datedHoursIn(row) ? errorId : undefined}
          onChange={(part) => change(withRow(rows, index, part))}
          onLeave={() => form.leave(FIELD)}
          onRemove={() => remove(index)}
        />
      ))}
      {error && (
        <p className="field-error" id={errorId}>
          <Icon name="warning" />
          {error}
        </p>
      )}
      <p>
        <Button id={addId} onClick={add} aria-describedby={error ? errorId : undefined}>
          <Icon name="plus" />
          {t("office.hours-add")}
        </Button>
      </p>
    </>
  );
}

interface ExceptionRowProps {
  readonly row: DatedTexts;
  readonly number: number;
  /** Of a row that is faulty */
  readonly errorId: string | undefined;
  readonly onChange: (part: Partial<DatedTexts>) => void;
  readonly onLeave: () => void;
  readonly onRemove: () => void;
}

function ExceptionRow({ row, number, errorId, onChange, onLeave, onRemove }: ExceptionRowProps) {
  const t = useText();
  const { language } = useLanguage();
  const name = row.first
    ? daysInWords(row.first, row.last || row.first, language)
    : t("office.hours-number", { number });
  return (
    <fieldset
      className="hours-exception"
      data-faulty={errorId ? true : undefined}
      aria-describedby={errorId}
      onBlur={onLeave}
    >
      <legend className="visually-hidden">{name}</legend>
      <DateField
        label={t("office.hours-first")}
        value={row.first}
        onChange={(first) => onChange({ first })}
        name={FIELD}
      />
      <DateField
        label={t("office.hours-last")}
        value={row.last}
        onChange={(last) => onChange({ last })}
        min={row.first || likelyToday()}
        isOptional
      />
      {(["counter", "telephone", "reason"] as const).map((part) => (
        <Field key={part} label={t(TEXTS[part])}>
          {(wiring) => (
            <input
              className="input"
              autoComplete="off"
              {...wiring}
              placeholder={part === "reason" ? undefined : t("office.hours-as-usual")}
              value={shownPart(part)}
              onChange={({ target }) => onChange({ [part]: target.value })}
            />
          )}
        </Field>
      ))}
      <p>
        <Button onClick={onRemove} aria-label={t("office.hours-remove-label", { date: name })}>
          {t("office.hours-remove")}
        </Button>
      </p>
    </fieldset>
  );

  function shownPart(part: keyof typeof TEXTS): string {
    if (part === "reason") return row.reason;
    return row[part] === "closed" ? t("office.hours-closed") : dayHoursOnScreen(row[part]);
  }
}
