import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useText } from "../../../kit/text.tsx";
import type { Queue, Queues } from "../../contract.ts";
import { useRuleForm } from "./use-rule-form.ts";

interface DefaultDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly queue: Queue;
  readonly onClose: () => void;
}

/** Another queue becomes the one that is always there: what that means is said before. */
export function DefaultDialog({ office, page: { queues }, queue, onClose }: DefaultDialogProps) {
  const t = useText();
  const { number, name } = queue;
  const form = useRuleForm({
    office,
    name: `default ${number}`,
    of: {
      queue,
      queues,
      read: ({ name, active }, queues) => ({
        name,
        active: t(active ? "queues.active" : "queues.inactive"),
        default: queues.find(({ isDefault }) => isDefault)?.name ?? "",
      }),
    },
    restsOnAll: true,
    request: () => ({ method: "POST", path: `queues/${number}/default`, body: undefined }),
    done: () => t("queues.default-done", { queue: name }),
    onDone: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={t("queues.default-of", { queue: name })}
      submit={t("queues.act-default")}
      back={t("queues.back")}
      onClose={onClose}
    >
      <p>{t("queues.default-means")}</p>
      <OvertakenNotice
        form={form}
        labelOf={(field) => (field === "default" ? t("queues.default") : name)}
        wordsOf={(_, text) => text}
      />
    </FormDialog>
  );
}
