import { useQueryClient } from "@tanstack/react-query";
import type { Form } from "../../../kit/form/form.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { Settings } from "../../contract.ts";
import type { TabName } from "../../setting/tabs.ts";
import { type SavedSettings, sendSettings, undoing } from "../save.ts";
import { isStoredAs, tabTexts, textFaults, valuesOf } from "../setting-texts.ts";

export interface SettingsOf {
  readonly office: string;
  readonly settings: Settings;
  readonly canEdit: boolean;
}

/** One tab of the page: it is saved by itself, and goes on while another one is looked at. */
export interface Tab extends SettingsOf {
  readonly name: TabName;
  readonly form: Form;
  save(): void;
}

/** Under which name it is kept what was typed into a tab. */
export const tabForm = (name: TabName): string => `settings ${name}`;

export function useTab({ office, settings, canEdit }: SettingsOf, name: TabName): Tab {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const words = { tab: t(`office.tab-${name}`) };
  const form = useForm<SavedSettings>({
    key: useFormKey(tabForm(name), office),
    stands: tabTexts(settings, name),
    version: settings.version,
    standsIn: (current) => tabTexts(current as Settings, name),
    savedAs: ({ saved }) => tabTexts(saved, name),
    isSame: isStoredAs(settings),
    // Saved values were good enough once: only changed ones are checked.
    faults: (_, texts) => textFaults(texts),
    send: async ({ texts, version = settings.version }) => {
      const saved = await sendSettings(queryClient, office, valuesOf(texts, settings), version);
      return { office, before: settings, saved, fields: Object.keys(texts) };
    },
    onSaved: (done) => {
      const undo = undoing(queryClient, done);
      const takeBack = async () => {
        await undo?.(t);
        toasts.show({ text: t("office.undone", words) });
      };
      toasts.show({ text: t("office.saved", words), ...(undo && { undo: { act: words.tab, run: takeBack } }) });
    },
    onRefused: () => {
      // Left for another tab meanwhile: there nobody is interrupted, and the tab itself is marked.
      if (!form.ref.current) toasts.show({ tone: "error", text: t("office.not-saved", words), about: tabForm(name) });
    },
  });
  const save = () => (form.hasChanged ? form.submit() : toasts.show({ text: t("office.unchanged") }));
  return { office, settings, canEdit, name, form, save };
}
