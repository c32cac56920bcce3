import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../kit/failure.ts";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import type { RulingPreview } from "../contract.ts";
import { useConsequence } from "./consequence.ts";
import { askMinistryAgain, removalQuery } from "./queries.ts";
import { Consequence, RefusalAlert, StepLabel } from "./ruling-parts.tsx";

interface RemovalDialogProps {
  /** Of what is taken away */
  readonly id: string;
  readonly title: string;
  readonly no: string;
  readonly yes: string;
  readonly check: () => Promise<RulingPreview>;
  readonly act: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes something away, after one question and not before it is seen what opens again. */
export function RemovalDialog({ id, title, no, yes, check, act, onDone, onClose }: RemovalDialogProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const consequence = useConsequence();
  const checking = useQuery(removalQuery(id, check));
  const acting = useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => askMinistryAgain(queryClient),
  });
  const preview = checking.data ?? null;
  const isCounting = !preview && checking.isFetching;
  const isBusy = acting.isPending || isCounting;
  const counting = isCounting ? [t("ministry.checking")] : null;
  const failure = isBusy ? null : (acting.error ?? checking.error);
  const goOn = () => {
    if (isBusy || acting.isSuccess) return;
    if (preview) acting.mutate();
    else void checking.refetch();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="ministry__form">
        <Consequence sentences={preview ? consequence.ofRemoval(preview) : counting} />
        <RefusalAlert
          sentence={failure && sentenceOf(failure, t, t(preview ? "shell.noAnswerAct" : "shell.noConnection"))}
        />
        <div className="group">
          <Button data-autofocus onClick={onClose}>
            {no}
          </Button>
          <Button look={preview ? "danger" : "primary"} aria-disabled={isBusy} onClick={goOn}>
            <StepLabel isBusy={isBusy} preview={preview} submitLabel={() => yes} />
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
