import { useCallback, useId, useState } from "react";
import { ReadLine } from "../../../appointments/ui/panel/words/read-line.tsx";
import type { Slot } from "../../../appointments/ui/plan-marks.ts";
import { likelyToday } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { spokenIn } from "../../../text/languages.ts";
import type { ListedCall } from "../../contract.ts";
import { CallListRow } from "./call-row.tsx";
import { callSentence } from "./call-words.ts";
import { type CallGroup, callsProgress, groupsOf } from "./groups.ts";

interface CallGroupsProps {
  readonly office: string;
  readonly date: string;
  readonly calls: readonly ListedCall[];
}

interface Offer {
  readonly id: string;
  readonly place: Slot | null;
}

/** The calls of a day: those to make, those without a telephone, those made; and what to say to whom one is calling. */
export function CallGroups({ office, date, calls }: CallGroupsProps) {
  const t = useText();
  const headingId = useId();
  // A row that was answered stays under the hand; when the page is opened again it stands where it belongs.
  const [begun] = useState(() => new Map(calls.map(({ appointment, outcome }) => [appointment.id, outcome])));
  const groups = groupsOf(calls, begun);
  const [at, setAt] = useState<string | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const offerPlace = useCallback((id: string, place: Slot | null) => setOffer({ id, place }), []);
  const said = calls.find(({ appointment }) => appointment.id === at) ?? groups[0]?.calls[0];
  return (
    <>
      <Progress calls={calls} />
      <div className="calls__sheet sheet">
        {groups.map(({ name, calls: own }) => (
          <section key={name} aria-labelledby={`${headingId}-${name}`}>
            <h2 id={`${headingId}-${name}`}>{t(`rules.calls-${name}`, { count: countIn(name, own) })}</h2>
            <ul className="calls__list">
              {own.map((call) => (
                <CallListRow
                  key={call.appointment.id}
                  office={office}
                  date={date}
                  call={call}
                  onAt={setAt}
                  onOffer={offerPlace}
                />
              ))}
            </ul>
          </section>
        ))}
        {said && (
          <div className="calls__say">
            <ReadLine
              sentence={callSentence(said, said.appointment.id === offer?.id ? offer.place : null, likelyToday())}
              language={spokenIn(said.appointment.language)}
            />
          </div>
        )}
      </div>
    </>
  );
}

/** Of those to call, how many are left. */
const countIn = (name: CallGroup["name"], calls: readonly ListedCall[]): number =>
  name === "to-make" ? calls.filter(({ outcome }) => outcome !== "agreed").length : calls.length;

function Progress({ calls }: { calls: readonly ListedCall[] }) {
  const t = useText();
  const id = useId();
  const { all, agreed, withoutPhone } = callsProgress(calls);
  return (
    <div className="calls__progress">
      <p role="status" id={id}>
        {agreed === all && withoutPhone === 0 ? (
          t("rules.calls-done")
        ) : (
          <>
            {all > 0 && <b>{t("rules.calls-agreed", { count: agreed, all })}</b>}{" "}
            {withoutPhone > 0 && t("rules.calls-not-reached", { count: withoutPhone })} {t("rules.calls-saved")}
          </>
        )}
      </p>
      {all > 0 && <progress aria-labelledby={id} value={agreed} max={all} />}
    </div>
  );
}
