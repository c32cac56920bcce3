import { useText } from "../../../web/text.tsx";
import { Icon } from "../../../web/ui/icon.tsx";
import type { SaveFailure } from "./save-failure.ts";

interface FormMessageProps {
  readonly failure: SaveFailure | null;
  /** Of the faults that show */
  readonly errorCount: number;
}

/** Why nothing was saved, above the button that was pressed. */
export function FormMessage({ failure, errorCount }: FormMessageProps) {
  const sentence = useSentence(failure);
  const t = useText();
  const text = errorCount > 0 ? t("panel.errors-summary", { count: errorCount }) : sentence;
  return (
    <div role="alert">
      {text && (
        <p className="err err--form">
          <Icon name="warning" />
          {text}
        </p>
      )}
    </div>
  );
}

/** Faulty fields and lost places speak where they are. */
function useSentence(failure: SaveFailure | null): string | null {
  const t = useText();
  switch (failure?.kind) {
    case "no-connection":
      return t("panel.no-connection");
    case "signed-out":
      return t("panel.signed-out");
    case "refused":
    case "stale":
      return failure.sentence;
    default:
      return null;
  }
}
