import { useText } from "../../../../kit/text.tsx";
import type { DraftForm } from "../form/use-draft-form.ts";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { type AppointmentWording, appointmentLabel, isNamed, valueWords } from "../words/field-words.ts";
import type { ForeignChange } from "./rebase.ts";
import type { Stale } from "./stale.ts";

interface StaleNoticeProps {
  readonly stale: Stale;
  /** The author of the latest change, as soon as it is known */
  readonly by: string | null;
  readonly form: DraftForm;
  readonly wording: AppointmentWording;
  /** The clerk has decided about a field */
  readonly onSeen: () => void;
}

/** What the other operator changed: taken over where this form does not touch it, to be decided where it does. */
export function StaleNotice({ stale, by, form, wording, onSeen }: StaleNoticeProps) {
  const t = useText();
  const changes = stale.changes.filter(({ field }) => isNamed(field));
  const mine = changes.filter((change) => change.mine !== null);
  const theirs = changes.filter((change) => change.mine === null);
  return (
    <section className="note note--warn stale" id={NOTICE} tabIndex={-1} aria-label={t("panel.stale-seen")}>
      <p role="alert">
        <b>{stale.sentence ?? t("panel.stale-seen")}</b> {by !== null && t("panel.stale-by", { by })}{" "}
        {t(mine.length > 0 ? "panel.stale-text" : "panel.stale-same")}
      </p>
      {mine.map((change) => (
        <Decision key={change.field} change={change} form={form} wording={wording} onSeen={onSeen} />
      ))}
      {theirs.length > 0 && (
        <div>
          <p>{t("panel.stale-taken-over")}</p>
          <ul>
            {theirs.map(({ field, theirs: value }) => (
              <li key={field}>
                {isNamed(field) && appointmentLabel(field, t)}: <b>{valueWords(field, value, wording)}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface DecisionProps extends Pick<StaleNoticeProps, "form" | "wording" | "onSeen"> {
  readonly change: ForeignChange;
}

function Decision({ change: { field, theirs, mine }, form, wording, onSeen }: DecisionProps) {
  const { t } = wording;
  const typed = form.draft[field];
  const value = typed === theirs ? "theirs" : "mine";
  const own = value === "mine" ? typed : (mine ?? "");
  return (
    <ChoiceRow
      legend={isNamed(field) ? appointmentLabel(field, t) : field}
      isStacked
      options={[
        { value: "theirs", label: `${t("panel.stale-theirs")}: ${valueWords(field, theirs, wording)}` },
        { value: "mine", label: `${t("panel.stale-mine")}: ${valueWords(field, own, wording)}` },
      ]}
      value={value}
      onChange={(choice) => {
        form.change(field, choice === "theirs" ? theirs : (mine ?? ""));
        onSeen();
      }}
    />
  );
}

const NOTICE = "stale-notice";

export function focusStaleNotice(): void {
  const notice = document.getElementById(NOTICE);
  (notice?.querySelector<HTMLElement>("input:checked") ?? notice)?.focus();
}
