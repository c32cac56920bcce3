import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useText } from "../../../web/text.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Icon } from "../../../web/ui/icon.tsx";
import type { Appointment } from "../../contract.ts";
import type { Intent as AddressIntent } from "../day-search.ts";
import { appointmentQuery } from "../queries.ts";
import { useProgress } from "../use-progress.ts";
import type { Moment } from "./first-times.ts";
import { FormMessage } from "./form-message.tsx";
import { actsOn } from "./next-acts.ts";
import { failureOf } from "./save-failure.ts";
import { useTakeBack } from "./use-take-back.ts";

interface ActsProps {
  readonly appointment: Appointment;
  readonly now: Moment;
  readonly onIntent: (intent: AddressIntent) => void;
}

/** What can be done with an appointment as it stands; what can't be done now is not shown. */
export function AppointmentActs({ appointment, now, onIntent }: ActsProps) {
  const t = useText();
  const { steps, mayUndo, mayEdit, mayMove, mayCancel } = actsOn(appointment, now);
  const progress = useProgress();
  return (
    <section className="acts" aria-label={t("panel.acts")}>
      <div className="group">
        {steps.map((step) => (
          <Button
            key={step}
            look={step === "no-show" ? "plain" : "primary"}
            aria-disabled={progress.isPending}
            onClick={() => progress.isPending || progress.mutate({ appointment, step })}
          >
            {t(`plan.act-${step}`)}
          </Button>
        ))}
        {mayUndo && <UndoButton appointment={appointment} />}
        {mayEdit && (
          <Button onClick={() => onIntent("edit")}>
            <Icon name="edit" />
            {t("panel.act-edit")}
          </Button>
        )}
        {mayMove && (
          <Button onClick={() => onIntent("move")}>
            <Icon name="move" />
            {t("panel.act-move")}
          </Button>
        )}
        {mayCancel && (
          <Button look="danger" onClick={() => onIntent("cancel")}>
            {t("panel.act-cancel")}
          </Button>
        )}
      </div>
    </section>
  );
}

function UndoButton({ appointment }: { appointment: Appointment }) {
  const t = useText();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  const undoing = useMutation({
    mutationFn: () => takeBack(appointment),
    onError: () =>
      queryClient.invalidateQueries({ queryKey: appointmentQuery(appointment.office, appointment.id).queryKey }),
  });
  return (
    <>
      <Button aria-disabled={undoing.isPending} onClick={() => undoing.isPending || undoing.mutate()}>
        <Icon name="history" />
        {t("panel.act-undo")}
      </Button>
      <FormMessage failure={undoing.error && failureOf(undoing.error)} errorCount={0} />
    </>
  );
}
