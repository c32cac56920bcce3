import type { ComponentProps } from "react";
import { Field } from "../../web/ui/field.tsx";
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
