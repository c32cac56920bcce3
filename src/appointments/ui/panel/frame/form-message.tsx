import { useText } from "../../../../kit/text.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { SaveFailure } from "./save-failure.ts";

interface FormMessageProps {
  readonly failure: SaveFailure | null;
  /** Of the faults that show; absent: the form shows none */
  readonly errorCount?: number | undefined;
}

/** Why nothing was saved, above the button that was pressed. */
export function FormMessage({ failure, errorCount }: FormMessageProps) {
  const sentence = useSentence(failure, errorCount === undefined);
  const t = useText();
  const text = errorCount ? t("shell.faultyFields", { count: errorCount }) : sentence;
  return (
    <div role="alert">
      {text && (
        <p className="field-error field-error--form">
          <Icon name="warning" />
          {text}
        </p>
      )}
    </div>
  );
}

/** Lost places speak where they are, and so do faulty fields where there are any. */
function useSentence(failure: SaveFailure | null, isWithoutFields: boolean): string | null {
  const t = useText();
  switch (failure?.kind) {
    case "no-answer":
      return t("shell.noAnswerForm");
    case "signed-out":
      return t("shell.sessionOver");
    case "refused":
      return failure.problem.title;
    case "stale":
      return failure.sentence;
    case "fields":
      return isWithoutFields ? (failure.errors[0]?.message ?? null) : null;
    default:
      return null;
  }
}
