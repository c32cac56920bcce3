import { useText } from "../../../kit/text.tsx";

/** How many of the first steps are done, in words and as a bar. */
export function StepsProgress({ done }: { done: readonly boolean[] }) {
  const t = useText();
  const names = ["hours", "employees", "diary"];
  return (
    <div className="onboarding__progress">
      <p role="status">{t("onboarding.steps-progress", { count: done.filter(Boolean).length, all: done.length })}</p>
      <div aria-hidden="true">
        {done.map((isDone, at) => (
          <i key={names[at]} className={isDone ? "is-done" : undefined} />
        ))}
      </div>
    </div>
  );
}
