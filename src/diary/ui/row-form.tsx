import { useEffect, useRef, useState } from "react";
import type { Form } from "../../kit/form/form.ts";
import { TextInput } from "../../kit/form/inputs.tsx";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import type { Office } from "../../offices/contract.ts";
import type { Correction, DiaryPreview, DiaryRow } from "../contract.ts";
import { NearestPlaces } from "./nearest-places.tsx";
import { changedFrom, fieldsOf, rowValues, unreadIn } from "./row-values.ts";
import { ServiceSelect } from "./service-select.tsx";
import type { Editing } from "./use-editing.ts";
import { WhichDay } from "./which-day.tsx";

interface RowFormProps {
  readonly row: DiaryRow;
  readonly office: Office;
  readonly columns: DiaryPreview["columns"];
  readonly editing: Editing;
}

/** A clerk's correction of one row. Enter leads on to the next row that needs one. */
export function RowForm({ row, office, columns, editing }: RowFormProps) {
  const t = useText();
  const [before] = useState(() => rowValues(row, columns));
  const corrected = useForm<Correction>({
    key: useFormKey(`diary row ${row.row}`, office.code),
    begins: before,
    // Left without a decision, the row stays as it was.
    isWorthKeeping: () => false,
    faults: (values) => unreadIn(before, values).map((field) => ({ field, code: `diary-${field}-unread` })),
    send: async ({ values }) => changedFrom(before, values),
    onSaved: (correction) => editing.decide(row.row, correction),
  });
  const form: Form = { ...corrected, errors: { ...problemsOf(row), ...corrected.errors } };
  useFocusAtFault(form, row);
  return (
    <form
      className="diary__form"
      aria-label={t("diary.editRow", { row: row.label })}
      ref={form.ref}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") editing.close(row.row);
        // A key that is held down would decide about row after row.
        if (event.key === "Enter" && event.repeat) event.preventDefault();
      }}
    >
      <NearestPlaces row={row} editing={editing} />
      <WhichDay row={row} editing={editing} />
      <div className="diary__fields">
        {fieldsOf(row).map((name) => (
          <TextInput
            key={name}
            form={form}
            field={name}
            label={t(`diary.${name}`)}
            type={name === "phone" ? "tel" : "text"}
          />
        ))}
        <ServiceSelect
          label={t("diary.rowService")}
          error={form.errors.service}
          office={office}
          value={form.values.service ?? ""}
          onChoose={(service) => form.change("service", service)}
        />
      </div>
      <div className="group">
        <Button look="primary" type="submit">
          {t("diary.apply")}
        </Button>
        <Button onClick={() => editing.decide(row.row, { isLeftOut: true })}>{t("diary.leaveOutHere")}</Button>
        <Button look="ghost" onClick={() => editing.close(row.row)}>
          {t("diary.cancelEdit")}
        </Button>
        <span className="hint">{t("diary.enterHint")}</span>
      </div>
    </form>
  );
}

/** The first of each field. */
const problemsOf = ({ problems }: DiaryRow): Form["errors"] =>
  Object.fromEntries(problems.toReversed().map(({ field, message }) => [field, message]));

/** Once: at the first free time or day when there is one to take, else at the first field that is wrong. */
function useFocusAtFault({ ref }: Form, { problems, alternatives, days }: DiaryRow): void {
  const isDone = useRef(false);
  useEffect(() => {
    const form = ref.current;
    if (!form || isDone.current) return;
    isDone.current = true;
    const faulty = problems.map(({ field }) => form.elements.namedItem(field)).find(Boolean);
    const field = (faulty ?? form.elements.namedItem("time")) as HTMLInputElement | null;
    if (alternatives.length + days.length > 0) form.querySelector("button")?.focus();
    else field?.focus();
    if (document.activeElement === field) field?.select();
  });
}
