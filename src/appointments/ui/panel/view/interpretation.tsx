import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { INTERPRETATIONS } from "../../../../text/interpreters.ts";
import type { Appointment, Day } from "../../../contract.ts";
import { actsOn } from "../../acts/next-acts.ts";
import { useInterpretation } from "../acts/use-interpretation.ts";

/** What the office knows of whoever interprets; what was pressed is taken back by a second press. */
export function InterpretationOf({ appointment, now }: { appointment: Appointment; now: Day["now"] }) {
  const t = useText();
  const note = useInterpretation(appointment);
  const { interpretation } = appointment;
  const { mayEdit } = actsOn(appointment, now);
  return (
    <>
      <span className={interpretation === null || interpretation === "not-found" ? "needs__open" : undefined}>
        {t(`panel.interpretation-is-${interpretation}`)}
      </span>
      {mayEdit && (
        <div className="needs__acts group" role="group" aria-label={t("panel.interpretation")}>
          {INTERPRETATIONS.map((each) => (
            <Button
              key={each}
              size="small"
              aria-pressed={interpretation === each}
              aria-disabled={note.isPending}
              onClick={() => note.isPending || note.mutate(interpretation === each ? null : each)}
            >
              {t(`plan.interpretation-${each}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
