import { type ComponentProps, type ReactNode, useId } from "react";
import type { DrawCalendar } from "../ui/calendar-button.tsx";
import { DateField } from "../ui/date-field.tsx";
import { Field } from "../ui/field.tsx";
import { TimeField } from "../ui/time-field.tsx";
import { ChoiceError } from "./choice-error.tsx";
import type { FieldsForm } from "./form.ts";

/** Fields of a form. Browsers must not remember what was typed about other people. */

interface OfField {
  readonly form: FieldsForm;
  readonly field: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOptional?: boolean;
  /** The focus begins here */
  readonly isFirst?: boolean;
}

interface TextInputProps extends OfField, Omit<ComponentProps<"input">, "form"> {
  /** A hint that several fields share */
  readonly describedBy?: string | undefined;
}

export const TextInput = ({
  form,
  field,
  label,
  hint,
  isOptional = false,
  isFirst,
  describedBy,
  ...input
}: TextInputProps) => (
  <Field label={label} isOptional={isOptional} hint={hint} error={form.errors[field]}>
    {(wiring) => (
      <input
        className="input"
        autoComplete="off"
        spellCheck={false}
        aria-required={!isOptional}
        {...input}
        {...wiring}
        aria-describedby={[wiring["aria-describedby"], describedBy].filter(Boolean).join(" ") || undefined}
        name={field}
        data-autofocus={isFirst || undefined}
        value={form.values[field] ?? ""}
        onChange={({ target }) => form.change(field, target.value)}
        onBlur={() => form.leave(field)}
      />
    )}
  </Field>
);

export const DateInput = ({
  form,
  field,
  ...props
}: OfField & { readonly min?: string; readonly calendar?: DrawCalendar }) => (
  <DateField
    {...props}
    name={field}
    error={form.errors[field]}
    value={form.values[field] ?? ""}
    onChange={(date) => form.change(field, date)}
  />
);

export const TimeInput = ({ form, field, isFirst: _, ...props }: OfField & { readonly isEnd?: boolean }) => (
  <TimeField
    {...props}
    name={field}
    error={form.errors[field]}
    value={form.values[field] ?? ""}
    onChange={(time) => form.change(field, time)}
  />
);

export const LinesInput = ({ form, field, label, hint, isOptional = false }: OfField) => (
  <Field label={label} isOptional={isOptional} hint={hint} error={form.errors[field]}>
    {(wiring) => (
      <textarea
        className="input"
        rows={3}
        aria-required={!isOptional}
        {...wiring}
        name={field}
        value={form.values[field] ?? ""}
        onChange={({ target }) => form.change(field, target.value)}
        onBlur={() => form.leave(field)}
      />
    )}
  </Field>
);

interface SelectInputProps extends OfField {
  /** Each with its words */
  readonly options: readonly (readonly [string, string])[];
}

export const SelectInput = ({ form, field, label, hint, isOptional = false, isFirst, options }: SelectInputProps) => (
  <Field label={label} isOptional={isOptional} hint={hint} error={form.errors[field]}>
    {(wiring) => (
      <select
        className="input"
        {...wiring}
        name={field}
        data-autofocus={isFirst || undefined}
        value={form.values[field] ?? ""}
        onChange={({ target }) => form.change(field, target.value)}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
);

interface RadiosProps<Value extends string> {
  readonly form: FieldsForm;
  readonly field: string;
  readonly legend: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly hint?: string;
  readonly isFirst?: boolean;
  /** One below the other */
  readonly isList?: boolean;
}

export function Radios<Value extends string>({ form, field, legend, options, hint, ...look }: RadiosProps<Value>) {
  const { isFirst = false, isList = false } = look;
  const name = useId();
  const value = form.values[field];
  const error = form.errors[field];
  const describedBy = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(" ");
  const radios = options.map(([each, words]) => (
    <label key={each} className={isList ? "choice" : undefined}>
      <input
        type="radio"
        name={name}
        data-autofocus={(isFirst && each === value) || undefined}
        checked={each === value}
        onChange={() => form.change(field, each)}
      />
      {words}
    </label>
  ));
  return (
    <fieldset
      className={isList ? "choices choices--list" : undefined}
      aria-describedby={describedBy || undefined}
      data-faulty={error ? true : undefined}
    >
      <legend className="label">{legend}</legend>
      {isList ? radios : <div className="radios">{radios}</div>}
      <ChoiceError id={`${name}-error`} error={error} />
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
