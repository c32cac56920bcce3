import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { Dialog } from "../../../kit/ui/dialog.tsx";
import type { Queue } from "../../contract.ts";
import { useRule } from "../use-rule.ts";
import { FormFoot } from "./form-foot.tsx";

interface DefaultDialogProps {
  readonly office: string;
  readonly queue: Queue;
  readonly onClose: () => void;
}

/** Another queue becomes the one that is always there: what that means is said before. */
export function DefaultDialog({ office, queue: { number, name, version }, onClose }: DefaultDialogProps) {
  const t = useText();
  const rule = useRule(office, onClose);
  return (
    <Dialog title={t("queues.default-of", { queue: name })} onClose={onClose}>
      <form
        className="queue-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (rule.isPending) return;
          const done = t("queues.default-done", { queue: name });
          rule.mutate({ method: "POST", path: `queues/${number}/default`, version, done });
        }}
      >
        <p>{t("queues.default-means")}</p>
        <FormFoot
          problem={rule.error && sentenceOf(rule.error, t, t("shell.noAnswerAct"))}
          submit={t("queues.act-default")}
          isSaving={rule.isPending}
          onBack={onClose}
        />
      </form>
    </Dialog>
  );
}
