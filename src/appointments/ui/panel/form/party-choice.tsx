import type { FieldsForm } from "../../../../kit/form/form.ts";
import { useText } from "../../../../kit/text.tsx";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { draftOf } from "./draft.ts";

/** A citizen, or a business and its representative. */
export function PartyChoice({ form }: { form: Pick<FieldsForm, "values" | "change"> }) {
  const t = useText();
  return (
    <ChoiceRow
      legend={t("panel.for-whom")}
      isLegendHidden
      look="segments"
      options={[
        { value: "citizen", label: t("panel.citizen") },
        { value: "business", label: t("panel.business") },
      ]}
      value={draftOf(form.values).party}
      onChange={(party) => form.change("party", party)}
    />
  );
}
