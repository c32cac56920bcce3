import type { NationalDraws } from "../../../draws/contract.ts";
import { LEAST_HOURS_OPEN } from "../../../draws/terms/terms-rules.ts";
import { hoursOpen } from "../../../draws/terms/windows.ts";
import { numericDate, timeOf, weekday } from "../../../kit/dates.ts";
import type { Form } from "../../../kit/form/form.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { FoundNote } from "../../../kit/form/found-note.tsx";
import { LinesInput, SelectInput, TextInput, TimeInput } from "../../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useDraftNotice } from "../../../kit/form/use-draft-notice.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { ISO_WEEKDAYS, someDateOn } from "../draw-words.ts";
import { DrawServices } from "./draw-services.tsx";
import { SharesPreviewPart } from "./shares-preview.tsx";
import { TERM_LABELS } from "./term-labels.ts";
import { TERMS_FORM, termsIn, useTerms } from "./use-terms.ts";

/** The terms as a form, with what other shares would have changed beside it. */
export function TermsForm({ draws }: { readonly draws: NationalDraws }) {
  const t = useText();
  const form = useTerms(draws);
  useDraftNotice([TERMS_FORM], null);
  const { next } = draws;
  const submit = next ? t("drawTerms.submit", { number: next.number }) : t("drawTerms.submit-next");
  return (
    <div className="draws__pair">
      <form
        ref={form.ref}
        noValidate
        className="draws__sheet sheet"
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <LastChange draws={draws} />
        <FoundNote form={form} />
        <OvertakenNotice
          form={form}
          labelOf={(field) => t(TERM_LABELS[field as keyof typeof TERM_LABELS])}
          wordsOf={(_, text) => text}
        />
        <DrawServices form={form} draws={draws} />
        <WindowFields form={form} />
        <ShareFields form={form} />
        <NeedFields form={form} />
        <LinesInput form={form} field="reason" label={t("drawTerms.reason")} />
        <FormProblem sentence={form.problem} />
        <div className="group">
          <Button type="submit" look="primary" aria-disabled={form.isSaving}>
            {form.overtaken.length > 0 ? t("drawTerms.submit-mine") : submit}
          </Button>
          <span className="hint">{t("drawTerms.running")}</span>
        </div>
      </form>
      <SharesPreviewPart values={form.values} />
    </div>
  );
}

function WindowFields({ form }: { readonly form: Form }) {
  const t = useText();
  const { language } = useLanguage();
  const days = ISO_WEEKDAYS.map((each) => [String(each), weekday(someDateOn(each), language)] as const);
  const terms = termsIn(form.values);
  const isWhole = [terms.opensTime, terms.closesTime].every((time) => /^\d\d:\d\d$/.test(time));
  return (
    <fieldset className="draws__fields">
      <legend>{t("drawTerms.window")}</legend>
      <div className="ministry__pair">
        <SelectInput form={form} field="opensOn" label={t("drawTerms.opens-on")} options={days} />
        <TimeInput form={form} field="opensTime" label={t("drawTerms.opens-time")} />
        <SelectInput form={form} field="closesOn" label={t("drawTerms.closes-on")} options={days} />
        <TimeInput
          form={form}
          field="closesTime"
          label={t("drawTerms.closes-time")}
          hint={isWhole ? t("drawTerms.open-hours", { hours: hoursOpen(terms), least: LEAST_HOURS_OPEN }) : undefined}
        />
      </div>
      <NumberInput form={form} field="answerDays" />
      <NumberInput form={form} field="releaseDays" />
      <NumberInput form={form} field="visitDays" />
    </fieldset>
  );
}

function ShareFields({ form }: { readonly form: Form }) {
  const t = useText();
  return (
    <fieldset className="draws__fields">
      <legend>{t("drawTerms.shares")}</legend>
      <p className="hint">{t("drawTerms.shares-hint")}</p>
      <NumberInput form={form} field="emailPercent" hint={t("drawTerms.email-hint")} />
      <NumberInput form={form} field="phonePercent" hint={t("drawTerms.phone-hint")} />
    </fieldset>
  );
}

function NeedFields({ form }: { readonly form: Form }) {
  const t = useText();
  return (
    <>
      <fieldset className="draws__fields">
        <legend>{t("drawTerms.need")}</legend>
        <p className="hint">{t("drawTerms.need-hint")}</p>
        <NumberInput form={form} field="needPercent" />
        <NumberInput form={form} field="needDays" />
      </fieldset>
      <fieldset className="draws__fields">
        <legend>{t("drawTerms.moves-title")}</legend>
        <NumberInput form={form} field="moves" hint={t("drawTerms.moves-hint")} />
      </fieldset>
    </>
  );
}

interface NumberInputProps {
  readonly form: Form;
  readonly field: keyof typeof TERM_LABELS;
  readonly hint?: string;
}

function NumberInput({ form, field, hint }: NumberInputProps) {
  const t = useText();
  return <TextInput form={form} field={field} inputMode="numeric" label={t(TERM_LABELS[field])} hint={hint} />;
}

function LastChange({ draws: { changedAt, changedBy } }: { readonly draws: NationalDraws }) {
  const t = useText();
  if (!changedAt || !changedBy) return null;
  const moment = { date: numericDate(changedAt.slice(0, 10)), time: timeOf(changedAt) };
  return <p className="hint">{t("ministry.letters-last-change", { ...moment, by: changedBy })}</p>;
}
