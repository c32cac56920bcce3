import { FormProblem } from "../../../../kit/form/form-problem.tsx";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import type { Language } from "../../../../text/text.ts";
import { ReadLine } from "../words/read-line.tsx";

interface SaveFootProps {
  readonly label: string;
  readonly isSaving: boolean;
  /** Why nothing was saved */
  readonly problem: string | null;
  readonly sentence?: string | null;
  readonly language?: Language;
  /** In a row of a list: smaller, and without the panel's key */
  readonly isInRow?: boolean;
}

/** Always in sight: why it was not saved, what to tell the citizen, and the button that says what it will do. */
export function SaveFoot({ label, isSaving, problem, sentence, language = "el", isInRow = false }: SaveFootProps) {
  const t = useText();
  return (
    <>
      <FormProblem sentence={problem} />
      {sentence && <ReadLine sentence={sentence} language={language} />}
      <Button
        type="submit"
        look="go"
        size={isInRow ? "normal" : "large"}
        aria-disabled={isSaving}
        aria-keyshortcuts={isInRow ? undefined : "Control+Enter"}
      >
        {isSaving ? t("shell.saving") : label} {!isInRow && <kbd aria-hidden="true">Ctrl ↵</kbd>}
      </Button>
    </>
  );
}
