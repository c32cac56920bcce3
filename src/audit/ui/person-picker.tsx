import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { AppointmentInList } from "../../appointments/contract.ts";
import { formatPhone, formatReference, shortDate } from "../../kit/dates.ts";
import { focusById } from "../../kit/focus.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Field } from "../../kit/ui/field.tsx";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { inCapitals } from "../../platform/text/capitals.ts";
import type { FoundPerson } from "../../search/contract.ts";
import { searchQuery } from "../../search/ui/queries.ts";
import type { TrailMode } from "./audit-search.ts";

const route = getRouteApi("/staff/offices/$office/audit");

interface PickerProps {
  readonly office: string;
  readonly by: Extract<TrailMode, "person" | "appointment">;
}

/** Finds whom it is about. Only ids reach the address; the name is known to this page alone. */
export function PersonPicker({ office, by }: PickerProps) {
  const t = useText();
  const { appointments = [] } = route.useSearch();
  const navigate = route.useNavigate();
  const [who, setWho] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [sought, setSought] = useState("");
  const [isTried, setIsTried] = useState(false);
  const answer = useQuery(searchQuery(office, sought));
  const choose = (name: string, ids: readonly string[]) => {
    setWho(name);
    setSought("");
    void navigate({ search: (before) => ({ ...before, appointments: ids }) }).then(() => focusById(ANOTHER));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    setSought(text.trim());
    if (text.trim() !== "" && text.trim() === sought) void answer.refetch();
  };
  if (appointments.length > 0 && sought === "")
    return (
      <p className="audit__chosen">
        <b>{who ? t("audit.chosen", { who }) : t("audit.chosen-again", { count: appointments.length })}</b>
        <Button
          id={ANOTHER}
          look="link"
          onClick={() => navigate({ search: ({ appointments: _, ...before }) => before })}
        >
          {t("audit.another")}
        </Button>
      </p>
    );
  const people = answer.data?.people ?? [];
  return (
    <div className="audit__find">
      <form onSubmit={submit}>
        <Field label={t(`audit.find-${by}`)} error={isTried && text.trim() === "" ? t("audit.find-empty") : undefined}>
          {(wiring) => (
            <input
              className="input"
              {...wiring}
              value={text}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary">
          {t("audit.find")}
        </Button>
      </form>
      {answer.error && <LoadFailed error={answer.error} onRetry={() => answer.refetch()} />}
      {sought !== "" && answer.data && people.length === 0 && <p role="status">{t("audit.find-none")}</p>}
      {people.length > 0 && (
        <ul className="audit__people" aria-label={t("audit.found")}>
          {people.map((person) => (
            <Person key={[...person.coming, ...person.past][0]?.id} person={person} by={by} onChoose={choose} />
          ))}
        </ul>
      )}
      {answer.data?.isCut && <p className="hint">{t("audit.find-more")}</p>}
    </div>
  );
}

interface PersonProps extends Pick<PickerProps, "by"> {
  readonly person: FoundPerson;
  readonly onChoose: (name: string, ids: readonly string[]) => void;
}

function Person({ person, by, onChoose }: PersonProps) {
  const t = useText();
  const { language } = useLanguage();
  const all = [...person.coming, ...person.past];
  const name = `${inCapitals(person.lastName) || t("plan.nameless")} ${person.firstName}`.trim();
  const when = ({ date, time }: AppointmentInList) => t("audit.visit-at", { day: shortDate(date, language), time });
  return (
    <li>
      <b>{name}</b> {person.phone && <span className="hint">{formatPhone(person.phone)}</span>}
      <span className="audit__choices">
        {by === "person" ? (
          <Button
            size="small"
            aria-label={`${t("audit.whole-person", { count: all.length })}, ${name}`}
            onClick={() => onChoose(name, all.map(({ id }) => id).slice(0, MOST_CHOSEN))}
          >
            {t("audit.whole-person", { count: all.length })}
          </Button>
        ) : (
          all.map((one) => (
            <Button
              key={one.id}
              size="small"
              aria-label={`${when(one)}, ${name}, ${one.reference}`}
              onClick={() => onChoose(`${name}, ${when(one)}`, [one.id])}
            >
              {when(one)} <small>{formatReference(one.reference)}</small>
            </Button>
          ))
        )}
      </span>
    </li>
  );
}

/** Where the work goes on: what was pressed is gone. */
const ANOTHER = "another-person";

/** More than a person has in sixty days; the contract takes no more. */
const MOST_CHOSEN = 60;
