import { type KeyboardEvent, type MouseEvent, useEffect } from "react";
import { focusAfter } from "../../../kit/focus.ts";
import { useText } from "../../../kit/text.tsx";
import { usePersonSearch } from "../box/person-search.tsx";
import { focusField, focusPeople, optionId } from "../focus-people.ts";
import type { SearchHit } from "../found.ts";
import type { Answers } from "../use-answers.ts";
import { stepTo } from "./list-keys.ts";
import { PersonOption } from "./person-option.tsx";

interface ListProps {
  readonly answers: Answers;
  readonly people: readonly SearchHit[];
  readonly chosen: number;
  readonly isBehind: boolean;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly onShow: (index: number) => void;
}

/** Arrows move, Enter opens, letters go on in the field. */
export function PeopleList({ answers, people, chosen, isBehind, onChoose, onOpen, onShow }: ListProps) {
  const t = useText();
  usePressedAhead(isBehind, () => onOpen(chosen));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepTo(event, chosen, people.length);
    if (!step) return;
    if (step.to === "field") focusField();
    else if (step.to === "open") onOpen(chosen);
    else focusAfter(() => onChoose(step.index), optionId(step.index));
    // A letter still has to arrive in the field, and means nothing to the page below.
    if (step.isTyped) event.stopPropagation();
    else event.preventDefault();
  };
  const onClick = ({ target }: MouseEvent) => {
    const option = (target as Element).closest("[role=option]");
    const index = people.findIndex((_, each) => optionId(each) === option?.id);
    if (index >= 0) onShow(index);
  };
  const groups = answers.offices.filter(({ answer }) => answer && answer.people.length > 0);
  const optionsOf = (code: string) =>
    people.map((found, index) =>
      found.office.code === code ? (
        <PersonOption
          key={optionId(index)}
          index={index}
          found={found}
          sought={answers.text}
          isChosen={index === chosen}
        />
      ) : null,
    );
  return (
    <div role="listbox" aria-label={t("search.people")} onKeyDown={onKeyDown} onClick={onClick} tabIndex={-1}>
      {answers.offices.length === 1
        ? groups.map(({ office }) => optionsOf(office.code))
        : groups.map(({ office }) => (
            <div key={office.code} role="group" aria-label={office.name}>
              <div className="results__office" role="presentation">
                {office.name}
              </div>
              {optionsOf(office.code)}
            </div>
          ))}
    </div>
  );
}

/** ↓ and Enter that were pressed in the field before there was anybody are not lost. */
function usePressedAhead(isBehind: boolean, open: () => void): void {
  const { pressedFor, peopleReached } = usePersonSearch();
  useEffect(() => {
    if (!pressedFor || isBehind || !focusPeople()) return;
    peopleReached();
    // It leads to another page, which no effect may draw at once.
    if (pressedFor === "opening") queueMicrotask(open);
  });
}
