import { flushSync } from "react-dom";
import { useText } from "../text.tsx";
import { Button } from "../ui/button.tsx";
import { focusFirstFieldIn } from "./focus.ts";
import type { Form } from "./form.ts";
import "./form.css";

/** What was left unsaved is here again, with the way to begin anew. */
export function FoundNote({ form }: { form: Form }) {
  const t = useText();
  if (!form.isFound || !form.hasChanged) return null;
  const restart = () => {
    flushSync(form.discard);
    focusFirstFieldIn(form.ref.current);
  };
  return (
    <div className="note form-found">
      <p>{t("form.found")}</p>
      <Button size="small" onClick={restart}>
        {t("form.restart")}
      </Button>
    </div>
  );
}
