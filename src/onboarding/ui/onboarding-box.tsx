import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { numericDate } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";
import { ACTION_NAMES, actionsDone } from "../rules.ts";
import { actionWords } from "./action-words.ts";
import { onboardingQuery } from "./queries.ts";
import { StepMark } from "./step-mark.tsx";
import "./onboarding.css";

/** The four actions in short, on the office's other pages. */
export function OnboardingBox({ office }: { office: string }) {
  const t = useText();
  const { data } = useQuery(onboardingQuery(office));
  if (!data) return null;
  const { steps, submitted } = data;
  const done = actionsDone(steps.map(({ step }) => step));
  return (
    <section className="sheet onboarding-box" aria-labelledby="onboarding-box">
      <h2 id="onboarding-box">{t("onboarding.box-title", { done, all: ACTION_NAMES.length })}</h2>
      {submitted ? (
        <p>{t("onboarding.box-done", { date: numericDate(submitted.at.slice(0, 10)) })}</p>
      ) : (
        <>
          <p className="hint">{t("onboarding.box-hint")}</p>
          <ul>
            {ACTION_NAMES.map((action) => {
              const { isDone, state } = actionWords(action, steps, t);
              return (
                <li key={action}>
                  <StepMark isDone={isDone} />
                  <span>
                    {t(`onboarding.action-${action}`)} <small>{state}</small>
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p>
        <Link to="/offices/$office/onboarding" params={{ office }}>
          {t("onboarding.open")}
        </Link>
      </p>
    </section>
  );
}
