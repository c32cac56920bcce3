import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useAfterPage } from "../../kit/idle/after-page.ts";
import { useText } from "../../kit/text.tsx";
import { ACTION_NAMES, actionsDone } from "../rules.ts";
import { onboardingQuery } from "./queries.ts";

/** How far the office is, for its head, with the way to it; nothing once it has joined. */
export function OnboardingLink({ office }: { office: string }) {
  const t = useText();
  const { data } = useQuery({ ...onboardingQuery(office), enabled: useAfterPage() });
  if (!data || data.submitted) return null;
  const done = actionsDone(data.steps.map(({ step }) => step));
  return (
    <Link to="/offices/$office/onboarding" params={{ office }}>
      {t("shell.onboarding", { done, all: ACTION_NAMES.length })}
    </Link>
  );
}
