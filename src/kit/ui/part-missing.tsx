import { useEffect, useState } from "react";
import { useText } from "../text.tsx";
import { isAnythingUnsaved } from "../unsaved.ts";
import { Button } from "./button.tsx";
import { Message } from "./message.tsx";

/**
 * A part's code did not come. Either there is no connection, or the platform was renewed since the page was opened and
 * no longer has this part of the old one: then the page is loaded anew, by itself as soon as nothing typed would be lost.
 * Either is over without anybody's doing: it is asked again and again.
 */
export function PartMissing({ onRetry }: { onRetry: () => void }) {
  const t = useText();
  const [answers, setAnswers] = useState<boolean | null>(null);
  useEffect(() => {
    let isLeft = false;
    let wasAway = false;
    const look = async () => {
      const does = await doesAnswer();
      if (isLeft) return;
      if (does && wasAway) return onRetry();
      wasAway = !does;
      if (does && mayReload()) location.reload();
      else setAnswers(does);
    };
    void look();
    const timer = setInterval(look, AGAIN_MS);
    addEventListener("online", look);
    return () => {
      isLeft = true;
      clearInterval(timer);
      removeEventListener("online", look);
    };
  }, [onRetry]);
  if (answers === null) return <p role="status">{t("shell.loading")}</p>;
  return (
    <div role="alert">
      <Message
        title={t(answers ? "shell.renewedTitle" : "shell.loadFailedTitle")}
        text={t(answers ? "shell.renewedText" : "shell.noConnection")}
      >
        {answers ? (
          <Button look="primary" onClick={() => location.reload()}>
            {t("shell.reload")}
          </Button>
        ) : (
          <Button look="primary" onClick={onRetry}>
            {t("shell.retry")}
          </Button>
        )}
      </Message>
    </div>
  );
}

const AGAIN_MS = 5_000;

const doesAnswer = (): Promise<boolean> =>
  fetch("/healthz", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );

const LAST = "reloaded-at";
/** A page that is renewed and still lacks the part is not renewed again and again. */
const RENEWED_MS = 60_000;

function mayReload(): boolean {
  if (isAnythingUnsaved()) return false;
  try {
    const last = Number(sessionStorage.getItem(LAST));
    if (Date.now() - last < RENEWED_MS) return false;
    sessionStorage.setItem(LAST, String(Date.now()));
    return true;
  } catch {
    // Without a memory it could go on for ever.
    return false;
  }
}
