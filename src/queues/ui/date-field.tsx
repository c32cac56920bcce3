import { Field } from "../../web/ui/field.tsx";

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly min: string;
  readonly error?: string | undefined;
  readonly isFirst?: boolean;
  readonly onChange: (date: string) => void;
}

export const DateField = ({ label, value, min, error, isFirst = false, onChange }: DateFieldProps) => (
  <Field label={label} error={error}>
    {(wiring) => (
      <input
        className="in"
        type="date"
        {...wiring}
        data-autofocus={isFirst || undefined}
        min={min}
        max="2099-12-31"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
);
