import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { flushSync } from "react-dom";
import { sentenceOf } from "../../kit/failure.ts";
import { focusById } from "../../kit/focus.ts";
import { ArmedButton, useArming } from "../../kit/form/armed-button.tsx";
import { FormProblem } from "../../kit/form/form-problem.tsx";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import { Consequence } from "./consequence.tsx";
import { MINISTRY_HEADING } from "./ministry-frame.tsx";
import { askMinistryAgain, removalQuery } from "./queries.ts";

interface RemovalDialogProps<Preview> {
  /** Of what is taken away */
  readonly id: string;
  readonly title: string;
  readonly no: string;
  readonly yes: string;
  readonly check: () => Promise<Preview>;
  readonly consequence: (preview: Preview) => readonly string[];
  readonly act: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Takes something away, after one question and not before it is seen what opens again. */
export function RemovalDialog<Preview>({ title, no, yes, onClose, ...removal }: RemovalDialogProps<Preview>) {
  const t = useText();
  const { checking, sentences, isCounting, isRemoving, failure, remove } = useRemoval(removal);
  const arming = useArming(sentences?.join(" ") ?? null);
  const counting = isCounting ? [t("ministry.checking")] : null;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="ministry__form">
        <Consequence sentences={sentences ?? counting} place={arming.ref} />
        <FormProblem sentence={failure} />
        <div className="group">
          <Button data-autofocus onClick={onClose}>
            {no}
          </Button>
          {sentences ? (
            <ArmedButton
              arming={arming}
              look="danger"
              obstacle={isRemoving ? t("shell.saving") : null}
              onPress={remove}
            >
              {yes}
            </ArmedButton>
          ) : (
            <Button look="primary" aria-disabled={isCounting} onClick={() => !isCounting && checking.refetch()}>
              {t(isCounting ? "ministry.checking" : "ministry.check")}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

type Removal<Preview> = Pick<RemovalDialogProps<Preview>, "id" | "check" | "consequence" | "act" | "onDone">;

function useRemoval<Preview>({ id, check, consequence, act, onDone }: Removal<Preview>) {
  const t = useText();
  const queryClient = useQueryClient();
  const checking = useQuery(removalQuery(id, check));
  const acting = useMutation({
    mutationFn: act,
    onSuccess: () => {
      // While the dialog is open nothing behind it can have the focus, and its row goes away with the button that was pressed.
      flushSync(onDone);
      focusById(MINISTRY_HEADING);
    },
    onSettled: () => askMinistryAgain(queryClient),
  });
  const sentences = checking.data ? consequence(checking.data) : null;
  const isCounting = !sentences && checking.isFetching;
  const error = acting.isPending || isCounting ? null : (acting.error ?? checking.error);
  return {
    checking,
    sentences,
    isCounting,
    isRemoving: acting.isPending,
    failure: error && sentenceOf(error, t, t(sentences ? "shell.noAnswerAct" : "shell.noConnection")),
    remove: () => {
      if (!acting.isPending && !acting.isSuccess) acting.mutate();
    },
  };
}
