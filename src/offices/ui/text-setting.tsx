import type { ComponentProps } from "react";
import { useText } from "../../web/text.tsx";
import { Field } from "../../web/ui/field.tsx";
import { textWords } from "./field-words.ts";
import { ReadOnly } from "./read-only.tsx";
import type { Section } from "./use-section.ts";

interface TextSettingProps extends ComponentProps<"input"> {
  readonly section: Section;
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
}

/** One line of text. */
export function TextSetting({ section, field, label, hint, ...input }: TextSettingProps) {
  const t = useText();
  const text = section.form.textOf(field);
  if (!section.form.canEdit) return <ReadOnly label={label}>{textWords(field, text, t)}</ReadOnly>;
  return (
    <Field label={label} hint={hint} error={section.errors[field]}>
      {(wiring) => (
        <input
          className="in"
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...wiring}
          name={field}
          value={text}
          onChange={(event) => section.change(field, event.target.value)}
          onBlur={() => section.leave(field)}
        />
      )}
    </Field>
  );
}
