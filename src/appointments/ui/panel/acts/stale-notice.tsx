import { useState } from "react";
import { NOTICE } from "../../../../kit/form/focus.ts";
import type { Form } from "../../../../kit/form/form.ts";
import type { ChangeElsewhere } from "../../../../kit/form/overtaken.ts";
import { useText } from "../../../../kit/text.tsx";
import { classes } from "../../../../kit/ui/classes.ts";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { type AppointmentWording, appointmentLabel, valueWords } from "../words/field-words.ts";

interface StaleNoticeProps {
  readonly form: Form;
  /** The author of the latest change, as soon as it is known */
  readonly by: string | null;
  readonly wording: AppointmentWording;
}

/** What a colleague changed: taken over where this form does not touch it, to be decided where it does. */
export function StaleNotice({ form, by, wording }: StaleNoticeProps) {
  const t = useText();
  // What was decided can be decided anew until it is saved.
  const [decided, setDecided] = useState<readonly ChangeElsewhere[]>([]);
  const { elsewhere, overtaken, values } = form;
  if (elsewhere.length === 0) return null;
  const among = (changes: readonly ChangeElsewhere[], name: string) => changes.find(({ field }) => field === name);
  const mine = Object.keys(values).flatMap((field) => among(overtaken, field) ?? among(decided, field) ?? []);
  const theirs = elsewhere.filter(({ field }) => appointmentLabel(field, t) !== null && !among(mine, field));
  return (
    <section className={classes("note note--warn stale", NOTICE)} tabIndex={-1} aria-label={t("panel.stale-seen")}>
      <p role="alert">
        <b>{t("panel.stale-seen")}</b> {by !== null && t("panel.stale-by", { by })}{" "}
        {t(mine.length > 0 ? "panel.stale-text" : "panel.stale-same")}
      </p>
      {mine.map((change) => (
        <Decision
          key={change.field}
          form={form}
          change={{ ...change, now: among(elsewhere, change.field)?.now ?? change.now }}
          wording={wording}
          onDecided={(now) => setDecided([...decided.filter(({ field }) => field !== now.field), now])}
        />
      ))}
      {theirs.length > 0 && (
        <div>
          <p>{t("panel.stale-taken-over")}</p>
          <ul>
            {theirs.map(({ field, now }) => (
              <li key={field}>
                {appointmentLabel(field, t)}: <b>{valueWords(field, now, wording)}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface DecisionProps extends Pick<StaleNoticeProps, "form" | "wording"> {
  readonly change: ChangeElsewhere;
  readonly onDecided: (change: ChangeElsewhere) => void;
}

function Decision({ form, change, wording, onDecided }: DecisionProps) {
  const { t } = wording;
  const { field, now } = change;
  const typed = form.values[field] ?? "";
  const value = typed === now ? "theirs" : "mine";
  const mine = value === "mine" ? typed : (change.mine ?? "");
  return (
    <ChoiceRow
      legend={appointmentLabel(field, t) ?? field}
      look="stacked"
      options={[
        { value: "theirs", label: `${t("panel.stale-theirs")}: ${valueWords(field, now, wording)}` },
        { value: "mine", label: `${t("panel.stale-mine")}: ${valueWords(field, mine, wording)}` },
      ]}
      value={value}
      onChange={(choice) => {
        onDecided({ ...change, mine });
        form.change(field, choice === "theirs" ? now : mine);
      }}
    />
  );
}
