import type { Form } from "../../../kit/form/form.ts";
import { useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import type { Queues } from "../../contract.ts";

interface EmployeeFieldProps {
  readonly form: Form;
  readonly page: Queues;
  readonly label: string;
  /** The words for no choice */
  readonly none: string;
  readonly isFirst?: boolean;
}

/** Those who work in the office by the directory, each with the queues that are theirs already. */
export function EmployeeField({ form, page, label, none, isFirst = false }: EmployeeFieldProps) {
  const t = useText();
  const queuesOf = (id: number) =>
    page.queues.filter(({ archived, employee }) => !archived && employee?.id === id).map(({ name }) => name);
  const hint = page.employees.length === 0 ? t("queues.nobody-here") : undefined;
  return (
    <Field label={label} error={form.errors.employee} hint={hint}>
      {(wiring) => (
        <select
          className="input"
          {...wiring}
          data-autofocus={isFirst || undefined}
          value={form.values.employee}
          onChange={({ target }) => form.change("employee", target.value)}
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
