import { useId } from "react";
import { Space, useText } from "../../kit/text.tsx";
import type { Mode } from "./decisions.ts";

/** What is open to nobody, or not to everybody, any more: a time, a queue, or a queue to citizens alone. */
export type Closes = "time" | "queue" | "hidden";

const MODES = ["move", "stay"] as const;

interface ExistingChoiceProps {
  readonly closes: Closes;
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}

/** «Μεταφέρονται τα υπάρχοντα» and «σταματούν τα νέα» are two clearly named choices. */
export function ExistingChoice({ closes, mode, onChange }: ExistingChoiceProps) {
  const t = useText();
  const name = useId();
  return (
    <fieldset className="choices choices--list">
      <legend className="label">{t("rules.existing")}</legend>
      {MODES.map((each) => (
        <label key={each} className="choice">
          <input
            type="radio"
            name={name}
            aria-describedby={`${name}-${each}`}
            checked={mode === each}
            onChange={() => onChange(each)}
          />
          <span>
            {t(`rules.mode-${each}`)}
            <Space />
            <small id={`${name}-${each}`}>{t(`rules.mode-${each}-${closes}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
