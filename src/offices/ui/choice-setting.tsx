import { useId } from "react";
import { useText } from "../../kit/text.tsx";
import type { Section } from "./use-section.ts";

interface ChoiceSettingProps {
  readonly section: Section;
  readonly field: string;
  readonly label: string;
}

const ANSWERS = ["yes", "no", "unknown"] as const;

/** Yes, no, or not known: silence is not a no. */
export function ChoiceSetting({ section, field, label }: ChoiceSettingProps) {
  const t = useText();
  const name = useId();
  const text = section.form.textOf(field);
  return (
    <fieldset className="settings__choice">
      <legend className="label">{label}</legend>
      <div className="settings__radios">
        {ANSWERS.map((answer) => (
          <label key={answer}>
            <input type="radio" name={name} checked={text === answer} onChange={() => section.change(field, answer)} />
            {t(`office.${answer}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
