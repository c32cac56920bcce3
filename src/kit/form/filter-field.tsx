import type { ReactNode } from "react";
import { Field } from "../ui/field.tsx";

interface FilterFieldProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly onType: (sought: string) => void;
}

/** What is typed narrows a list at once: Enter sends no form in which it stands. */
export function FilterField({ label, value, onType }: FilterFieldProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          className="input"
          type="search"
          autoComplete="off"
          {...wiring}
          value={value}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
      )}
    </Field>
  );
}
