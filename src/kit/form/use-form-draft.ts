import { useState } from "react";
import { useMe } from "../me.ts";
import { createStore, useStore } from "../store.ts";
import { type FormKey, forgetTyping, formKey, keepTyping, storedTyping, useStoredTyping } from "./keeper.ts";
import { beginTyping, hasTexts, type Texts, type Typing } from "./typing.ts";

export interface FormDraft {
  readonly typing: Typing;
  /** Found as it was left, not begun anew */
  readonly isFound: boolean;
  /** As it is at this moment: what was put since the page was drawn is in it */
  get(): Typing;
  put(typing: Typing): void;
  /** Begins anew */
  restart(): void;
}

export interface FormDraftOptions {
  readonly key: FormKey;
  /** First texts of the fields that have no saved value: they stay as they were when the form was begun */
  readonly begins?: Texts;
  /** Saved texts of the other fields, as the page knows them now */
  readonly stands?: Texts;
  /** Which one of several goes on, or begins under this name; absent: the form has one */
  readonly id?: string | undefined;
  /** Whether something would be lost, where choices alone are quickly made again */
  readonly isWorthKeeping?: ((texts: Texts) => boolean) | undefined;
}

/** Of a form of the signed-in employee. @param office null: it is the whole nation's */
export const useFormKey = (form: string, office: string | null): FormKey => formKey(useMe().employee.id, office, form);

/** Typing in an open form: stored at every change, so that no way out loses it. */
export function useFormDraft({ key, begins, stands, id: wished, isWorthKeeping }: FormDraftOptions): FormDraft {
  const [found] = useState(() => storedTyping(key).find(({ id }) => id === (wished ?? id)));
  const [isFound, setIsFound] = useState(found !== undefined);
  // Typing that is not worth keeping, or is not any more.
  const [own] = useState(() => createStore(beginTyping({ ...begins, ...stands }, found?.id ?? wished)));
  const { id } = own.get();
  const fresh = useStore(own, (typing) => typing);
  const typing = useStoredTyping(key).find((each) => each.id === id) ?? fresh;
  const put = (next: Typing) => {
    const isKept = next.isSent || (hasTexts(next) && isWorthKeeping?.(next.texts) !== false);
    if (isKept) return keepTyping(key, next);
    own.set(() => next);
    forgetTyping(key, id);
  };
  return {
    typing,
    isFound,
    get: () => storedTyping(key).find((each) => each.id === id) ?? own.get(),
    put,
    restart: () => {
      setIsFound(false);
      put(beginTyping({ ...begins, ...stands }, id));
    },
  };
}
