import { useText } from "../../../web/text.tsx";
import { Icon } from "../../../web/ui/icon.tsx";
import type { SaveFailure } from "./save-failure.ts";

interface FormMessageProps {
  readonly failure: SaveFailure | null;
  readonly errorCount: number;
  /** Only once saving was tried */
  readonly isRevealed: boolean;
}

/** Why nothing was saved, above the button that was pressed. */
export function FormMessage({ failure, errorCount, isRevealed }: FormMessageProps) {
  const sentence = useSentence(failure);
  const t = useText();
  const text = isRevealed && errorCount > 0 ? t("panel.errors-summary", { count: errorCount }) : sentence;
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

function useSentence(failure: SaveFailure | null): string | null {
  const t = useText();
  switch (failure?.kind) {
    case "no-connection":
      return t("panel.no-connection");
    case "signed-out":
      return t("panel.signed-out");
    case "refused":
      return failure.sentence;
    default:
      return null;
  }
}
