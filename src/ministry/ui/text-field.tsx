import type { ComponentProps } from "react";
import { DateField } from "../../kit/ui/date-field.tsx";
import { Field } from "../../kit/ui/field.tsx";
import { TimeField } from "../../kit/ui/time-field.tsx";
import type { RulingForm } from "./use-ruling.ts";

interface TextFieldProps extends Omit<ComponentProps<"input">, "form"> {
  readonly form: RulingForm;
  readonly field: string;
  readonly label: string;
  readonly isOptional?: boolean;
  readonly hint?: string;
}

export const TextField = ({ form, field, label, isOptional, hint, ...input }: TextFieldProps) => (
  <Field label={label} isOptional={isOptional ?? false} hint={hint} error={form.errors[field]}>
    {(wiring) => (
      <input
        className="in"
        autoComplete="off"
        {...input}
        {...wiring}
        name={field}
        value={form.draft[field] ?? ""}
        onChange={({ target }) => form.change(field, target.value)}
      />
    )}
  </Field>
);

type LinesFieldProps = Pick<TextFieldProps, "form" | "field" | "label" | "isOptional">;

export const LinesField = ({ form, field, label, isOptional }: LinesFieldProps) => (
  <Field label={label} isOptional={isOptional ?? false} error={form.errors[field]}>
    {(wiring) => (
      <textarea
        className="in"
        rows={3}
        {...wiring}
        name={field}
        value={form.draft[field] ?? ""}
        onChange={({ target }) => form.change(field, target.value)}
      />
    )}
  </Field>
);

type MomentFieldProps = Pick<TextFieldProps, "form" | "field" | "label" | "isOptional" | "hint">;

export const DayField = ({ form, field, ...props }: MomentFieldProps) => (
  <DateField
    {...props}
    name={field}
    error={form.errors[field]}
    value={form.draft[field] ?? ""}
    onChange={(date) => form.change(field, date)}
  />
);

export const HourField = ({ form, field, ...props }: MomentFieldProps) => (
  <TimeField
    {...props}
    name={field}
    error={form.errors[field]}
    value={form.draft[field] ?? ""}
    onChange={(time) => form.change(field, time)}
  />
);
