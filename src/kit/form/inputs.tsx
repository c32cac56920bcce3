import { type ComponentProps, type ReactNode, useId } from "react";
import { DateField } from "../ui/date-field.tsx";
import { Field } from "../ui/field.tsx";
import { TimeField } from "../ui/time-field.tsx";
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

export const DateInput = ({ form, field, ...props }: OfField & { readonly min?: string }) => (
  <DateField
    {...props}
    name={field}
    error={form.errors[field]}
    value={form.values[field] ?? ""}
    onChange={(date) => form.change(field, date)}
  />
);

export const TimeInput = ({ form, field, isFirst: _, ...props }: OfField) => (
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
        {...wiring}
        name={field}
        value={form.values[field] ?? ""}
        onChange={({ target }) => form.change(field, target.value)}
        onBlur={() => form.leave(field)}
      />
    )}
  </Field>
);

interface RadiosProps<Value extends string> {
  readonly form: FieldsForm;
  readonly field: string;
  readonly legend: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly isFirst?: boolean;
}

export function Radios<Value extends string>({ form, field, legend, options, isFirst = false }: RadiosProps<Value>) {
  const name = useId();
  const value = form.values[field];
  return (
    <fieldset>
      <legend className="label">{legend}</legend>
      <div className="radios">
        {options.map(([each, words]) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              data-autofocus={(isFirst && each === value) || undefined}
              checked={each === value}
              onChange={() => form.change(field, each)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
