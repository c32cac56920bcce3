import { numericDate } from "../../../kit/dates.ts";
import type { Form } from "../../../kit/form/form.ts";
import { DateInput, Radios } from "../../../kit/form/inputs.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Queue } from "../../contract.ts";
import { weekdayName } from "../weekday-name.ts";
import { SCOPES } from "./hours-draft.ts";

interface HoursSinceProps {
  readonly form: Form;
  readonly queue: Queue;
  readonly today: string;
}

/** For when the new hours hold, and what was ruled already for other dates. */
export function HoursSince({ form, queue, today }: HoursSinceProps) {
  const t = useText();
  const { scope } = form.values;
  return (
    <>
      <Radios
        form={form}
        field="scope"
        legend={t("queues.scope")}
        options={SCOPES.map((each) => [each, t(`queues.scope-${each}`)] as const)}
        isFirst
      />
      {scope !== "always" && (
        <div className="queue-form__pair">
          <DateInput form={form} field="from" label={t(scope === "date" ? "queues.date" : "queues.from")} min={today} />
          {scope === "season" && <DateInput form={form} field="to" label={t("queues.to")} min={today} />}
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
