import { useId } from "react";
import type { Form } from "../../../../kit/form/form.ts";
import { TextInput } from "../../../../kit/form/inputs.tsx";
import { useText } from "../../../../kit/text.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Appointment } from "../../../contract.ts";
import { draftOf } from "./draft.ts";
import { namesakesToShow } from "./namesakes.ts";
import { NamesakesNote } from "./namesakes-note.tsx";
import { RepairDone, repairHint } from "./repair-hint.tsx";
import { SurnameField } from "./surname-field.tsx";
import { useNamesakes } from "./use-namesakes.ts";
import type { Repairs } from "./use-repairs.ts";

interface PersonFieldsProps {
  readonly form: Pick<Form, "values" | "errors" | "change" | "leave" | "fill">;
  readonly repairs: Repairs;
  readonly office: Office;
  readonly queueName: (queue: number) => string;
  /** The day that the form stands on */
  readonly date: string | null;
  /** A citizen at the counter, of whom the service is enough */
  readonly isNameOptional?: boolean;
  /** The work begins with the surname */
  readonly isFirst?: boolean;
  /** The one that is being changed */
  readonly own?: Appointment;
}

/**
 * The citizen, or a business and its representative, and how to reach them. The warning's link comes after
 * the fields, so that Tab leads from name to name to telephone for a clerk who types without looking.
 */
export function PersonFields({
  form,
  repairs,
  office,
  queueName,
  date,
  isNameOptional = false,
  isFirst = true,
  own,
}: PersonFieldsProps) {
  const t = useText();
  const noteId = useId();
  const draft = draftOf(form.values);
  const isBusiness = draft.party === "business";
  const isOptional = isNameOptional && !isBusiness;
  const coming = useNamesakes(office.code, draft, own?.id);
  const namesakes = namesakesToShow(coming, { phone: draft.phone, date });
  return (
    <>
      {isBusiness && (
        <div className="two-columns two-columns--wide">
          <TextInput
            form={form}
            field="business.name"
            label={t("panel.business-name")}
            hint={repairHint(repairs, "business.name")}
          />
          <TextInput form={form} field="business.afm" label={t("panel.afm")} isOptional inputMode="numeric" />
        </div>
      )}
      <div className="two-columns">
        <SurnameField
          form={form}
          repairs={repairs}
          office={office}
          label={t(isBusiness ? "panel.representative-last-name" : "panel.last-name")}
          describedBy={namesakes.length > 0 ? noteId : undefined}
          queueName={queueName}
          isNew={own === undefined}
          isOptional={isOptional}
          isFirst={isFirst}
        />
        <TextInput
          form={form}
          field="firstName"
          label={t(isBusiness ? "panel.representative-first-name" : "panel.first-name")}
          hint={repairHint(repairs, "firstName")}
          isOptional={isOptional}
        />
      </div>
      {isOptional && <p className="hint">{t("panel.name-optional")}</p>}
      <RepairDone result={repairs.done} />
      {isBusiness && <p className="hint">{t("panel.representative-hint")}</p>}
      <ContactFields form={form} repairs={repairs} />
      <NamesakesNote id={noteId} office={office.code} namesakes={namesakes} queueName={queueName} />
    </>
  );
}

function ContactFields({ form, repairs }: Pick<PersonFieldsProps, "form" | "repairs">) {
  const t = useText();
  const hintId = useId();
  return (
    <div>
      <div className="two-columns">
        <TextInput form={form} field="phone" label={t("panel.phone")} isOptional type="tel" />
        <TextInput
          form={form}
          field="email"
          label={t("panel.email")}
          hint={repairHint(repairs, "email")}
          isOptional
          type="email"
          describedBy={hintId}
        />
      </div>
      <p className="hint contact-hint" id={hintId}>
        {t("panel.email-hint")}
      </p>
    </div>
  );
}
