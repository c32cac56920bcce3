import { spanOf } from "../../../appointments/ui/plan/plan-layout.ts";
import { placed, variables } from "../../../kit/place-style.ts";
import type { Span } from "../../../kit/spans.ts";
import { Space, useLanguage, useText } from "../../../kit/text.tsx";
import type { Proposal } from "../../../proposals/contract.ts";
import type { HoursRequest, Queue } from "../../contract.ts";
import { rangeOf } from "../week-strip.ts";
import { type HoursChange, hoursChanges, sinceWords, weekdaysWords } from "./hours-change.ts";
import { spanOfTimes } from "./hours-draft.ts";
import { type OpeningTimes, weekdayOf } from "./hours-week.ts";

interface HoursChangeBandsProps {
  readonly request: HoursRequest;
  readonly queue: Queue;
  readonly proposal: Proposal;
}

/** What the weekdays are now, and what they become; in red the appointments that it concerns. */
export function HoursChangeBands({ request, queue, proposal }: HoursChangeBandsProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <div className="hours-change">
      <p>{t("queues.hours-new", { when: sinceWords(request, language) })}</p>
      {hoursChanges(request, queue).map((change) => (
        <Change
          key={change.weekdays.join()}
          change={change}
          concerned={proposal.appointments
            .filter(({ appointment }) => change.weekdays.includes(weekdayOf(appointment.date)))
            .map(({ appointment }) => spanOf(appointment))}
        />
      ))}
    </div>
  );
}

function Change({
  change: { weekdays, before, after },
  concerned,
}: {
  change: HoursChange;
  concerned: readonly Span[];
}) {
  const t = useText();
  const { language } = useLanguage();
  const range = rangeOf([...[...before, ...after].flatMap((times) => spanOfTimes(times) ?? []), ...concerned]);
  return (
    <div className="hours-change__days">
      <p className="label">{weekdaysWords(weekdays, language)}</p>
      <Hours label={t("queues.hours-now")} times={before} range={range} />
      <Hours label={t("queues.hours-then")} times={after} range={range} concerned={concerned} />
    </div>
  );
}

interface HoursProps {
  readonly label: string;
  readonly times: readonly OpeningTimes[];
  readonly range: Span;
  readonly concerned?: readonly Span[];
}

function Hours({ label, times, range, concerned = [] }: HoursProps) {
  const t = useText();
  const spans = times.flatMap((each) => spanOfTimes(each) ?? []);
  const words = times.map(({ opens, closes }) => `${opens}–${closes}`).join(", ");
  return (
    <p className="hours-change__line">
      <b>{label}</b>
      <Space />
      <span className="time-band" aria-hidden="true" style={variables({ "--of": range.to - range.from })}>
        {spans.map((span) => (
          <span key={span.from} className="is-serving" style={placed(span, range)} />
        ))}
        {concerned.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: of several days, at the same time
          <span key={index} className="is-concerned" style={placed(span, range)} />
        ))}
      </span>
      <span>{words || t("queues.closed")}</span>
    </p>
  );
}
