import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import type { Language } from "../../../../text/text.ts";
import { ReadLine } from "../words/read-line.tsx";
import { FormMessage } from "./form-message.tsx";
import type { SaveFailure } from "./save-failure.ts";

interface SaveFootProps {
  readonly label: string;
  readonly isSaving: boolean;
  readonly failure: SaveFailure | null;
  /** Of the faults that show; absent: the form shows none */
  readonly errorCount?: number | undefined;
  readonly sentence?: string | null;
  readonly language?: Language;
}

/** Always in sight: why it was not saved, what to tell the citizen, and the button that says what it will do. */
export function SaveFoot({ label, isSaving, failure, errorCount, sentence, language = "el" }: SaveFootProps) {
  const t = useText();
  return (
    <>
      <FormMessage failure={failure} errorCount={errorCount} />
      {sentence && <ReadLine sentence={sentence} language={language} />}
      <Button type="submit" look="go" size="large" aria-disabled={isSaving} aria-keyshortcuts="Control+Enter">
        {isSaving ? t("shell.saving") : label} <kbd aria-hidden="true">Ctrl ↵</kbd>
      </Button>
    </>
  );
}
