import type { FieldsForm } from "../../../../kit/form/form.ts";
import { useText } from "../../../../kit/text.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { LANGUAGES, OWN_NAMES } from "../../../../text/languages.ts";
import { APPOINTMENT_FIELDS } from "../../../field/fields.ts";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { draftOf } from "./draft.ts";

/** How the appointment came to the office, and in which language its messages go out. */
export function SourceFields({ form, office }: { form: FieldsForm; office: Pick<Office, "languages"> }) {
  const t = useText();
  const { channel, language } = draftOf(form.values);
  const channels = channel === "online" ? (["online"] as const) : APPOINTMENT_FIELDS.channel.typed.choices;
  // One that the ministry has switched off since stays with the appointment that has it.
  const languages = LANGUAGES.filter((each) => each === language || office.languages.includes(each));
  return (
    <>
      <ChoiceRow
        legend={t("panel.source")}
        options={channels.map((value) => ({ value, label: t(`panel.channel-${value}`) }))}
        value={channel}
        onChange={(value) => form.change("channel", value)}
      />
      <ChoiceRow
        legend={t("panel.message-language")}
        options={languages.map((value) => ({ value, label: OWN_NAMES[value] }))}
        value={language}
        onChange={(value) => form.change("language", value)}
      />
    </>
  );
}
