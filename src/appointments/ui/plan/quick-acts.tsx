import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon, type IconName } from "../../../kit/ui/icon.tsx";
import type { Step } from "../../acts.ts";
import type { Appointment } from "../../contract.ts";
import { fullName } from "../../person.ts";
import { useProgress } from "../acts/use-progress.ts";

const ICONS: Record<Step, IconName> = {
  arrival: "check",
  "service-start": "play",
  completion: "check",
  "no-show": "close",
  departure: "sign-out",
};

/** The next step with one click; a person who is late may also be said not to have come. */
export function QuickActs({ appointment, steps }: { appointment: Appointment; steps: readonly Step[] }) {
  const t = useText();
  const progress = useProgress();
  return (
    <span className="card__acts">
      {steps.map((step) => {
        const label = t("plan.actFor", {
          act: t(`plan.act-${step}`),
          name: fullName(appointment, t),
          time: appointment.time,
        });
        return (
          <Button
            key={step}
            size="in-card"
            className="card__act"
            isIcon={step === "no-show"}
            aria-label={label}
            title={label}
            aria-disabled={progress.isPending}
            onClick={() => progress.isPending || progress.mutate({ appointment, step })}
          >
            <Icon name={ICONS[step]} />
            {step !== "no-show" && <span>{t(`plan.act-${step}`)}</span>}
          </Button>
        );
      })}
    </span>
  );
}
