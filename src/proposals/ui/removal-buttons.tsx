import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Exception } from "../../queues/contract.ts";
import { useLanguage, useText } from "../../web/text.tsx";
import { Button } from "../../web/ui/button.tsx";
import type { Changed } from "../contract.ts";
import { exceptionTime } from "./exception-words.ts";
import { queuesQuery } from "./queries.ts";
import { RulingDialog } from "./ruling-dialog.tsx";
import { useRuled } from "./use-ruled.ts";

interface RemovalButtonsProps {
  readonly office: string;
  readonly exception: Exception;
  readonly onRemoved?: () => void;
}

/** Takes away one exception, or with it those of its series. Who had come in extra hours gets a proposal first. */
export function RemovalButtons({ office, exception, onRemoved }: RemovalButtonsProps) {
  const t = useText();
  const { language } = useLanguage();
  const queues = useQuery(queuesQuery(office)).data?.queues;
  const ruled = useRuled(office);
  const [removing, setRemoving] = useState<"one" | "series" | null>(null);
  const queue = queues?.find(({ number }) => number === exception.queue)?.name ?? t("rules.whole-office");
  const of = { queue, when: exceptionTime(exception, language, t) };
  const done = (changed: Changed) => {
    setRemoving(null);
    ruled(changed, t("rules.done-removed"));
    onRemoved?.();
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
      {button("one", t("rules.remove"))}
      {exception.series && button("series", t("rules.remove-series"))}
      {removing && (
        <RulingDialog
          office={office}
          method="DELETE"
          path={`exceptions/${exception.id}${removing === "series" ? "?series=true" : ""}`}
          proposalPath={null}
          body={{}}
          title={t("rules.remove-title")}
          submitLabel={(count) => (count > 0 ? t("rules.remove-submit-move", { count }) : t("rules.remove-submit"))}
          onDone={done}
          onBack={() => setRemoving(null)}
        />
      )}
    </>
  );
}
