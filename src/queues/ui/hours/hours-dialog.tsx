import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Queue, Queues } from "../../contract.ts";
import { FormChange } from "../dialogs/form-change.tsx";
import { rangeOf } from "../week-strip.ts";
import { weekdayName } from "../weekday-name.ts";
import { sinceWords } from "./hours-change.ts";
import { HoursChangeBands } from "./hours-change-bands.tsx";
import { HoursCopy } from "./hours-copy.tsx";
import { HoursDay } from "./hours-day.tsx";
import { datesOf, spanOfTimes } from "./hours-draft.ts";
import { HoursSince } from "./hours-since.tsx";
import { hoursWords, weekdayIn } from "./hours-texts.ts";
import { type HoursForm, useHoursForm } from "./use-hours-form.ts";

interface HoursDialogProps {
  readonly office: string;
  readonly page: Queues;
  readonly queue: Queue;
  readonly onClose: () => void;
}

/** When a queue serves: several intervals a weekday, for one date, from now on, always or for a season. */
export function HoursDialog({ office, page, queue, onClose }: HoursDialogProps) {
  const t = useText();
  const { language } = useLanguage();
  const hours = useHoursForm({ office, queue, today: page.now.date, onDone: onClose });
  const { form, asked } = hours;
  const dates = datesOf(hours.draft, page.now.date);
  const isDated = dates.from !== "" && dates.to !== "";
  const title = t("queues.hours-of", { queue: queue.name });
  return (
    <>
      {asked && (
        <FormChange
          form={form}
          office={office}
          method="PUT"
          path={hours.path}
          body={asked}
          closes="time"
          title={title}
          submitLabel={(count) => t("queues.hours-and", { count, when: sinceWords(asked, language) })}
          comparison={(proposal) => <HoursChangeBands request={asked} queue={queue} proposal={proposal} />}
          onBack={hours.goBack}
        />
      )}
      <FormDialog
        form={form}
        title={title}
        submit={isDated ? t("queues.hours-save-since", { when: sinceWords(dates, language) }) : t("queues.hours-save")}
        back={t("queues.back")}
        problem={hours.isUnchanged ? t("queues.hours-unchanged") : null}
        isWide
        onSubmit={hours.submit}
        onClose={onClose}
      >
        <OvertakenNotice
          form={form}
          labelOf={(field) => weekdayName(weekdayIn(field), language)}
          wordsOf={(_, text) => hoursWords(text, t)}
        />
        <HoursSince form={form} queue={queue} today={page.now.date} />
        <HoursCopy hours={hours} page={page} queue={queue} />
        <Days hours={hours} slot={queue.slotMinutes} />
      </FormDialog>
    </>
  );
}

function Days({ hours, slot }: { hours: HoursForm; slot: number }) {
  const spans = hours.days.flatMap((day) => (hours.week[day] ?? []).flatMap((times) => spanOfTimes(times) ?? []));
  return (
    <ul className="hours__days">
      {hours.days.map((day) => (
        <HoursDay key={day} hours={hours} day={day} slot={slot} range={rangeOf(spans)} />
      ))}
    </ul>
  );
}
