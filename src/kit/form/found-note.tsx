import { useText } from "../text.tsx";
import type { Form } from "./form.ts";
import { RestartButton } from "./restart-button.tsx";
import "./form.css";

/** Says that unsaved typing is here again, with the way to begin anew. */
export function FoundNote({ form }: { form: Form }) {
  const t = useText();
  if (!form.isFound || !form.hasChanged) return null;
  return (
    <div className="note form-found">
      <p>{t("form.found")}</p>
      <RestartButton form={form} />
    </div>
  );
}
