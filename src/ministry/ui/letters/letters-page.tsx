import { useQuery } from "@tanstack/react-query";
import { numericDate, timeOf } from "../../../kit/dates.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { FoundNote } from "../../../kit/form/found-note.tsx";
import { LinesInput, TextInput } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useDraftNotice } from "../../../kit/form/use-draft-notice.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { LetterPreview } from "../../../mail/ui/letter-preview.tsx";
import type { LetterFrame } from "../../contract.ts";
import { checkLetterFrame } from "../acts.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { letterFrameQuery } from "../queries.ts";
import { FRAME_FORM, frameRequestOf, useLetterFrame } from "./use-letter-frame.ts";

/** The sender's name and the legal foot of all letters to citizens. */
export function LettersPage() {
  return (
    <MinistryFrame section="letters">
      <LettersSection />
    </MinistryFrame>
  );
}

function LettersSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(letterFrameQuery);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return <FrameForm frame={data} />;
}

function FrameForm({ frame }: { frame: LetterFrame }) {
  const t = useText();
  const form = useLetterFrame(frame);
  useDraftNotice([FRAME_FORM], null);
  const labels: Readonly<Record<string, string>> = {
    senderName: t("ministry.letters-sender-name"),
    foot: t("ministry.letters-foot"),
    footEn: t("ministry.letters-foot-en"),
  };
  const labelOf = (field: string): string => labels[field] ?? field;
  return (
    <form
      ref={form.ref}
      noValidate
      className="ministry__letters sheet"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <p className="hint">{t("ministry.letters-hint")}</p>
      <LastChange frame={frame} />
      <FoundNote form={form} />
      <OvertakenNotice form={form} labelOf={labelOf} wordsOf={(_, text) => text || t("ministry.fact-none")} />
      <TextInput
        form={form}
        field="senderName"
        label={labelOf("senderName")}
        hint={t("ministry.letters-sender-name-hint")}
        spellCheck
      />
      <LinesInput form={form} field="foot" label={labelOf("foot")} hint={t("ministry.letters-foot-hint")} isOptional />
      <LinesInput form={form} field="footEn" label={labelOf("footEn")} isOptional />
      <FormProblem sentence={form.problem} />
      <div className="group">
        <Button type="submit" look="primary" aria-disabled={form.isSaving}>
          {t(form.overtaken.length > 0 ? "ministry.letters-submit-mine" : "ministry.letters-submit")}
        </Button>
        <LetterPreview form={form} ask={(language) => checkLetterFrame({ ...frameRequestOf(form.values), language })} />
      </div>
    </form>
  );
}

function LastChange({ frame: { changedAt, changedBy } }: { frame: LetterFrame }) {
  const t = useText();
  if (!changedAt || !changedBy) return null;
  const moment = { date: numericDate(changedAt.slice(0, 10)), time: timeOf(changedAt) };
  return <p className="hint">{t("ministry.letters-last-change", { ...moment, by: changedBy })}</p>;
}
