import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { focusAtMount } from "../../../../kit/focus.ts";
import { useMe } from "../../../../kit/me.ts";
import { useText } from "../../../../kit/text.tsx";
import { LoadFailed } from "../../../../kit/ui/load-failed.tsx";
import type { Appointment } from "../../../contract.ts";
import { appointmentHistoryQuery } from "../../queries.ts";
import type { AppointmentWording } from "../words/field-words.ts";
import { eventWords } from "../words/history-words.ts";

interface HistoryProps {
  readonly appointment: Appointment;
  readonly wording: AppointmentWording;
  /** Opened already: the clerk came for it */
  readonly isAskedFor: boolean;
}

/** The appointment's history, asked for only when a clerk wants to see it: each reading is recorded. */
export function HistoryOf({ appointment, wording, isAskedFor }: HistoryProps) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(isAskedFor);
  const query = useQuery({ ...appointmentHistoryQuery(appointment.office, appointment.id), enabled: isOpen });
  const events = query.data?.events ?? [];
  return (
    <details className="history" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary ref={isAskedFor ? focusAtMount : undefined}>{t("panel.history")}</summary>
      {query.isLoading && <p role="status">{t("shell.loading")}</p>}
      {query.isError && <LoadFailed error={query.error} onRetry={() => query.refetch()} />}
      <ol>
        {events.map((event) => {
          const words = eventWords(event, events, wording);
          return (
            <li key={words.version}>
              <b>{words.title}</b>
              <p className="hint">{words.by}</p>
              {words.changes.map((change) => (
                <p key={change}>{change}</p>
              ))}
            </li>
          );
        })}
      </ol>
      <WhoSaw appointment={appointment} />
    </details>
  );
}

/** For the head, who answers for the office. */
function WhoSaw({ appointment: { office, id } }: Pick<HistoryProps, "appointment">) {
  const t = useText();
  const isHead = useMe().offices.some(({ code, roles }) => code === office && roles.includes("administrator"));
  if (!isHead) return null;
  return (
    <p>
      <Link to="/offices/$office/audit" params={{ office }} search={{ by: "appointment", appointments: [id] }}>
        {t("panel.who-saw")}
      </Link>
    </p>
  );
}
