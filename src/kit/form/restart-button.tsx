import { flushSync } from "react-dom";
import { useText } from "../text.tsx";
import { Button } from "../ui/button.tsx";
import { focusFirstFieldIn } from "./focus.ts";
import type { Form } from "./form.ts";

/** Begins anew on what stands there, at the form's first field. */
export function RestartButton({ form }: { form: Form }) {
  const t = useText();
  const restart = () => {
    flushSync(form.discard);
    focusFirstFieldIn(form.ref.current);
  };
  return (
    <Button size="small" onClick={restart}>
      {t("form.restart")}
    </Button>
  );
}
