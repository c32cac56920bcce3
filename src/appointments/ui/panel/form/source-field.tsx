import type { FieldsForm } from "../../../../kit/form/form.ts";
import { useText } from "../../../../kit/text.tsx";
import { APPOINTMENT_FIELDS } from "../../../field/fields.ts";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { draftOf } from "./draft.ts";

/** How the appointment came to the office. */
export function SourceField({ form }: { form: FieldsForm }) {
  const t = useText();
  const { channel } = draftOf(form.values);
  const channels = channel === "online" ? (["online"] as const) : APPOINTMENT_FIELDS.channel.typed.choices;
  return (
    <ChoiceRow
      legend={t("panel.source")}
      isLegendHidden
      look="segments"
      options={channels.map((value) => ({ value, label: t(`plan.channel-${value}`) }))}
      value={channel}
      onChange={(value) => form.change("channel", value)}
    />
  );
}
