import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Changed } from "../../../proposals/contract.ts";
import { RuleChangeDialog } from "../../../proposals/ui/rule-change-dialog.tsx";
import { useRulesChanged } from "../../../proposals/ui/use-rules-changed.ts";
import type { Exception } from "../../contract.ts";
import { queuesQuery } from "../queries.ts";
import { exceptionTime, isRunning } from "./exception-words.ts";

interface RemovalButtonsProps {
  readonly office: string;
  readonly exception: Exception;
  /** Its row goes away, and with it the button that was pressed */
  readonly onRemoved: () => void;
}

/** Takes away one exception, or with it those of its series; what runs ends now. Who had come in extra hours gets a proposal first. */
export function RemovalButtons({ office, exception, onRemoved }: RemovalButtonsProps) {
  const t = useText();
  const { language } = useLanguage();
  const { data } = useQuery(queuesQuery(office));
  const ruled = useRulesChanged(office);
  const [removing, setRemoving] = useState<"one" | "series" | null>(null);
  const isEnded = data !== undefined && isRunning(exception, data.now);
  const queue = data?.queues.find(({ number }) => number === exception.queue)?.name ?? t("rules.whole-office");
  const of = { queue, when: exceptionTime(exception, language, t) };
  const done = (changed: Changed) => {
    // While the dialog is open nothing behind it can have the focus.
    flushSync(() => setRemoving(null));
    ruled(changed, t(isEnded ? "rules.done-ended" : "rules.done-removed"));
    onRemoved();
  };
  const button = (what: "one" | "series", act: string) => (
    <Button
      size="small"
      look="danger"
      aria-label={t("rules.of-exception", { act, ...of })}
      onClick={() => setRemoving(what)}
    >
      {act}
    </Button>
  );
  return (
    <>
      {button("one", t(isEnded ? "rules.end-now" : "rules.remove"))}
      {exception.series && button("series", t("rules.remove-series"))}
      {removing && (
        <RuleChangeDialog
          office={office}
          method="DELETE"
          path={`exceptions/${exception.id}${removing === "series" ? "?series=true" : ""}`}
          proposalPath={null}
          version={exception.version}
          body={{}}
          closes="time"
          title={t(isEnded && removing === "one" ? "rules.end-title" : "rules.remove-title")}
          submitLabel={(count) => {
            const submit = isEnded && removing === "one" ? "rules.end-submit" : "rules.remove-submit";
            return count > 0 ? t(`${submit}-move`, { count }) : t(submit);
          }}
          onDone={done}
          onBack={() => setRemoving(null)}
        />
      )}
    </>
  );
}
