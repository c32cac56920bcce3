import { useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import type { Queues } from "../../contract.ts";

interface EmployeeFieldProps {
  readonly page: Queues;
  readonly label: string;
  /** What no choice means */
  readonly none: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}

/** Who works in the office by the directory, with the queues that are hers already. */
export function EmployeeField({ page, label, none, value, error, isFirst = false, onChange }: EmployeeFieldProps) {
  const t = useText();
  const queuesOf = (id: number) =>
    page.queues.filter(({ archived, employee }) => !archived && employee?.id === id).map(({ name }) => name);
  return (
    <Field label={label} error={error} hint={page.employees.length === 0 ? t("queues.nobody-here") : undefined}>
      {(wiring) => (
        <select
          className="in"
          {...wiring}
          data-autofocus={isFirst || undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{none}</option>
          {page.employees.map(({ id, name }) => (
            <option key={id} value={id}>
              {[name, ...queuesOf(id)].join(", ")}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
