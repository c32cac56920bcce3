import { useId } from "react";
import { useText } from "../../../kit/text.tsx";
import { TextField } from "./text-field.tsx";
import type { DraftForm } from "./use-draft-form.ts";

export function ContactFields({ form }: { form: DraftForm }) {
  const t = useText();
  const hintId = useId();
  return (
    <div>
      <div className="two">
        <TextField form={form} field="phone" label={t("panel.phone")} isOptional type="tel" />
        <TextField form={form} field="email" label={t("panel.email")} isOptional type="email" describedBy={hintId} />
      </div>
      <p className="hint" id={hintId}>
        {t("panel.email-hint")}
      </p>
    </div>
  );
}
