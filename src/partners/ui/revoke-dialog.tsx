import { useMutation, useQueryClient } from "@tanstack/react-query";
import { flushSync } from "react-dom";
import { sentenceOf } from "../../kit/failure.ts";
import { focusById } from "../../kit/focus.ts";
import { FormProblem } from "../../kit/form/form-problem.tsx";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import { MINISTRY_HEADING } from "../../ministry/ui/ministry-frame.tsx";
import type { Partner, PartnerKey } from "../contract.ts";
import { partnersQuery, revokeKeyOf } from "./queries.ts";

interface RevokeDialogProps {
  readonly partner: Partner;
  readonly revoked: PartnerKey;
  readonly onClose: () => void;
}

/** Takes a key back, for good: one question, and what it means where it is the only one. */
export function RevokeDialog({ partner, revoked, onClose }: RevokeDialogProps) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const { name, keys } = partner;
  const { hint } = revoked;
  const revoking = useMutation({
    mutationFn: () => revokeKeyOf(partner.id, revoked.id),
    onSuccess: () => {
      toasts.show({ text: t("partners.key-revoke-done", { hint }) });
      flushSync(onClose);
      focusById(MINISTRY_HEADING);
    },
    onSettled: () => queryClient.invalidateQueries(partnersQuery),
  });
  const failure = revoking.error && sentenceOf(revoking.error, t, t("shell.noAnswerAct"));
  const isLast = keys.filter(({ revokedAt }) => revokedAt === null).length === 1;
  return (
    <Dialog title={t("partners.key-revoke-title", { hint })} onClose={onClose}>
      <p>{t("partners.key-revoke-text", { name })}</p>
      {isLast && <p className="note note--warn">{t("partners.key-revoke-last")}</p>}
      <FormProblem sentence={failure} />
      <div className="group">
        <Button data-autofocus onClick={onClose}>
          {t("partners.back")}
        </Button>
        <Button
          look="danger"
          aria-disabled={revoking.isPending}
          onClick={() => revoking.isPending || revoking.isSuccess || revoking.mutate()}
        >
          {t("partners.key-revoke")}
        </Button>
      </div>
    </Dialog>
  );
}
