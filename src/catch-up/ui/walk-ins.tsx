import { useId } from "react";
import { useText } from "../../kit/text.tsx";
import type { Office } from "../../offices/contract.ts";
import type { WalkInRequest } from "../contract.ts";
import { NewWalkIn } from "./new-walk-in.tsx";
import { faultOfWalkIn } from "./refused.ts";
import { walkInsIn, withWalkIns } from "./typed.ts";
import type { CatchUpState } from "./use-catch-up.ts";
import { WalkInRow } from "./walk-in-row.tsx";

/** «Ήρθαν χωρίς ραντεβού»: those whom the sheet did not have, with their times. */
export function WalkIns({ office, work }: { office: Office; work: CatchUpState }) {
  const t = useText();
  const headingId = useId();
  const walkIns = walkInsIn(work.form.values);
  const replace = (at: number, ...next: WalkInRequest[]) =>
    work.form.fill(withWalkIns(walkIns.toSpliced(at, 1, ...next)));
  return (
    <section className="paper-visits sheet" aria-labelledby={headingId}>
      <h2 id={headingId}>{t("catchUp.walk-ins")}</h2>
      {walkIns.length === 0 && <p className="hint">{t("catchUp.walk-ins-none")}</p>}
      <ul className="paper-visits__list">
        {walkIns.map((walkIn, at) => (
          <WalkInRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two citizens may have come at one time for one service
            key={`${walkIn.time} ${walkIn.service} ${at}`}
            office={office}
            day={work.day}
            walkIn={walkIn}
            fault={faultOfWalkIn(work.refused, walkIn)}
            onPlace={(place) => replace(at, { ...walkIn, place })}
            onRemove={() => replace(at)}
          />
        ))}
      </ul>
      <NewWalkIn
        office={office}
        work={work}
        onAdd={(walkIn, cleared) => work.form.fill({ ...withWalkIns([...walkIns, walkIn]), ...cleared })}
      />
    </section>
  );
}
