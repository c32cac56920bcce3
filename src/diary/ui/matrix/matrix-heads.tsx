import { useQuery } from "@tanstack/react-query";
import { dayQuery } from "../../../appointments/ui/queries.ts";
import { likelyToday, weekdayAndDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import type { Office } from "../../../offices/contract.ts";
import type { DiaryPreview } from "../../contract.ts";
import type { Diary } from "../use-diary.ts";
import { answersOf, OUT, type ShownHead } from "./head-answers.ts";

interface MatrixHeadsProps {
  readonly office: Office;
  readonly matrix: NonNullable<DiaryPreview["matrix"]>;
  readonly work: Diary;
}

/** Each column is a day or a queue: what its head does not say is asked once, for all of its visits. */
export function MatrixHeads({ office, matrix: { kind, heads }, work }: MatrixHeadsProps) {
  const t = useText();
  const { answerHeads, readByRows, diary } = work;
  const isAsked = ({ id, date, queue }: ShownHead) => (kind === "days" ? date : queue) === null || diary.heads[id];
  const asked = heads.filter(isAsked);
  return (
    <fieldset className="diary__matrix">
      <legend>{t(`diary.matrix-${kind}`)}</legend>
      {asked.length > 0 && <p className="hint">{t(`diary.matrix-${kind}-ask`)}</p>}
      <div className="diary__terms">
        {asked.map((head) => (
          <HeadChoice
            key={head.id}
            office={office}
            kind={kind}
            head={head}
            onAnswer={(value) => answerHeads(answersOf(kind, head, { value, heads }))}
          />
        ))}
      </div>
      <p>
        <Button size="small" wraps onClick={readByRows}>
          {t("diary.matrix-no")}
        </Button>
      </p>
    </fieldset>
  );
}

interface HeadChoiceProps extends Pick<MatrixHeadsProps["matrix"], "kind"> {
  readonly office: Office;
  readonly head: ShownHead;
  readonly onAnswer: (value: string) => void;
}

function HeadChoice({ office, kind, head, onAnswer }: HeadChoiceProps) {
  const t = useText();
  const { language } = useLanguage();
  const queues = useQuery(dayQuery(office.code, likelyToday())).data?.queues ?? [];
  const answered = kind === "days" ? head.date : head.queue?.toString();
  const options =
    kind === "days"
      ? head.days.map((date) => [date, weekdayAndDate(date, language)] as const)
      : queues.map(({ number, name }) => [String(number), name] as const);
  return (
    <Field label={t("diary.head", { label: head.label, written: head.written })}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={head.isLeftOut ? OUT : (answered ?? "")}
          onChange={({ target }) => onAnswer(target.value)}
        >
          <option value="">{t("diary.head-open")}</option>
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
          <option value={OUT}>{t("diary.head-out")}</option>
        </select>
      )}
    </Field>
  );
}
