import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../../kit/api.ts";
import { NATIONAL_ONBOARDING } from "../../live/ui/follow-ministry.ts";
import type { QuestionSet } from "../../onboarding/contract.ts";
import type { TranslatedLanguage } from "../../text/languages.ts";
import type {
  Closures,
  CounterLanguageList,
  Holidays,
  LetterFrame,
  MoveLimit,
  NationalDay,
  NationalProgress,
  NeedsOffer,
  NetworkDays,
  PublicBooking,
  RetentionPeriod,
  RulingHistory,
  ServiceCatalogue,
  Settling,
  Sweep,
  Taken,
  TranslationList,
} from "../contract.ts";

/** Questions of the ministry's pages to the server, and their names in the cache. */

/** The first part of all their names */
export const MINISTRY = "ministry";
/** While something is on its way to the offices, and else */
const CLOSELY_MS = 1_000;
const USUALLY_MS = 30_000;

export const closuresQuery = queryOptions({
  queryKey: [MINISTRY, "closures"],
  queryFn: ({ signal }) => call<Closures>("/api/ministry/closures", { signal }),
  refetchInterval: ({ state }) => pace(state.data?.closures.map(({ sweep }) => sweep)),
});

/** @param month as 2026-12 */
export const takenQuery = (region: string, month: string) =>
  queryOptions({
    queryKey: [MINISTRY, "taken", region, month],
    queryFn: ({ signal }) =>
      call<Taken>(`/api/ministry/closures/taken?${new URLSearchParams({ region, month })}`, { signal }),
  });

export const settlingQuery = queryOptions({
  queryKey: [MINISTRY, "settling"],
  queryFn: ({ signal }) => call<Settling>("/api/ministry/closures/settling", { signal }),
  refetchInterval: USUALLY_MS,
});

export const holidaysQuery = (year: number) =>
  queryOptions({
    queryKey: [MINISTRY, "holidays", year],
    queryFn: ({ signal }) => call<Holidays>(`/api/ministry/holidays?year=${year}`, { signal }),
    refetchInterval: ({ state }) => pace(state.data?.holidays.map(({ sweep }) => sweep)),
  });

export const catalogueQuery = queryOptions({
  queryKey: [MINISTRY, "services"],
  queryFn: ({ signal }) => call<ServiceCatalogue>("/api/ministry/services", { signal }),
  refetchInterval: USUALLY_MS,
});

export const letterFrameQuery = queryOptions({
  queryKey: [MINISTRY, "letters"],
  queryFn: ({ signal }) => call<LetterFrame>("/api/ministry/letter-frame", { signal }),
  refetchInterval: USUALLY_MS,
});

export const translationsQuery = (language: TranslatedLanguage) =>
  queryOptions({
    queryKey: [MINISTRY, "translations", language],
    queryFn: ({ signal }) => call<TranslationList>(`/api/ministry/translations/${language}`, { signal }),
  });

export const languagesQuery = queryOptions({
  queryKey: [MINISTRY, "languages"],
  queryFn: ({ signal }) => call<CounterLanguageList>("/api/ministry/languages", { signal }),
  refetchInterval: USUALLY_MS,
});

export const needsQuery = queryOptions({
  queryKey: [MINISTRY, "needs"],
  queryFn: ({ signal }) => call<NeedsOffer>("/api/ministry/needs", { signal }),
  refetchInterval: USUALLY_MS,
});

export const moveLimitQuery = queryOptions({
  queryKey: [MINISTRY, "move-limit"],
  queryFn: ({ signal }) => call<MoveLimit>("/api/ministry/move-limit", { signal }),
  refetchInterval: USUALLY_MS,
});

export const retentionPeriodQuery = queryOptions({
  queryKey: [MINISTRY, "retention"],
  queryFn: ({ signal }) => call<RetentionPeriod>("/api/ministry/retention", { signal }),
  refetchInterval: USUALLY_MS,
});

export const nationalOnboardingQuery = queryOptions({
  queryKey: NATIONAL_ONBOARDING,
  queryFn: ({ signal }) => call<NationalProgress>("/api/ministry/onboarding", { signal }),
  // The news of it are followed: this is for when they are not heard.
  refetchInterval: USUALLY_MS,
});

export const nationalDayQuery = queryOptions({
  queryKey: [MINISTRY, "day"],
  queryFn: ({ signal }) => call<NationalDay>("/api/ministry/day", { signal }),
  refetchInterval: USUALLY_MS,
});

export const networkDaysQuery = queryOptions({
  queryKey: [MINISTRY, "networks"],
  queryFn: ({ signal }) => call<NetworkDays>("/api/ministry/public-booking/networks", { signal }),
});

export const publicBookingQuery = queryOptions({
  queryKey: [MINISTRY, "public-booking"],
  queryFn: ({ signal }) => call<PublicBooking>("/api/ministry/public-booking", { signal }),
  refetchInterval: USUALLY_MS,
});

export const questionsQuery = queryOptions({
  queryKey: [MINISTRY, "questions"],
  queryFn: ({ signal }) => call<QuestionSet>("/api/ministry/questions", { signal }),
  refetchInterval: USUALLY_MS,
});

export const rulingHistoryQuery = (before: string | undefined) =>
  queryOptions({
    queryKey: [MINISTRY, "history", before],
    queryFn: ({ signal }) =>
      call<RulingHistory>(`/api/ministry/history${before ? `?before=${before}` : ""}`, { signal }),
    // Pages of the past do not change; only the first one grows.
    refetchInterval: before ? false : USUALLY_MS,
  });

export const sweepsQuery = queryOptions({
  queryKey: [MINISTRY, "sweeps"],
  queryFn: ({ signal }) => call<{ sweeps: Sweep[] }>("/api/ministry/sweeps", { signal }),
  refetchInterval: ({ state }) => pace(state.data?.sweeps),
});

/** The time that a removal opens again: counted anew at each question, and never shown from before. */
export const removalQuery = <Preview>(id: string, check: () => Promise<Preview>) =>
  queryOptions({ queryKey: [MINISTRY, "removal", id], queryFn: check, gcTime: 0, retry: false });

const pace = (sweeps: readonly (Sweep | null)[] = []): number =>
  sweeps.some((sweep) => sweep?.doneAt === null) ? CLOSELY_MS : USUALLY_MS;

/** After an act everything here may read otherwise. */
export const askMinistryAgain = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: [MINISTRY] });
