import { useRef, useState } from "react";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Field } from "../../kit/ui/field.tsx";
import type { Office } from "../../offices/contract.ts";
import type { DiaryPreview, DiaryRow } from "../contract.ts";
import { NearestPlaces } from "./nearest-places.tsx";
import { changedFrom, type FieldName, fieldsOf, rowValues } from "./row-values.ts";
import { ServiceSelect } from "./service-select.tsx";
import type { Editing } from "./use-editing.ts";

interface RowFormProps {
  readonly row: DiaryRow;
  readonly office: Office;
  readonly columns: DiaryPreview["columns"];
  readonly editing: Editing;
}

/** A person's correction of one row. Enter leads on to the next row that needs one. */
export function RowForm({ row, office, columns, editing }: RowFormProps) {
  const t = useText();
  const [before] = useState(() => rowValues(row, columns));
  const [values, setValues] = useState(before);
  const [unread, setUnread] = useState<readonly FieldName[]>([]);
  const fields = fieldsOf(row);
  const apply = () => {
    const changed = changedFrom(before, values);
    setUnread(changed.unread);
    if (changed.unread.length === 0) editing.decide(row.row, changed.correction);
  };
  const errorOf = (name: FieldName) =>
    unread.includes(name) ? t(`field.diary-${name as "date" | "time"}-unread`) : problemOf(row, name);
  return (
    <form
      className="diary__form"
      aria-label={t("diary.editRow", { row: row.row })}
      ref={useFocusAtFault(row)}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") editing.close(row.row);
        // A key that is held down would decide about row after row.
        if (event.key === "Enter" && event.repeat) event.preventDefault();
      }}
    >
      <NearestPlaces row={row} editing={editing} />
      <div className="diary__fields">
        {fields.map((name) => (
          <Field key={name} label={t(`diary.${name}`)} error={errorOf(name)}>
            {(wiring) => (
              <input
                {...wiring}
                className="input"
                name={name}
                type={name === "phone" ? "tel" : "text"}
                autoComplete="off"
                spellCheck={false}
                value={values[name]}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <ServiceSelect
          label={t("diary.rowService")}
          error={problemOf(row, "service")}
          office={office}
          value={values.service}
          onChoose={(service) => setValues({ ...values, service })}
        />
      </div>
      <div className="group">
        <Button look="primary" type="submit">
          {t("diary.apply")}
        </Button>
        <Button onClick={() => editing.close(row.row)}>{t("diary.cancelEdit")}</Button>
        <span className="hint">{t("diary.enterHint")}</span>
      </div>
    </form>
  );
}

const problemOf = ({ problems }: DiaryRow, name: FieldName): string | undefined =>
  problems.find(({ field }) => field === name)?.message;

/** Once: at the first free time when there is one to take, else at the first field that is wrong. */
function useFocusAtFault({ problems, alternatives }: DiaryRow) {
  const isDone = useRef(false);
  return (form: HTMLFormElement | null): void => {
    if (!form || isDone.current) return;
    isDone.current = true;
    const faulty = problems.map(({ field }) => form.elements.namedItem(field)).find(Boolean);
    const field = (faulty ?? form.elements.namedItem("time")) as HTMLInputElement | null;
    if (alternatives.length > 0) form.querySelector("button")?.focus();
    else field?.focus();
    if (document.activeElement === field) field?.select();
  };
}
