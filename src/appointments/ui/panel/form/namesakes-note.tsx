import { Link } from "@tanstack/react-router";
import { shortDate } from "../../../../kit/dates.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { useToasts } from "../../../../kit/toasts.tsx";
import { buttonClass } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Namesake } from "./namesakes.ts";

interface NoteProps {
  readonly id: string;
  readonly office: string;
  readonly namesakes: readonly Namesake[];
  readonly queueName: (queue: number) => string;
}

/** A warning, never an obstacle: people of that name who are coming already. The way there keeps what was typed. */
export function NamesakesNote({ id, office, namesakes, queueName }: NoteProps) {
  return (
    <div role="status" className="namesakes">
      {namesakes.length > 0 && (
        <ul id={id} className="hint--warn">
          {namesakes.map((namesake) => (
            <li key={namesake.appointment.id}>
              <NamesakeLine office={office} {...namesake} queueName={queueName} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type LineProps = Namesake & Pick<NoteProps, "office" | "queueName">;

function NamesakeLine({ appointment, isSameDay, office, queueName }: LineProps) {
  const t = useText();
  const { language } = useLanguage();
  const toast = useToasts();
  const { id, date, time, queue } = appointment;
  const values = { date: shortDate(date, language), time, queue: queueName(queue) };
  return (
    <>
      <Icon name="warning" />
      <span className={isSameDay ? "is-strong" : undefined}>
        {t(isSameDay ? "panel.namesake-same-day" : "panel.namesake", values)}{" "}
        <Link
          className={buttonClass("link", "small")}
          to="/offices/$office/days/$date"
          params={{ office, date }}
          search={{ panel: id }}
          aria-label={t("panel.namesake-show-label", values)}
          onClick={() => toast.show({ tone: "info", text: t("panel.namesake-left") })}
        >
          {t("panel.namesake-show")}
        </Link>
      </span>
    </>
  );
}
