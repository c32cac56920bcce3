import type { ComponentProps, ReactNode } from "react";
import { Field } from "../../../../kit/ui/field.tsx";
import type { DraftField } from "./draft.ts";
import type { DraftForm } from "./use-draft-form.ts";

interface TextFieldProps extends Omit<ComponentProps<"input">, "form"> {
  readonly form: DraftForm;
  readonly field: DraftField;
  readonly label: string;
  readonly isOptional?: boolean;
  readonly hint?: ReactNode;
  /** A hint that several fields share */
  readonly describedBy?: string;
}

/** One line of text of the form. Browsers must not remember what was typed about other people. */
export function TextField({ form, field, label, isOptional, hint, describedBy, ...input }: TextFieldProps) {
  return (
    <Field label={label} isOptional={isOptional} hint={hint} error={form.errorOf(field)}>
      {(wiring) => (
        <input
          className="input"
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...wiring}
          aria-describedby={[wiring["aria-describedby"], describedBy].filter(Boolean).join(" ") || undefined}
          name={field}
          value={form.draft[field]}
          onChange={(event) => form.change(field, event.target.value)}
          onBlur={() => form.leave(field)}
        />
      )}
    </Field>
  );
}
