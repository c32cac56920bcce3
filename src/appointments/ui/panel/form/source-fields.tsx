import type { FieldsForm } from "../../../../kit/form/form.ts";
import { useText } from "../../../../kit/text.tsx";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { draftOf } from "./draft.ts";

const MESSAGE_LANGUAGES = ["el", "en"] as const;
const STAFF_CHANNELS = ["phone", "email", "in-person"] as const;

/** How the appointment came to the office, and in which language its messages go out. */
export function SourceFields({ form }: { form: FieldsForm }) {
  const t = useText();
  const { channel, language } = draftOf(form.values);
  const channels = channel === "online" ? (["online"] as const) : STAFF_CHANNELS;
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
        options={MESSAGE_LANGUAGES.map((value) => ({ value, label: t(`panel.language-${value}`) }))}
        value={language}
        onChange={(value) => form.change("language", value)}
      />
    </>
  );
}
