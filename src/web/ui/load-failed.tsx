import { ApiProblem } from "../api.ts";
import { useText } from "../text.tsx";
import { Button } from "./button.tsx";
import { Message } from "./message.tsx";

/** Nothing to show yet, and why; it also tries again by itself where the query is a polled one. */
export function LoadFailed({ error, title, onRetry }: { error: Error; title?: string; onRetry: () => void }) {
  const t = useText();
  const text = error instanceof ApiProblem ? error.message : t("shell.noConnection");
  return (
    <div role="alert">
      <Message title={title ?? t("shell.loadFailedTitle")} text={text}>
        <Button look="primary" onClick={onRetry}>
          {t("shell.retry")}
        </Button>
      </Message>
    </div>
  );
}
