import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../web/api.ts";
import { useText } from "../../web/text.tsx";
import { Button } from "../../web/ui/button.tsx";
import { Dialog } from "../../web/ui/dialog.tsx";
import { Icon } from "../../web/ui/icon.tsx";
import { askAgain } from "./queries.ts";

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly no: string;
  readonly yes: string;
  readonly act: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes something away, after one question. */
export function ConfirmDialog({ title, text, no, yes, act, onDone, onClose }: ConfirmDialogProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const acting = useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => askAgain(queryClient),
  });
  const { error } = acting;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <div role="alert">
        {error && (
          <p className="err">
            <Icon name="warning" />
            {error instanceof ApiProblem ? error.message : t("shell.notSaved")}
          </p>
        )}
      </div>
      <div className="group">
        <Button data-autofocus onClick={onClose}>
          {no}
        </Button>
        <Button
          look="danger"
          aria-disabled={acting.isPending}
          onClick={() => !acting.isPending && !acting.isSuccess && acting.mutate()}
        >
          {acting.isPending ? t("shell.saving") : yes}
        </Button>
      </div>
    </Dialog>
  );
}
