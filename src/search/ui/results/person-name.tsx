import { useText } from "../../../kit/text.tsx";
import { inCapitals } from "../../../platform/text/capitals.ts";
import type { SearchHit } from "../found.ts";
import { foundInName } from "./highlight.ts";
import { Marked } from "./marked.tsx";

/** A business by its name, and then who comes for it. */
export function PersonName({ found, sought }: { found: SearchHit; sought: string }) {
  const t = useText();
  const { person, asGreek } = found;
  const words = asGreek ? [sought, asGreek] : [sought];
  const name = (text: string) => <Marked pieces={foundInName(text, words)} />;
  const surname = inCapitals(person.lastName) || t("plan.nameless");
  if (person.business === null) {
    return (
      <span className="name">
        <b>{name(surname)}</b> {name(person.firstName)}
      </span>
    );
  }
  return (
    <span className="name">
      <b>{name(person.business)}</b> {name(t("plan.representative", { name: `${surname} ${person.firstName}` }))}
    </span>
  );
}
