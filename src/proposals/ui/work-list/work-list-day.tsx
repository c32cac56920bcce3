import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { officeQuery } from "../../../appointments/ui/queries.ts";
import { visitServices } from "../../../appointments/ui/service-words.ts";
import { longDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { inWordsOf } from "../../../text/text.ts";
import { ImpactTable } from "../impact-table.tsx";
import { useQueueName } from "../queries.ts";
import type { DayOfWork } from "./by-day.ts";
import type { WorkListState } from "./use-work-list.ts";

interface WorkListDayProps {
  readonly office: string;
  readonly day: DayOfWork;
  readonly work: WorkListState;
}

/** One closed day: the reason, its appointments, and what becomes of each. */
export function WorkListDay({ office, day: { date, closings, appointments }, work }: WorkListDayProps) {
  const t = useText();
  const { language } = useLanguage();
  const headingId = useId();
  const known = useQuery(officeQuery(office)).data;
  const queueName = useQueueName(office);
  const { picked, chosen, picking } = work;
  if (!picked || !chosen) return null;
  const day = longDate(date, language);
  return (
    <section className="work-list__day impact sheet" aria-labelledby={headingId}>
      <div className="impact__head">
        <div>
          <h2 id={headingId}>{day}</h2>
          {closings.length === 0 && <p className="hint">{t("workList.closed-hours")}</p>}
          {closings.map(({ kind, reason, reasonEn }) => (
            <p key={`${kind} ${reason}`}>{t(`workList.closed-${kind}`, { reason: inWordsOf(t, reason, reasonEn) })}</p>
          ))}
        </div>
        <DayPick ids={appointments.map(({ appointment }) => appointment.id)} picking={picking} />
      </div>
      <ImpactTable
        proposal={picked}
        rows={appointments}
        caption={t("workList.moves", { day })}
        chosen={chosen}
        queueName={queueName}
        servicesOf={(visit) => (known ? visitServices(known, visit, language) : visit.service)}
        onChoose={work.choose}
        picking={picking}
      />
    </section>
  );
}

/** All of the day, or none; neither while some are picked. */
function DayPick({ ids, picking }: { ids: readonly string[]; picking: WorkListState["picking"] }) {
  const t = useText();
  const count = ids.filter(picking.isPicked).length;
  return (
    <label className="work-list__day-pick">
      <input
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = count > 0 && count < ids.length;
        }}
        checked={count === ids.length}
        onChange={(event) => picking.pick(ids, event.target.checked)}
      />
      {t("workList.pick-day", { count: ids.length })}
    </label>
  );
}
