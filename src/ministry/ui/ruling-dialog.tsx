import type { ReactNode } from "react";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import type { RulingPreview } from "../contract.ts";
import { Consequence, RefusalAlert, StepLabel } from "./ruling-parts.tsx";
import { type Ruling, type RulingForm, useRuling } from "./use-ruling.ts";

interface RulingDialogProps {
  readonly title: string;
  readonly ruling: Ruling;
  readonly onClose: () => void;
  readonly fields: (form: RulingForm) => ReactNode;
  readonly consequence: (preview: RulingPreview) => readonly string[];
  readonly submitLabel: (preview: RulingPreview) => string;
}

/** A ruling's form, then its consequence, and only then the act. */
export function RulingDialog({ title, ruling, onClose, fields, consequence, submitLabel }: RulingDialogProps) {
  const t = useText();
  const { form, preview, isBusy, problem, submit } = useRuling(ruling);
  const count = Object.keys(form.errors).length;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="ministry__form"
        noValidate
        // A key held down must not do what was not seen yet.
        onKeyDown={(event) => event.key === "Enter" && event.repeat && event.preventDefault()}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {fields(form)}
        <Consequence sentences={preview && consequence(preview)} />
        <RefusalAlert sentence={problem ?? (count > 0 ? t("shell.faultyFields", { count }) : null)} />
        <div className="group">
          <Button onClick={onClose}>{t("ministry.back")}</Button>
          <Button type="submit" look={preview ? "go" : "primary"} aria-disabled={isBusy}>
            <StepLabel isBusy={isBusy} preview={preview} submitLabel={submitLabel} />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
