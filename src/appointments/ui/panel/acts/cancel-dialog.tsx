import { useQueryClient } from "@tanstack/react-query";
import { formatPhone } from "../../../../kit/dates.ts";
import type { Form } from "../../../../kit/form/form.ts";
import { FormProblem } from "../../../../kit/form/form-problem.tsx";
import { TextInput } from "../../../../kit/form/inputs.tsx";
import { currentIn } from "../../../../kit/form/send.ts";
import { useForm } from "../../../../kit/form/use-form.ts";
import { useFormKey } from "../../../../kit/form/use-form-draft.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Dialog } from "../../../../kit/ui/dialog.tsx";
import type { Appointment } from "../../../contract.ts";
import { called } from "../../../person.ts";
import { postCancellation } from "../../acts/acts.ts";
import { useTakeBack } from "../../acts/use-take-back.ts";
import { focusCellOf } from "../../cell-focus.ts";
import { rememberAppointment } from "../../queries.ts";
import { visitServices } from "../../service-words.ts";
import { ChoiceRow } from "../frame/choice-row.tsx";
import type { PanelProps } from "../frame/panel-props.ts";
import { useQueueNames } from "../words/use-queue-names.ts";
import { CANCEL_REASONS, reasonFaults, reasonOf, reasonSentence } from "./cancel-reasons.ts";

interface CancelDialogProps extends Omit<PanelProps, "target"> {
  readonly appointment: Appointment;
  readonly onBack: () => void;
}

/** Takes the time from a person: asks once, says how the citizen learns of it, and offers to take it back. */
export function CancelDialog(props: CancelDialogProps) {
  const { appointment, onBack } = props;
  const t = useText();
  const form = useCancelling(props);
  const why = form.values.why ?? "citizen";
  return (
    <Dialog title={t("panel.cancel-title", { time: appointment.time })} onClose={onBack}>
      {/* Enter in the sentence must not take the time away: only its button does. */}
      <form ref={form.ref} className="cancellation" noValidate onSubmit={(event) => event.preventDefault()}>
        <Person {...props} />
        <ChoiceRow
          legend={t("panel.cancel-reason")}
          look="stacked"
          options={CANCEL_REASONS.map((value) => ({ value, label: t(`panel.reason-${value}`) }))}
          value={why}
          onChange={(value) => form.change("why", value)}
        />
        {why === "other" && (
          <TextInput form={form} field="reason" label={t("panel.reason-text")} hint={t("panel.reason-text-hint")} />
        )}
        <Notice {...props} />
        <FormProblem sentence={form.problem} />
        <div className="group">
          <Button data-autofocus onClick={onBack}>
            {t("panel.cancel-no")}
          </Button>
          <Button look="danger" aria-disabled={form.isSaving} onClick={form.submit}>
            {form.isSaving ? t("shell.saving") : t("panel.cancel-yes")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useCancelling({ appointment, office, toast, onClose }: CancelDialogProps): Form {
  const t = useText();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  return useForm({
    key: useFormKey(`cancellation of ${appointment.id}`, office.code),
    begins: { why: "citizen", reason: "" },
    version: appointment.version,
    // Left without cancelling, it is asked anew.
    isWorthKeeping: () => false,
    faults: reasonFaults,
    send: ({ values, version = appointment.version }) =>
      postCancellation({ ...appointment, version }, reasonSentence(reasonOf(values), values.reason ?? "")),
    onSaved: (cancelled) => {
      rememberAppointment(queryClient, cancelled);
      const text = t("panel.cancel-done", { time: cancelled.time });
      toast.show({ text, about: cancelled.id, undo: { act: t("plan.act-cancel"), run: () => takeBack(cancelled) } });
      onClose();
      focusCellOf(undefined, cancelled);
    },
    onRefused: (error) => {
      const current = currentIn(error);
      if (current) rememberAppointment(queryClient, current as Appointment);
    },
  });
}

function Person({ appointment, office, day }: CancelDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const queueName = useQueueNames(office.code, day, true);
  const { first, rest } = called(appointment, t);
  return (
    <p>
      <b>{first}</b> {rest}, {visitServices(office, appointment, language)}, {queueName(appointment.queue)}
    </p>
  );
}

/** How the citizen learns of it. */
function Notice({ appointment, day }: Pick<CancelDialogProps, "appointment" | "day">) {
  const t = useText();
  const { id, email } = appointment;
  const phone = appointment.phone && formatPhone(appointment.phone);
  const sentence = () => {
    if (!email) return phone ? t("panel.cancel-no-mail", { phone }) : t("panel.cancel-no-contact");
    if (!day.undelivered.includes(id)) return t("panel.cancel-mail", { email });
    return phone ? t("panel.cancel-undelivered", { email, phone }) : t("panel.cancel-undelivered-no-phone", { email });
  };
  return <p className="hint">{sentence()}</p>;
}
