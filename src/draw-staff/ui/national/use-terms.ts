import { useQueryClient } from "@tanstack/react-query";
import type { NationalDraws, TermsRequest } from "../../../draws/contract.ts";
import { termsErrors } from "../../../draws/terms/terms-rules.ts";
import type { Form } from "../../../kit/form/form.ts";
import { currentIn } from "../../../kit/form/send.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { askMinistryAgain } from "../../../ministry/ui/queries.ts";
import { nationalDrawsQuery, putTerms } from "../queries.ts";

/** Under which name it is kept what was typed */
export const TERMS_FORM = "draw terms";

export function useTerms(draws: NationalDraws): Form {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const remember = (latest: NationalDraws) => queryClient.setQueryData(nationalDrawsQuery.queryKey, latest);
  return useForm<NationalDraws>({
    key: useFormKey(TERMS_FORM, null),
    stands: textsOf(draws),
    version: draws.version,
    standsIn: (current) => textsOf(current as NationalDraws),
    savedAs: textsOf,
    faults: (values) =>
      termsErrors(
        termsIn(values),
        draws.catalogue.map(({ code }) => code),
      ),
    send: ({ values, version = draws.version }) => putTerms(termsIn(values), version),
    onSaved: (saved) => {
      remember(saved);
      toasts.show({ text: t("drawTerms.saved") });
      void askMinistryAgain(queryClient);
    },
    onRefused: (error) => {
      const current = currentIn(error);
      if (current) remember(current as NationalDraws);
    },
  });
}

const textsOf = ({ terms, services, reason }: NationalDraws): Texts => ({
  ...Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, String(value)])),
  services: services.join(" "),
  reason,
});

export const servicesIn = ({ services = "" }: Texts): string[] => services.split(" ").filter((code) => code !== "");

/** −1, which is refused, where it is no number. */
export const numberIn = (text = ""): number => (/^\s*\d{1,4}\s*$/.test(text) ? Number(text) : -1);

export const termsIn = (values: Texts): TermsRequest => ({
  opensOn: numberIn(values.opensOn),
  opensTime: values.opensTime ?? "",
  closesOn: numberIn(values.closesOn),
  closesTime: values.closesTime ?? "",
  visitDays: numberIn(values.visitDays),
  answerDays: numberIn(values.answerDays),
  releaseDays: numberIn(values.releaseDays),
  emailPercent: numberIn(values.emailPercent),
  phonePercent: numberIn(values.phonePercent),
  needPercent: numberIn(values.needPercent),
  needDays: numberIn(values.needDays),
  moves: numberIn(values.moves),
  services: servicesIn(values),
  reason: values.reason ?? "",
});
