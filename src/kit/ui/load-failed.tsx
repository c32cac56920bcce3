import { sentenceOf } from "../failure.ts";
import { useText } from "../text.tsx";
import { Button } from "./button.tsx";
import { Message } from "./message.tsx";

interface LoadFailedProps {
  readonly error: Error;
  readonly title?: string;
  readonly level?: 1 | 2;
  readonly onRetry: () => void;
}

/** Nothing to show yet, and why; it also tries again by itself where the query is a polled one. */
export function LoadFailed({ error, title, level = 2, onRetry }: LoadFailedProps) {
  const t = useText();
  const text = sentenceOf(error, t, t("shell.noConnection"));
  return (
    <div role="alert">
      <Message title={title ?? t("shell.loadFailedTitle")} text={text} level={level}>
        <Button look="primary" onClick={onRetry}>
          {t("shell.retry")}
        </Button>
      </Message>
    </div>
  );
}
