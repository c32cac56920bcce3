import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { numericDate } from "../../kit/dates.ts";
import { useOwnOffice } from "../../kit/me.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { PageHead } from "../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import { ACTION_NAMES, actionsDone } from "../rules.ts";
import { ActionList } from "./action-list.tsx";
import { ActionsProgress } from "./actions-progress.tsx";
import { localized } from "./localized.ts";
import { onboardingQuery } from "./queries.ts";
import { QuestionnaireForm } from "./questionnaire-form.tsx";
import type { QuestionnaireOf } from "./questionnaire-of.ts";
import { SubmittedQuestionnaire } from "./submitted-questionnaire.tsx";
import { QUESTIONNAIRE_HEADING } from "./use-questionnaire.ts";
import "./onboarding.css";

const route = getRouteApi("/staff/offices/$office/onboarding");

/** «Ένταξη του ΚΕΠ»: everybody sees the actions, the head answers the questionnaire. */
export function OnboardingPage() {
  const t = useText();
  const { office } = route.useParams();
  const { data, error, refetch } = useQuery(onboardingQuery(office));
  const own = useOwnOffice(office);
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="onboarding">
      <title>{`${t("onboarding.title")}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={`${own.name} (${own.code})`} title={t("onboarding.title")}>
        {data && <ActionsProgress steps={data.steps} />}
      </PageHead>
      <p className="onboarding__intro">{t("onboarding.intro")}</p>
      {data?.isEmpty && (
        <p>
          <Link to="/offices/$office/first-steps" params={{ office }}>
            {t("onboarding.first-steps")}
          </Link>
        </p>
      )}
      {data && (
        <div className="onboarding__columns">
          <ActionList office={office} steps={data.steps} />
          <section className="sheet onboarding__questionnaire" aria-labelledby={QUESTIONNAIRE_HEADING}>
            <h2 id={QUESTIONNAIRE_HEADING} tabIndex={-1}>
              {t("onboarding.questionnaire")}
            </h2>
            <Questionnaire key={office} office={own} onboarding={data} />
          </section>
        </div>
      )}
      {!data && error && <LoadFailed error={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </div>
  );
}

/** As it stands: to come, to be answered, or answered. */
function Questionnaire(of: QuestionnaireOf) {
  const t = useText();
  const { submitted, isOpen, reset, questionnaire } = of.onboarding;
  if (submitted) return <SubmittedQuestionnaire {...of} />;
  if (!questionnaire) return <p>{t("onboarding.of-head")}</p>;
  if (!isOpen) return <Locked {...of} />;
  return (
    <>
      {reset && (
        <p className="note note--warn">
          {t("onboarding.reset", { date: numericDate(reset.at.slice(0, 10)), reason: reset.reason })}
        </p>
      )}
      <QuestionnaireForm {...of} questionnaire={questionnaire} />
    </>
  );
}

/** What will be asked, once the actions are done. */
function Locked({ office, onboarding: { steps, questionnaire } }: QuestionnaireOf) {
  const t = useText();
  const { language } = useLanguage();
  const say = localized(language, office.name);
  const missing = ACTION_NAMES.length - actionsDone(steps.map(({ step }) => step));
  const { questions = [], minutes = 1 } = questionnaire?.set ?? {};
  return (
    <>
      <p>{t("onboarding.locked", { count: missing })}</p>
      <ul className="onboarding__briefs">
        {questions.flatMap(({ id, brief }) => (brief ? [<li key={id}>{say(brief)}</li>] : []))}
      </ul>
      <p className="hint">{t("onboarding.minutes", { count: minutes })}</p>
    </>
  );
}
