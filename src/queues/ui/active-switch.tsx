import { sentenceOf } from "../../kit/failure.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Switch } from "../../kit/ui/switch.tsx";
import type { Queue } from "../contract.ts";
import type { QueueAct } from "./queue-acts.ts";
import { useRule } from "./use-rule.ts";
import { datesWords } from "./weekday-name.ts";

interface ActiveSwitchProps {
  readonly office: string;
  readonly queue: Queue;
  readonly canRule: boolean;
  readonly onAct: (act: QueueAct) => void;
}

/** On: done at once. Off: whom it concerns is shown first. */
export function ActiveSwitch({ office, queue, canRule, onAct }: ActiveSwitchProps) {
  const t = useText();
  const { language } = useLanguage();
  const rule = useRule(office);
  const { name, number, active, activity, version } = queue;
  const word = t(active ? "queues.active" : "queues.inactive");
  const activate = () =>
    rule.mutate({
      method: "POST",
      path: `queues/${number}/activation`,
      body: {},
      version,
      done: t("queues.activated", { queue: name }),
    });
  const failure = rule.error && sentenceOf(rule.error, t, t("shell.noAnswerAct"));
  return (
    <div className="queue__active">
      {canRule ? (
        <Switch
          isOn={active}
          word={word}
          of={name}
          whyNot={whyFixed(queue, t)}
          onChange={(isOn) => (isOn ? activate() : onAct("deactivation"))}
        />
      ) : (
        <b>{word}</b>
      )}
      {activity.map(({ from, to, active: isActive }) => (
        <p key={from} className="queue__warn">
          {t(isActive ? "queues.active" : "queues.inactive")} {datesWords(from, to, language)}
        </p>
      ))}
      <div role="alert">{failure && <p className="field-error">{failure}</p>}</div>
    </div>
  );
}

function whyFixed({ isDefault, active, hours }: Queue, t: ReturnType<typeof useText>): string | undefined {
  if (isDefault) return t("queues.default-stays");
  return !active && hours.length === 0 ? t("queues.hours-first") : undefined;
}
