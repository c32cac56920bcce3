import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { dayAndMonth } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { queuesQueryOf, useQueueName } from "../../../proposals/ui/queries.ts";
import type { Queues } from "../../../queues/contract.ts";
import { officeHours } from "../../hours/office-hours.ts";
import { factOf } from "../setting-texts.ts";
import type { Tab } from "../tabs/use-tab.ts";
import { againstQueues, type Difference } from "./against-queues.ts";
import { nameOfWeekday } from "./hours-words.ts";

const FIELDS = ["counterHours", "telephoneHours", "hoursExceptions"] as const;

/** What differs from the queues is said beside the hours that are typed, and forbidden by nobody. */
export function Differences({ tab: { office, form, settings } }: { tab: Tab }) {
  const t = useText();
  const titleId = useId();
  const words = useWords(office);
  const { data } = useQuery(queuesQueryOf<Queues>(office));
  if (!data) return null;
  const stored = Object.fromEntries(FIELDS.map((field) => [field, factOf(field, form.values[field] ?? "", settings)]));
  const hours = officeHours(stored as Record<(typeof FIELDS)[number], string | null>);
  const differences = againstQueues(hours, { ...data, today: data.now.date });
  if (differences.length === 0) return null;
  return (
    <section className="note note--warn" aria-labelledby={titleId}>
      <h3 id={titleId}>{t("office.hours-differ")}</h3>
      <ul>
        {differences.map((difference) => (
          <li key={JSON.stringify(difference)}>{words(difference)}</li>
        ))}
      </ul>
      <Link to="/offices/$office/queues" params={{ office }}>
        {t("office.hours-queues-link")}
      </Link>
    </section>
  );
}

function useWords(office: string): (difference: Difference) => string {
  const t = useText();
  const { language } = useLanguage();
  const queueName = useQueueName(office);
  return ({ days, hours, ...of }) => {
    const values = {
      days: "date" in days ? dayAndMonth(days.date, language) : nameOfWeekday(days.weekday, language),
      hours,
    };
    if (of.is === "without-queue") return t("office.hours-without-queue", values);
    const queue = of.queue === null ? t("office.hours-all-queues") : queueName(of.queue);
    return t("office.hours-queue-outside", { ...values, queue });
  };
}
