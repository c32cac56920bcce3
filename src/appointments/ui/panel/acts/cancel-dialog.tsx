import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatPhone } from "../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Dialog } from "../../../../kit/ui/dialog.tsx";
import { Field } from "../../../../kit/ui/field.tsx";
import { wordsOf } from "../../../../text/text.ts";
import type { Appointment } from "../../../contract.ts";
import { reasonError } from "../../../rules.ts";
import { postCancellation } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { focusCellOf } from "../../cell-focus.ts";
import { called } from "../../person.ts";
import { rememberAppointment } from "../../queries.ts";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { FormMessage } from "../frame/form-message.tsx";
import type { PanelProps } from "../frame/panel-props.ts";
import { saveFailureOf } from "../frame/save-failure.ts";
import { serviceName } from "../words/field-words.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { CANCEL_REASONS, type CancelReason, reasonSentence } from "./cancel-reasons.ts";

interface CancelDialogProps extends Omit<PanelProps, "target"> {
  readonly appointment: Appointment;
  readonly onBack: () => void;
}

/** Takes the time from a person: asks once, says who must be told, and offers to take it back. */
export function CancelDialog(props: CancelDialogProps) {
  const { appointment, onBack } = props;
  const t = useText();
  const [reason, setReason] = useState<CancelReason>("citizen");
  const [text, setText] = useState("");
  const [isTried, setIsTried] = useState(false);
  const cancelling = useCancelling(props);
  const fault = useReasonFault(reason, text);
  const confirm = () => {
    if (cancelling.isPending || cancelling.isSuccess) return;
    setIsTried(true);
    if (!fault) cancelling.mutate(reasonSentence(reason, text));
  };
  return (
    <Dialog title={t("panel.cancel-title", { time: appointment.time })} onClose={onBack}>
      <Person {...props} />
      <ChoiceRow
        legend={t("panel.cancel-reason")}
        isStacked
        options={CANCEL_REASONS.map((value) => ({ value, label: t(`panel.reason-${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      {reason === "other" && (
        <Field label={t("panel.reason-text")} hint={t("panel.reason-text-hint")} error={isTried ? fault : null}>
          {(wiring) => (
            <input
              className="in"
              autoComplete="off"
              {...wiring}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      )}
      <Notice appointment={appointment} />
      <FormMessage failure={cancelling.error && saveFailureOf(cancelling.error)} />
      <div className="group">
        <Button data-autofocus onClick={onBack}>
          {t("panel.cancel-no")}
        </Button>
        <Button look="danger" aria-disabled={cancelling.isPending} onClick={confirm}>
          {cancelling.isPending ? t("shell.saving") : t("panel.cancel-yes")}
        </Button>
      </div>
    </Dialog>
  );
}

function useCancelling({ appointment, toast, onClose }: CancelDialogProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  return useMutation({
    mutationFn: (reason: string) => postCancellation(appointment, reason),
    onSuccess: (cancelled) => {
      rememberAppointment(queryClient, cancelled);
      const text = t("panel.cancel-done", { time: cancelled.time });
      toast.show({ text, about: cancelled.id, undo: () => takeBack(cancelled) });
      onClose();
      focusCellOf(undefined, cancelled);
    },
    onError: (error) => {
      const failure = saveFailureOf(error);
      if (failure.kind === "stale") rememberAppointment(queryClient, failure.current);
    },
  });
}

function useReasonFault(reason: CancelReason, text: string): string | null {
  const t = useText();
  const { language } = useLanguage();
  if (reason !== "other") return null;
  if (text.trim() === "") return t("panel.reason-required");
  const fault = reasonError(text);
  return fault && wordsOf(language, [`field.${fault.code}`], fault.values);
}

function Person({ appointment, office, day }: CancelDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const queueName = useQueueNames(office.code, day, true);
  const { first, rest } = called(appointment, t);
  return (
    <p>
      <b>{first}</b> {rest}, {serviceName(office, appointment.service, language)}, {queueName(appointment.queue)}
    </p>
  );
}

/** Who learns of it, and how. */
function Notice({ appointment: { email, phone } }: { appointment: Appointment }) {
  const t = useText();
  if (email) return <p className="hint">{t("panel.cancel-mail", { email })}</p>;
  return (
    <p className="hint">
      {phone ? t("panel.cancel-no-mail", { phone: formatPhone(phone) }) : t("panel.cancel-no-contact")}
    </p>
  );
}
