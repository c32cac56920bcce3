import type { RefObject } from "react";
import { Space, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Office } from "../../../offices/contract.ts";
import { minutesOnClock, type Waiting } from "../../../waiting/rules.ts";
import type { Day } from "../../contract.ts";
import { longerWords } from "../needs/longer.ts";
import { NeedsMark } from "../needs/needs-mark.tsx";
import type { WaitingLine } from "./use-line.ts";
import { visitName, waitingName } from "./visit-name.ts";

interface NextPartProps {
  readonly office: Office;
  readonly line: WaitingLine;
  readonly day: Day;
  readonly isPending: boolean;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onPress: () => void;
}

/** «Επόμενος», with what it will do before it is pressed: whose turn it is, from whose plan, and whose visit ends. */
export function NextPart({ office, line, day, isPending, buttonRef, onPress }: NextPartProps) {
  const t = useText();
  const { first, counter, called, absent, now } = line;
  const ends = counter.served.map((visit) => visitName(visit, t)).join(", ");
  const starts = first ? visitName(first, t) : "";
  const isIdle = !first && counter.served.length === 0 && called.length === 0;
  return (
    <div className="waiting__part waiting__then">
      <Button
        ref={buttonRef}
        look="primary"
        aria-keyshortcuts="k"
        aria-disabled={isPending || isIdle}
        title={titleFor()}
        onClick={onPress}
      >
        {t("waiting.next")} <kbd aria-hidden="true">K</kbd>
      </Button>
      <p>
        <small>{first ? fromWords(first) : t("waiting.then-none")}</small>
        <Space />
        <b>
          {first ? waitingName(first, line.day.numbers, t) : t("waiting.nobody-waits")}
          {first?.appointment && <NeedsMark {...first.appointment} />}
        </b>{" "}
        <span>{absent.length > 0 ? goneWords() : first && waitWords(first)}</span>
      </p>
    </div>
  );

  /** Whose visit ends is said before it is pressed, too. */
  function titleFor(): string {
    if (!starts) return ends ? t("waiting.next-only-ends", { ends }) : t("waiting.nobody-waits");
    return t(ends ? "waiting.next-ends" : "waiting.next-starts", { ends, starts });
  }

  function fromWords({ queue }: Waiting): string {
    if (queue === null) return t("waiting.from-all");
    if (queue === counter.number) return t("waiting.from-own");
    return t("waiting.from-other", { queue: day.queues.find(({ number }) => number === queue)?.name ?? "" });
  }

  function goneWords(): string {
    return t("waiting.done-also-left", { names: absent.map((one) => visitName(one, t)).join(", ") });
  }

  function waitWords({ since, appointment }: Waiting): string {
    const minutes = minutesOnClock(since, now);
    const waits = minutes < 0 ? t("waiting.then-early") : t("waiting.then-waits", { minutes });
    const longer = appointment && longerWords(appointment, { office, queues: day.queues }, t);
    return longer ? `${waits}, ${longer}` : waits;
  }
}
