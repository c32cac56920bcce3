import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useText } from "../../kit/text.tsx";
import { ACTION_NAMES, actionsDone } from "../rules.ts";
import { onboardingQuery } from "./queries.ts";

/** How far the office is, with the way to it; still there once it has joined, for its answers. */
export function OnboardingLine({ office }: { office: string }) {
  const t = useText();
  const { data } = useQuery(onboardingQuery(office));
  if (!data) return null;
  const done = actionsDone(data.steps.map(({ step }) => step));
  return (
    <Link to="/offices/$office/onboarding" params={{ office }}>
      {t("onboarding.box-title", { done, all: ACTION_NAMES.length })}
    </Link>
  );
}
