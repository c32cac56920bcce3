import { useText } from "../../../web/text.tsx";
import { TextField } from "./text-field.tsx";
import type { DraftForm } from "./use-draft-form.ts";

export function ContactFields({ form }: { form: DraftForm }) {
  const t = useText();
  return (
    <div className="two">
      <TextField form={form} field="phone" label={t("panel.phone")} isOptional type="tel" />
      <TextField form={form} field="email" label={t("panel.email")} isOptional type="email" hint={t("panel.email-hint")} />
    </div>
  );
}
