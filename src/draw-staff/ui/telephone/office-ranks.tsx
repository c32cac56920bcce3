import { useId } from "react";
import type { OpenDraw } from "../../../draws/contract.ts";
import { ChoiceError } from "../../../kit/form/choice-error.tsx";
import type { Form } from "../../../kit/form/form.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { chosenIn, pressedIn } from "./wish-choice.ts";

interface OfficeRanksProps {
  readonly form: Form;
  readonly draw: OpenDraw;
}

/** The offices that give places, chosen in the same way. */
export function OfficeRanks({ form, draw: { offices } }: OfficeRanksProps) {
  const t = useText();
  const id = useId();
  const chosen = chosenIn(form.values.offices);
  const error = form.errors.offices;
  return (
    <fieldset
      className="draws__fields"
      data-faulty={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{t("drawDesk.where")}</legend>
      <div className="draw-ranks">
        {offices.map(({ code, name }) => {
          const rank = chosen.indexOf(code) + 1;
          return (
            <Button
              key={code}
              className="draw-rank"
              aria-pressed={rank > 0}
              onClick={() => form.change("offices", pressedIn(form.values.offices, code))}
            >
              {rank > 0 && <b>{rank}</b>} {name}
            </Button>
          );
        })}
      </div>
      <ChoiceError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
