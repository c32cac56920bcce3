import { useId } from "react";
import { useText } from "../../kit/text.tsx";
import type { Mode } from "./decisions.ts";

const MODES = ["move", "stay"] as const;

/** «Μεταφέρονται τα υπάρχοντα» and «σταματούν τα νέα» are two clearly named choices. */
export function ExistingChoice({ mode, onChange }: { mode: Mode; onChange: (mode: Mode) => void }) {
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
            <small id={`${name}-${each}`}>{t(`rules.mode-${each}-hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
