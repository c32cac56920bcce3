import { numericDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { DateField } from "../../../kit/ui/date-field.tsx";
import type { Queue } from "../../contract.ts";
import { RadioGroup } from "../dialogs/radio-group.tsx";
import { weekdayName } from "../weekday-name.ts";
import { SCOPES } from "./hours-draft.ts";
import type { HoursForm } from "./use-hours-form.ts";

interface HoursSinceProps {
  readonly form: HoursForm;
  readonly queue: Queue;
  readonly today: string;
}

/** For when the new hours hold, and what was ruled already for other dates. */
export function HoursSince({ form, queue, today }: HoursSinceProps) {
  const t = useText();
  const { draft, errors, change } = form;
  const field = (name: "from" | "to", label: string) => (
    <DateField
      label={label}
      min={today}
      value={draft[name]}
      error={errors[name]}
      onChange={(date) => change({ [name]: date })}
    />
  );
  return (
    <>
      <RadioGroup
        legend={t("queues.scope")}
        options={SCOPES.map((scope) => [scope, t(`queues.scope-${scope}`)] as const)}
        value={draft.scope}
        onChange={(scope) => change({ scope })}
      />
      {draft.scope !== "always" && (
        <div className="queue-form__pair">
          {field("from", t(draft.scope === "date" ? "queues.date" : "queues.from"))}
          {draft.scope === "season" && field("to", t("queues.to"))}
        </div>
      )}
      <Seasons queue={queue} today={today} />
    </>
  );
}

/** Hours that are limited to dates: new ones from then on take their place. */
function Seasons({ queue: { hours }, today }: { queue: Queue; today: string }) {
  const t = useText();
  const { language } = useLanguage();
  const limited = hours.filter(({ from, to }) => to !== null || (from !== null && from > today));
  if (limited.length === 0) return null;
  return (
    <div className="hint">
      <p>{t("queues.seasons")}</p>
      <ul className="hours__seasons">
        {limited.map(({ weekday, opens, closes, from, to }) => (
          <li key={`${weekday} ${opens} ${from}`}>
            {weekdayName(weekday, language)} {opens}–{closes}
            {from && ` ${t("queues.since", { date: numericDate(from) })}`}
            {to && ` ${t("queues.until", { date: numericDate(to) })}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
