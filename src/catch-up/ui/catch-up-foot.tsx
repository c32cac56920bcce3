import { Link } from "@tanstack/react-router";
import { onDay } from "../../kit/dates.ts";
import { FormProblem } from "../../kit/form/form-problem.tsx";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button, buttonClass } from "../../kit/ui/button.tsx";
import { goneOf } from "./sheet-rows.ts";
import { marksIn } from "./typed.ts";
import type { CatchUpState } from "./use-catch-up.ts";

/** What one press does, on which day, and that it can be taken back. */
export function CatchUpFoot({ work }: { work: CatchUpState }) {
  const t = useText();
  const { language } = useLanguage();
  const { office, day, form, counts, unseen, problem } = work;
  const count = counts.changes;
  const gone = goneOf(marksIn(form.values), day);
  const submit = count === 0 ? t("catchUp.submit-none") : t("catchUp.submit", { count });
  return (
    <div className="paper-foot sheet">
      <div className="paper-foot__words">
        <p>
          {count === 0 ? (
            t("catchUp.none-marked")
          ) : (
            <>
              <b>{t("catchUp.changes", { count })}</b> {t("catchUp.changes-mean", { day: onDay(day.date, language) })}
            </>
          )}
        </p>
        {gone > 0 && <p className="hint">{t("catchUp.gone", { count: gone })}</p>}
        <div role="status">
          {unseen > 0 && <p className="paper-foot__unseen">{t("catchUp.unseen", { count: unseen })}</p>}
        </div>
        <FormProblem sentence={problem} />
      </div>
      <div className="group">
        <Link
          className={buttonClass()}
          to="/offices/$office/days/$date"
          params={{ office, date: day.date }}
          search={{}}
        >
          {t(form.hasChanged ? "catchUp.back-kept" : "catchUp.back")}
        </Link>
        <Button type="submit" look="go" isOff={count === 0} aria-disabled={count === 0 || form.isSaving}>
          {form.isSaving ? t("shell.saving") : submit}
        </Button>
      </div>
    </div>
  );
}
