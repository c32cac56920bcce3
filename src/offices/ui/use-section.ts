import { useQueryClient } from "@tanstack/react-query";
import type { Form } from "../../kit/form/form.ts";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import type { Settings } from "../contract.ts";
import type { SectionName } from "../setting/setting.ts";
import { type SavedSettings, sendSettings, undoing } from "./save.ts";
import { isStoredAs, sectionTexts, textFaults, valuesOf } from "./setting-texts.ts";

export interface SettingsOf {
  readonly office: string;
  readonly settings: Settings;
  readonly canEdit: boolean;
}

/** One section of the page: it is saved by itself. */
export interface Section extends SettingsOf {
  readonly name: SectionName;
  readonly form: Form;
  save(): void;
}

/** Under which name it is kept what was typed into a section. */
export const sectionForm = (name: SectionName): string => `settings ${name}`;

export function useSection({ office, settings, canEdit }: SettingsOf, name: SectionName): Section {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const words = { section: t(`office.${name}`) };
  const form = useForm<SavedSettings>({
    key: useFormKey(sectionForm(name), office),
    stands: sectionTexts(settings, name),
    version: settings.version,
    standsIn: (current) => sectionTexts(current as Settings, name),
    savedAs: ({ saved }) => sectionTexts(saved, name),
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
      toasts.show({ text: t("office.saved", words), ...(undo && { undo: { act: words.section, run: takeBack } }) });
    },
  });
  const save = () => (form.hasChanged ? form.submit() : toasts.show({ text: t("office.unchanged") }));
  return { office, settings, canEdit, name, form, save };
}
