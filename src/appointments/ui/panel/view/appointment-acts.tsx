import { useShortcuts } from "../../../../kit/shortcuts.ts";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Act, Moment } from "../../../acts.ts";
import type { Appointment } from "../../../contract.ts";
import { ACT_KEYS } from "../../acts/act-keys.ts";
import { actsOn } from "../../acts/next-acts.ts";
import { useActs } from "../../acts/use-acts.ts";
import { PANEL_ID } from "../../cell-focus.ts";
import { useRebook } from "../booking/use-rebook.ts";

/** What can be done with an appointment as it stands; what can't be done now is not shown, but its key says why. */
export function AppointmentActs({ appointment, now }: { appointment: Appointment; now: Moment }) {
  const t = useText();
  const { steps, mayCall, mayUndo, mayEdit, mayMove, mayCancel, mayRebook } = actsOn(appointment, now);
  const acts = useActs(now);
  const rebook = useRebook();
  usePanelActKeys((act) => acts.attempt(act, appointment));
  const wiring = (act: Act) => ({
    "aria-disabled": acts.pendingOn !== null,
    onClick: () => acts.pendingOn || acts.attempt(act, appointment),
  });
  return (
    <section className="acts" aria-label={t("panel.acts")}>
      <div className="group">
        {steps.map((step) => (
          <Button key={step} look={step === "no-show" || step === "departure" ? "plain" : "primary"} {...wiring(step)}>
            {t(`plan.act-${step}`)}
          </Button>
        ))}
        {mayCall && (
          <Button {...wiring("call")}>
            <Icon name="speaker" />
            {t("plan.act-call")}
          </Button>
        )}
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

/** The keys of the appointment that is open, unless the focus is on another one in the plan or the table beside. */
function usePanelActKeys(attempt: (act: Act) => void): void {
  const acts = Object.entries(ACT_KEYS).map(([code, act]) => [code, () => isElsewhere() || attempt(act)] as const);
  useShortcuts(Object.fromEntries(acts));
}

const isElsewhere = (): boolean =>
  document.activeElement !== document.body && document.activeElement?.closest(`#${PANEL_ID}`) === null;
