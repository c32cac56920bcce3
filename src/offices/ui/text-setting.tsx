import type { ComponentProps } from "react";
import { Field } from "../../kit/ui/field.tsx";
import type { Section } from "./use-section.ts";

interface TextSettingProps extends ComponentProps<"input"> {
  readonly section: Section;
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
}

/** One line of text. */
export function TextSetting({ section, field, label, hint, ...input }: TextSettingProps) {
  return (
    <Field label={label} hint={hint} error={section.errors[field]}>
      {(wiring) => (
        <input
          className="input"
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...wiring}
          name={field}
          value={section.form.textOf(field)}
          onChange={(event) => section.change(field, event.target.value)}
          onBlur={() => section.leave(field)}
        />
      )}
    </Field>
  );
}
