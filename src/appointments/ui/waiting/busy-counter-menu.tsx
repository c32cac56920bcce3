import { useRef } from "react";
import { MenuPopover } from "../../../kit/menu/menu-popover.tsx";
import { useStore } from "../../../kit/store.ts";
import { useText } from "../../../kit/text.tsx";
import type { IconName } from "../../../kit/ui/icon.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";
import { type BusyCounter, busyCounter } from "./use-busy-counter.ts";
import { useNext } from "./use-next.ts";
import { visitName } from "./visit-name.ts";

type Answer = "end" | "both" | "back";

const ICONS: Readonly<Record<Answer, IconName>> = { end: "check", both: "play", back: "close" };

/** «Έναρξη» where somebody is served already: that visit ends, or both go on together, or nothing happens. */
export function BusyCounterMenu({ office, day }: { office: Office; day: Day }) {
  const asked = useStore(busyCounter, (now) => now);
  return asked && <Question key={visitKey(asked)} office={office} day={day} asked={asked} />;
}

const visitKey = ({ starts: { appointment, ticket } }: BusyCounter): string => (appointment ?? ticket)?.id ?? "";

function Question({ office, day, asked }: { office: Office; day: Day; asked: BusyCounter }) {
  const t = useText();
  const next = useNext(office.code);
  const triggerRef = useRef(asked.trigger);
  const { queue, starts, served } = asked;
  const names = { starts: visitName(starts, t), ends: served.map((visit) => visitName(visit, t)).join(", ") };
  const queueName = day.queues.find(({ number }) => number === queue)?.name ?? String(queue);
  const sentence = t("waiting.busy", { queue: queueName, names: names.ends });
  const words: Readonly<Record<Answer, string>> = {
    end: t("waiting.busy-end", names),
    both: t("waiting.busy-both"),
    back: t("waiting.busy-back"),
  };
  const close = () => busyCounter.set(() => null);
  const answer = (chosen: Answer) => {
    close();
    if (chosen === "back") return;
    next.mutate(chosen === "end" ? { queue, served, starts } : { queue, served: [], beside: served, starts });
  };
  return (
    <MenuPopover
      label={sentence}
      trigger={triggerRef}
      under="start"
      className="busy"
      choices={(["end", "both", "back"] as const).map((act) => ({ act, words: words[act], icon: ICONS[act] }))}
      onChoose={answer}
      onClose={close}
    >
      <p className="busy__words">{sentence}</p>
    </MenuPopover>
  );
}
