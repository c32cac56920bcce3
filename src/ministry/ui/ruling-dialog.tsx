import type { ReactNode } from "react";
import { useText } from "../../web/text.tsx";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import type { Preview } from "../contract.ts";
import { type Ruling, type RulingForm, useRuling } from "./use-ruling.ts";

interface RulingDialogProps {
  readonly title: string;
  readonly ruling: Ruling;
  readonly onClose: () => void;
  readonly fields: (form: RulingForm) => ReactNode;
  readonly consequence: (preview: Preview) => readonly string[];
  readonly submitLabel: (preview: Preview) => string;
}

/** What is asked for, what it concerns, and only then the act. */
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
        <div role="status">
          {preview && (
            <div className="note">
              <h3>{t("ministry.preview")}</h3>
              {consequence(preview).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          )}
        </div>
        <div role="alert">
          {(problem || count > 0) && (
            <p className="err">
              <Icon name="warning" />
              {problem ?? t("ministry.errors", { count })}
            </p>
          )}
        </div>
        <div className="group">
          <Button onClick={onClose}>{t("ministry.back")}</Button>
          <Button type="submit" look={preview ? "go" : "primary"} aria-disabled={isBusy}>
            <Label isBusy={isBusy} preview={preview} submitLabel={submitLabel} />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface LabelProps extends Pick<RulingDialogProps, "submitLabel"> {
  readonly isBusy: boolean;
  readonly preview: Preview | null;
}

function Label({ isBusy, preview, submitLabel }: LabelProps) {
  const t = useText();
  if (isBusy) return t(preview ? "shell.saving" : "ministry.checking");
  return preview ? submitLabel(preview) : t("ministry.check");
}
