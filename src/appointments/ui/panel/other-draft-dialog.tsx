import { inCapitals } from "../../../platform/text/capitals.ts";
import { useText } from "../../../web/text.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import type { Draft } from "./draft.ts";

type Named = Pick<Draft, "lastName" | "firstName">;

interface OtherDraftProps {
  readonly other: Draft;
  readonly person: Named;
  readonly onContinue: () => void;
  readonly onReplace: () => void;
  readonly onBack: () => void;
}

/** Nothing typed is lost unasked. */
export function OtherDraftDialog({ other, person, onContinue, onReplace, onBack }: OtherDraftProps) {
  const t = useText();
  return (
    <Dialog title={t("search.draft-title")} onClose={onBack}>
      <p>{t("search.draft-text", { name: nameOf(other) })}</p>
      <div className="group">
        <Button onClick={onReplace}>{t("search.draft-replace", { name: nameOf(person) })}</Button>
        <Button look="primary" data-autofocus onClick={onContinue}>
          {t("search.draft-continue")}
        </Button>
      </div>
    </Dialog>
  );
}

const nameOf = ({ lastName, firstName }: Named): string => `${inCapitals(lastName)} ${firstName}`.trim();
