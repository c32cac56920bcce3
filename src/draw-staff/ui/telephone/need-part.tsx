import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OpenDraw } from "../../../draws/contract.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { askDrawsAgain, sendNeedInVain } from "../queries.ts";
import { NeedDialog } from "./need-dialog.tsx";

interface NeedPartProps {
  readonly office: string;
  readonly draw: OpenDraw;
}

/** Somebody shows a deadline: they get a place before the draw, or where none is left it is counted that they came in vain. */
export function NeedPart({ office, draw }: NeedPartProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { need, free, isNeedOver } = draw;
  if (isNeedOver) return null;
  const isLeft = need.given < need.most && free.length > 0;
  return (
    <div className="group">
      <span>{need.most > 0 ? t("drawDesk.need", need) : t("drawDesk.need-none")}</span>
      {isLeft ? (
        <Button size="small" onClick={() => setIsOpen(true)}>
          {t("drawDesk.need-open")}
        </Button>
      ) : (
        <InVain office={office} draw={draw} />
      )}
      {isOpen && <NeedDialog office={office} draw={draw} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

function InVain({ office, draw: { number: draw } }: NeedPartProps) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  // Without an answer the next press is of the same person.
  const [key, setKey] = useState<string>(() => crypto.randomUUID());
  const noting = useMutation({
    mutationFn: () => sendNeedInVain({ office, draw }, { takeBack: false }, key),
    onSuccess: () => {
      setKey(crypto.randomUUID());
      const undoKey = crypto.randomUUID();
      const run = async () => {
        await sendNeedInVain({ office, draw }, { takeBack: true }, undoKey);
        toasts.show({ text: t("drawDesk.in-vain-undone") });
      };
      toasts.show({ text: t("drawDesk.in-vain-noted"), undo: { act: t("drawDesk.in-vain"), run } });
    },
    onError: (error) => toasts.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")) }),
    onSettled: () => askDrawsAgain(queryClient, office),
  });
  return (
    <Button size="small" disabled={noting.isPending} onClick={() => noting.mutate()}>
      {t("drawDesk.in-vain")}
    </Button>
  );
}
