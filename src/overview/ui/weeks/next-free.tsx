import type { Alternative } from "../../../appointments/contract.ts";
import { useShortcuts } from "../../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { Service } from "../../../offices/contract.ts";
import { WEEKS_AHEAD, type Weeks } from "../../contract.ts";
import { serviceWords } from "../day-words.ts";
import { NewAt, useNewAt } from "../new-at.tsx";
import { placeWords } from "../place-words.ts";

interface NextFreeProps {
  readonly office: string;
  /** From now to the first time that is proposed to whoever telephones */
  readonly lead: number;
  readonly service: Service;
  readonly weeks: Weeks;
}

/** The answer to the question on the telephone, under the finger from the start: Enter books it. */
export function NextFree({ office, lead, service, weeks: { queues, now, next } }: NextFreeProps) {
  const t = useText();
  const { language } = useLanguage();
  const newAt = useNewAt();
  const { byPhone, inPerson } = next;
  useShortcuts(byPhone ? { KeyB: () => newAt(office, byPhone, service.code) } : {});
  const words = (place: Alternative) =>
    placeWords({ ...place, queue: queueName(queues, place.queue) }, now.date, t, language);
  const said = { service: serviceWords(service, language), minutes: lead };
  const title = t(lead > 0 ? "overview.next-lead" : "overview.next", said);
  if (!byPhone) {
    const sentence = t("overview.next-none", { service: serviceWords(service, language), weeks: WEEKS_AHEAD });
    return <p className="weeks__next note note--warn">{sentence}</p>;
  }
  const isOther = inPerson && (inPerson.date !== byPhone.date || inPerson.time !== byPhone.time);
  return (
    <div className="weeks__next">
      <p>{title}:</p>
      <NewAt
        office={office}
        place={byPhone}
        service={service.code}
        className={buttonClass("primary", "large")}
        shortcut="b"
        ref={focus}
      >
        <Icon name="plus" />
        <span>
          <span className="visually-hidden">{t("overview.new")} </span>
          {words(byPhone)}
        </span>{" "}
        <kbd aria-hidden="true">B</kbd>
      </NewAt>
      {isOther && (
        <p className="weeks__here">
          {t("overview.next-here")}:{" "}
          <NewAt
            office={office}
            place={inPerson}
            service={service.code}
            isHere={inPerson.date === now.date}
            className={buttonClass("link")}
            label={t("overview.new-at", { place: words(inPerson) })}
          >
            {words(inPerson)}
          </NewAt>
        </p>
      )}
    </div>
  );
}

/** When it first appears, not when it changes. */
const focus = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });

const queueName = (queues: Weeks["queues"], number: number): string =>
  queues.find((queue) => queue.number === number)?.name ?? String(number);
