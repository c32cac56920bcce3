import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Act, Moment } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { useActs } from "../use-acts.ts";
import { actsOn } from "./next-acts.ts";
import { usePanelActKeys } from "./use-panel-act-keys.ts";
import { useRebook } from "./use-rebook.ts";

/** What can be done with an appointment as it stands; what can't be done now is not shown, but its key says why. */
export function AppointmentActs({ appointment, now }: { appointment: Appointment; now: Moment }) {
  const t = useText();
  const { steps, mayUndo, mayEdit, mayMove, mayCancel, mayRebook } = actsOn(appointment, now);
  const acts = useActs(now);
  const rebook = useRebook();
  usePanelActKeys((act) => acts.attempt(act, appointment));
  const wiring = (act: Act) => ({
    "aria-disabled": acts.isPending,
    onClick: () => acts.attempt(act, appointment),
  });
  return (
    <section className="acts" aria-label={t("panel.acts")}>
      <div className="group">
        {steps.map((step) => (
          <Button key={step} look={step === "no-show" ? "plain" : "primary"} {...wiring(step)}>
            {t(`plan.act-${step}`)}
          </Button>
        ))}
        {mayRebook && (
          <Button look="primary" onClick={() => rebook(appointment)}>
            {t("table.rebook")}
          </Button>
        )}
        {mayUndo && (
          <Button {...wiring("undo")}>
            <Icon name="history" />
            {t("panel.act-undo")}
          </Button>
        )}
        {mayEdit && (
          <Button {...wiring("edit")}>
            <Icon name="edit" />
            {t("panel.act-edit")}
          </Button>
        )}
        {mayMove && (
          <Button {...wiring("move")}>
            <Icon name="move" />
            {t("panel.act-move")}
          </Button>
        )}
        {mayCancel && (
          <Button look="danger" {...wiring("cancel")}>
            {t("panel.act-cancel")}
          </Button>
        )}
      </div>
    </section>
  );
}
