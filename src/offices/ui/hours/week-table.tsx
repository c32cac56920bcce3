import { useId } from "react";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { DAY_CODES } from "../../hours/week-hours.ts";
import type { Tab } from "../tabs/use-tab.ts";
import { nameOfWeekday } from "./hours-words.ts";
import { dayHoursOnScreen, dayTexts, isSameDay, isUnread, withDay } from "./typed-hours.ts";

const SIDES = ["counterHours", "telephoneHours"] as const;
type WeekField = (typeof SIDES)[number];
const HEADS = { counterHours: "office.hours-counter", telephoneHours: "office.hours-telephone" } as const;

const LABELS = { counterHours: "office.hours-of-counter", telephoneHours: "office.hours-of-telephone" } as const;

/** A line for each weekday: at the counter, and by telephone. */
export function WeekTable({ tab }: { tab: Tab }) {
  const t = useText();
  const { language } = useLanguage();
  const id = useId();
  const { errors } = tab.form;
  return (
    <>
      <table className="hours-week">
        <thead>
          <tr>
            <td />
            {SIDES.map((side) => (
              <th key={side} scope="col">
                {t(HEADS[side])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DAY_CODES.map((code, day) => (
            <tr key={code}>
              <th scope="row">{nameOfWeekday(day + 1, language)}</th>
              {SIDES.map((side) => (
                <td key={side}>
                  <DayInput tab={tab} side={side} day={day} errorId={`${id}-${side}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {SIDES.map(
        (side) =>
          errors[side] && (
            <p key={side} className="field-error" id={`${id}-${side}`}>
              <Icon name="warning" />
              {t(HEADS[side])}: {errors[side]}
            </p>
          ),
      )}
    </>
  );
}

interface DayInputProps {
  readonly tab: Tab;
  readonly side: WeekField;
  readonly day: number;
  readonly errorId: string;
}

function DayInput({ tab: { form, settings }, side, day, errorId }: DayInputProps) {
  const t = useText();
  const { language } = useLanguage();
  const text = form.values[side] ?? "";
  const typed = dayTexts(text)[day] ?? "";
  const saved = dayTexts(settings[side] ?? "")[day] ?? "";
  // Of a week that is faulty as a whole, each day that is said.
  const isFaulty =
    form.errors[side] !== undefined && (isUnread(typed) || (typed !== "" && !dayTexts(text).some(isUnread)));
  const beforeId = `${errorId}-${day}-before`;
  const hasChanged = !isSameDay(typed, saved);
  // Silence is not a no.
  const wordsBefore = () => {
    if (settings[side] === null) return t("office.empty");
    return saved === "" ? t("office.hours-closed") : dayHoursOnScreen(saved);
  };
  return (
    <>
      <input
        className="input"
        name={side}
        autoComplete="off"
        spellCheck={false}
        aria-label={t(LABELS[side], { day: nameOfWeekday(day + 1, language) })}
        aria-invalid={isFaulty || undefined}
        aria-describedby={[isFaulty && errorId, hasChanged && beforeId].filter(Boolean).join(" ") || undefined}
        data-changed={hasChanged || undefined}
        value={dayHoursOnScreen(typed)}
        onChange={({ target }) => form.change(side, withDay(text, day, target.value))}
        onBlur={() => form.leave(side)}
      />
      {hasChanged && (
        <p className="settings__before" id={beforeId}>
          {t("office.before", { before: wordsBefore() })}
        </p>
      )}
    </>
  );
}
