import { useId } from "react";

interface SwitchProps {
  readonly isOn: boolean;
  /** Its state as a word, beside it */
  readonly word: string;
  /** The switch's full name, for screen readers that do not see the row */
  readonly of: string;
  /** Why it can't be switched; it can still be reached, to hear that */
  readonly whyNot?: string | undefined;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ isOn, word, of, whyNot, onChange }: SwitchProps) {
  const whyId = useId();
  return (
    <>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-disabled={whyNot ? true : undefined}
        aria-describedby={whyNot ? whyId : undefined}
        className="switch"
        onClick={() => !whyNot && onChange(!isOn)}
      >
        <span className="switch__track" aria-hidden="true" />
        <span className="switch__word">{word}</span>
        <span className="visually-hidden">, {of}</span>
      </button>
      {whyNot && (
        <p className="hint" id={whyId}>
          {whyNot}
        </p>
      )}
    </>
  );
}
