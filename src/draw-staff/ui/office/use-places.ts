import { useQueryClient } from "@tanstack/react-query";
import type { OwnDraws, QueuesOfOffice, ServiceOfOffice, WeekPlacesOfOffice } from "../../../draws/contract.ts";
import type { Form } from "../../../kit/form/form.ts";
import type { Texts } from "../../../kit/form/typing.ts";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { ISO_WEEKDAYS, PARTS } from "../draw-words.ts";
import { askDrawsAgain, putPlaces } from "../queries.ts";

export const cellField = (weekday: number, part: number): string => `places${weekday}-${part}`;

interface PlacesForm {
  readonly office: string;
  readonly service: ServiceOfOffice;
  readonly queues: QueuesOfOffice;
  onSaved(): void;
}

export function usePlaces({ office, service, queues, onSaved }: PlacesForm): Form {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const { code, own } = service;
  const textsOf = (draws: OwnDraws): Texts => ({
    queue: String(draws.queue ?? queues[0]?.number ?? ""),
    ...Object.fromEntries(CELLS.map(([weekday, part]) => [cellField(weekday, part), countIn(draws, weekday, part)])),
  });
  return useForm<OwnDraws>({
    key: useFormKey(`draw places ${code}`, office),
    stands: textsOf(own),
    version: own.version,
    standsIn: (current) => textsOf(current as OwnDraws),
    send: ({ values, version = own.version }) =>
      putPlaces(office, code, { queue: Number(values.queue), places: weekPlacesIn(values), version }),
    onSaved: () => {
      toasts.show({ text: t("drawDesk.saved") });
      void askDrawsAgain(queryClient, office);
      onSaved();
    },
    onRefused: () => void askDrawsAgain(queryClient, office),
  });
}

const CELLS = ISO_WEEKDAYS.flatMap((weekday) => PARTS.map((part) => [weekday, part] as const));

const countIn = ({ places }: OwnDraws, weekday: number, part: number): string => {
  const count = places.find((place) => place.weekday === weekday && place.part === part)?.count ?? 0;
  return count === 0 ? "" : String(count);
};

/** −1, which is refused, where it is no number; those without any are left out. */
export const weekPlacesIn = (values: Texts): WeekPlacesOfOffice[] =>
  CELLS.map(([weekday, part]) => ({
    weekday,
    part,
    count: numberOf(values[cellField(weekday, part)]?.trim() ?? ""),
  })).filter(({ count }) => count !== 0);

const numberOf = (text: string): number => {
  if (text === "") return 0;
  return /^\d{1,3}$/.test(text) ? Number(text) : -1;
};
