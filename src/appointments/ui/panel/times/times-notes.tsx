import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import { whenPhrase } from "../words/when.ts";
import { FIRST_TIMES_DAYS } from "./first-times.ts";
import { placeKey } from "./place.ts";
import type { TimesFieldProps } from "./times-props.ts";

/** Why there is no list, or why it stands on another time than before. */
export function TimesNotes(props: TimesFieldProps) {
  const { times } = props;
  const { now, counter } = times.terms;
  const t = useText();
  const { language } = useLanguage();
  const { first, lost, selected } = times;
  if (times.state.clash) return null;
  if (times.terms.service === "") return <p className="hint">{t("panel.service-first")}</p>;
  if (first.isPending) return <p className="hint times__wait">{t("panel.times-loading")}</p>;
  if (first.isError) {
    return (
      <p className="field-error" role="alert">
        <Icon name="warning" />
        {t("panel.times-failed")}
        <Button size="small" onClick={() => first.refetch()}>
          {t("shell.retry")}
        </Button>
      </p>
    );
  }
  if (times.list.length === 0) return <p className="hint">{t("panel.times-none", { days: FIRST_TIMES_DAYS })}</p>;
  if (counter && !times.list.some(({ date }) => date === now.date)) return <CounterFull {...props} />;
  if (!lost || !selected) return null;
  return (
    <p className="hint hint--warn" role="status">
      <Icon name="info" />
      {t("panel.time-lost", { time: lost.time, when: whenPhrase(selected, now.date, language) })}
    </p>
  );
}

/** Nobody is sent away without knowing when there is room. */
function CounterFull({ times: { list, terms }, queueName }: TimesFieldProps) {
  const t = useText();
  const { language } = useLanguage();
  const [next] = list;
  if (!next) return null;
  const when = whenPhrase(next, terms.now.date, language);
  return (
    <p className="hint hint--warn" role="status">
      <Icon name="info" />
      {t("panel.counter-full", { when, queue: queueName(next.queue) })}
    </p>
  );
}

/** The clerk may be reading the place out just now: that it is lost is said at once, and what the form stands on instead. */
export function GoneNote({ times: { selected, state, terms }, queueName }: TimesFieldProps) {
  const t = useText();
  const { language } = useLanguage();
  const { gone } = state;
  if (!gone) return null;
  const { place, by } = gone;
  const lost = { time: place.time, queue: queueName(place.queue), name: by?.name ?? "" };
  const filled = by?.isOwn ? "panel.gone-filled-own" : "panel.gone-filled";
  return (
    <p className="note note--warn times__gone" role="alert" key={placeKey(place)}>
      <b>{t(by === null ? "panel.gone-taken" : filled, lost)}</b>{" "}
      {selected
        ? t("panel.gone-next", {
            when: whenPhrase(selected, terms.now.date, language),
            queue: queueName(selected.queue),
          })
        : t("panel.gone-none")}
    </p>
  );
}

/** «11:20, Ουρά 3: συμπληρώνει τώρα η Θάλεια» is why it is not offered. */
export function WithheldNote({ times: { withheld, terms }, queueName }: TimesFieldProps) {
  const t = useText();
  const { now } = terms;
  const { language } = useLanguage();
  return withheld.map(({ name, place, isOwn }) => (
    <p className="hint" key={`${isOwn} ${name} ${place.date} ${place.time} ${place.queue}`}>
      {t(isOwn ? "panel.withheld-own" : "panel.withheld", {
        when: place.date === now.date ? place.time : whenPhrase(place, now.date, language),
        queue: queueName(place.queue),
        name,
      })}
    </p>
  ));
}
