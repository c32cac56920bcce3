interface SwitchProps {
  readonly isOn: boolean;
  /** Its state as a word, beside it */
  readonly word: string;
  /** What it switches, for who does not see the row */
  readonly of: string;
  readonly onChange: (isOn: boolean) => void;
}

export const Switch = ({ isOn, word, of, onChange }: SwitchProps) => (
  <button type="button" role="switch" aria-checked={isOn} className="switch" onClick={() => onChange(!isOn)}>
    <span className="switch__track" aria-hidden="true" />
    <span className="switch__word">{word}</span>
    <span className="vh">, {of}</span>
  </button>
);
