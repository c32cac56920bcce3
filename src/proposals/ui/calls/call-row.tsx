import { Suspense, useState } from "react";
import { fullName } from "../../../appointments/person.ts";
import type { Slot } from "../../../appointments/ui/plan-marks.ts";
import { formatPhone } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { lazyPart } from "../../../kit/ui/part.tsx";
import { callPurpose } from "../../call-purpose.ts";
import type { ListedCall } from "../../contract.ts";
import { earlierBy } from "../decisions.ts";
import { CallAnswers } from "./answers.tsx";
import { CalledPerson, CalledPlaces } from "./called.tsx";
import { useOutcome } from "./use-outcome.ts";

const NewTime = lazyPart(() => import("./new-time.tsx"), "NewTime");

interface CallRowProps {
  readonly office: string;
  readonly date: string;
  readonly call: ListedCall;
  /** The clerk is at this row */
  readonly onAt: (id: string) => void;
  /** With the new time that is offered in it */
  readonly onOffer: (id: string, place: Slot | null) => void;
}

/** One call: the citizen, the number, the old and the new time, and what it came to; where that does not suit, another. */
export function CallListRow({ office, date, call, onAt, onOffer }: CallRowProps) {
  const { appointment, was } = call;
  const { id, phone } = appointment;
  const t = useText();
  const { note, outcome, trouble } = useOutcome(office, date, call);
  const [offer] = useState(() => (place: Slot | null) => onOffer(id, place));
  const isToAsk = earlierBy(was, appointment) > 0 && outcome !== "agreed";
  const finish = () => {
    note("agreed");
    document.querySelector<HTMLElement>(`[name="outcome-${id}"][value=agreed]`)?.focus();
  };
  return (
    <li className={classes("call", isToAsk && "is-earlier")} onFocus={() => onAt(id)} onPointerDown={() => onAt(id)}>
      <CalledPerson office={office} call={call} />
      <CalledPlaces office={office} call={call} />
      <p className="call__phone">
        {phone ? <a href={`tel:${phone}`}>{formatPhone(phone)}</a> : <span>{t("rules.calls-no-phone")}</span>}
      </p>
      <div className="call__answers">
        {!phone && <p className="hint">{t("rules.calls-when-here")}</p>}
        <CallAnswers call={call} outcome={outcome} onNote={note} />
      </div>
      {trouble && (
        <p className="field-error call__wide" role="alert">
          {trouble}
        </p>
      )}
      {outcome === "declined" && !callPurpose(call).isOff && (
        <div
          className="call__wide"
          role="group"
          aria-label={t("rules.calls-new-of", { name: fullName(appointment, t) })}
        >
          <Suspense fallback={<p role="status">{t("shell.loading")}</p>}>
            <NewTime appointment={appointment} onOffer={offer} onMoved={finish} />
          </Suspense>
        </div>
      )}
    </li>
  );
}
