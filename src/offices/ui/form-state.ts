import { type SectionName, settingOf } from "../office-settings.ts";
import type { Draft } from "./draft.ts";

/** What was typed on the page and is not saved yet, field by field. Pure. */

export interface Edit {
  readonly text: string;
  /** What stood there when she began */
  readonly seen: string;
}

export interface FormState {
  readonly edits: Readonly<Record<string, Edit>>;
  readonly left: ReadonlySet<string>;
  /** Sections that were tried to be saved: from then on every fault shows */
  readonly tried: ReadonlySet<SectionName>;
  /** What the server found, until the field changes */
  readonly fromServer: Readonly<Record<string, string>>;
}

export type FormAction =
  | { readonly type: "changed"; readonly field: string; readonly text: string; readonly current: string }
  | { readonly type: "left"; readonly field: string }
  | { readonly type: "tried"; readonly section: SectionName }
  | { readonly type: "refused"; readonly errors: readonly { readonly field: string; readonly message: string }[] }
  | { readonly type: "saved"; readonly section: SectionName; readonly sent: Draft; readonly now: Draft }
  | { readonly type: "discarded"; readonly section: SectionName };

export const emptyForm: FormState = { edits: {}, left: new Set(), tried: new Set(), fromServer: {} };

export function nextForm(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case "changed":
      return { ...state, edits: changed(state, action), fromServer: without(state.fromServer, action.field) };
    case "left":
      return { ...state, left: new Set([...state.left, action.field]) };
    case "tried":
      return { ...state, tried: new Set([...state.tried, action.section]), fromServer: {} };
    case "refused":
      return { ...state, fromServer: Object.fromEntries(action.errors.map(({ field, message }) => [field, message])) };
    case "saved":
      return { ...settled(state, action.section), edits: stillUnsaved(state, action.sent, action.now) };
    case "discarded":
      return { ...settled(state, action.section), edits: others(state, action.section) };
  }
}

type Change = Extract<FormAction, { type: "changed" }>;

/** Back to what stands there is no change at all. */
function changed({ edits }: FormState, { field, text, current }: Change): FormState["edits"] {
  if (text === current) return without(edits, field);
  return { ...edits, [field]: { text, seen: edits[field]?.seen ?? current } };
}

/** Whoever went on typing while it was being saved keeps that. */
function stillUnsaved({ edits }: FormState, sent: Draft, now: Draft): FormState["edits"] {
  const left = Object.entries(edits).flatMap(([field, edit]): [string, Edit][] => {
    if (!(field in sent)) return [[field, edit]];
    return edit.text === sent[field] ? [] : [[field, { text: edit.text, seen: now[field] ?? "" }]];
  });
  return Object.fromEntries(left);
}

const others = ({ edits }: FormState, section: SectionName): FormState["edits"] =>
  Object.fromEntries(Object.entries(edits).filter(([field]) => sectionOf(field) !== section));

const settled = (state: FormState, section: SectionName): FormState => ({
  ...state,
  tried: new Set([...state.tried].filter((name) => name !== section)),
  left: new Set([...state.left].filter((field) => sectionOf(field) !== section)),
  fromServer: {},
});

/** What is said of all services together belongs to their section as well. */
const sectionOf = (field: string): SectionName | undefined =>
  field.startsWith("services") ? "services" : settingOf(field)?.section;

export const editsIn = (state: FormState, section: SectionName): [string, Edit][] =>
  Object.entries(state.edits).filter(([field]) => sectionOf(field) === section);

/** Faults that she may be told of: of fields that she left filled, of all once she tried to save, and the server's. */
export function shownFaults(
  state: FormState,
  section: SectionName,
  faults: Readonly<Record<string, string>>,
): Record<string, string> {
  const isShown = (field: string) =>
    state.tried.has(section) || (state.left.has(field) && state.edits[field]?.text.trim() !== "");
  const own = Object.entries(faults).filter(([field]) => isShown(field));
  const server = Object.entries(state.fromServer).filter(([field]) => sectionOf(field) === section);
  return Object.fromEntries([...own, ...server]);
}

const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([field]) => field !== key));
