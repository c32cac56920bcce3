import { fullName } from "../../../appointments/person.ts";
import { useText } from "../../../kit/text.tsx";
import { CALL_OUTCOMES, type ListedCall } from "../../contract.ts";

/** Whom nobody can call has not failed to answer: of them it is only noted that they have heard. */
const WITHOUT_TELEPHONE = ["not-called", "agreed"] as const;

interface AnswersProps {
  readonly call: ListedCall;
  readonly outcome: ListedCall["outcome"];
  readonly onNote: (outcome: ListedCall["outcome"]) => void;
}

/** What the call came to: one press, saved at once. */
export function CallAnswers({ call: { appointment }, outcome, onNote }: AnswersProps) {
  const t = useText();
  const options = appointment.phone
    ? CALL_OUTCOMES.map((each) => [each, t(`rules.outcome-${each}`)] as const)
    : WITHOUT_TELEPHONE.map((each) => [each, t(`rules.told-${each}`)] as const);
  return (
    <fieldset className="answers">
      <legend className="visually-hidden">{t("rules.calls-of", { name: fullName(appointment, t) })}</legend>
      {options.map(([each, words]) => (
        <label key={each} className={`answer answer--${each}`}>
          <input
            type="radio"
            name={`outcome-${appointment.id}`}
            value={each}
            checked={outcome === each}
            onChange={() => onNote(each)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
