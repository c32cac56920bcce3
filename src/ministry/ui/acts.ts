import { call } from "../../kit/api.ts";
import type { FrameSampleRequest, LetterSample } from "../../mail/contract.ts";
import type { QuestionSet } from "../../onboarding/contract.ts";
import type { TranslatedLanguage } from "../../text/languages.ts";
import type {
  ClosureRequest,
  CounterLanguageState,
  HolidayPatch,
  HolidayRequest,
  LetterFrame,
  LetterFrameRequest,
  MoveLimit,
  NeedsOffer,
  NewServiceRequest,
  OfficeProgress,
  Opening,
  PublicBookingPreview,
  PublicBookingRequest,
  RetentionPeriod,
  RetentionRequest,
  Ruled,
  RulingPreview,
  ServicePatch,
  Translation,
  TranslationRequest,
} from "../contract.ts";

/** The ministry's acts and their previews, as calls to the server. */

const CLOSURES = "/api/ministry/closures";
const HOLIDAYS = "/api/ministry/holidays";
const SERVICES = "/api/ministry/services";

export const checkClosure = (body: ClosureRequest, replaces: string | null): Promise<RulingPreview> =>
  call(`${CLOSURES}/preview${replaces ? `?replaces=${replaces}` : ""}`, { method: "POST", body });

export const sendClosure = (body: ClosureRequest, replaces: string | null, idempotencyKey: string): Promise<Ruled> =>
  replaces
    ? call(`${CLOSURES}/${replaces}`, { method: "PUT", body, idempotencyKey })
    : call(CLOSURES, { method: "POST", body, idempotencyKey });

export const checkClosureRemoval = (id: string): Promise<RulingPreview> =>
  call(`${CLOSURES}/${id}/removal-preview`, { method: "POST", body: {} });

export const deleteClosure = (id: string): Promise<Ruled> => call(`${CLOSURES}/${id}`, { method: "DELETE" });

/** @param replaces the date of the one that would be changed */
export const checkHoliday = ({ date, closedFrom }: HolidayRequest, replaces: string | null): Promise<RulingPreview> =>
  call(`${HOLIDAYS}/preview${replaces ? `?replaces=${replaces}` : ""}`, { method: "POST", body: { date, closedFrom } });

export const postHoliday = (body: HolidayRequest, idempotencyKey: string): Promise<Ruled> =>
  call(HOLIDAYS, { method: "POST", body, idempotencyKey });

export const patchHoliday = (date: string, version: number, body: HolidayPatch): Promise<Ruled> =>
  call(`${HOLIDAYS}/${date}`, { method: "PATCH", body, version });

export const checkHolidayRemoval = (date: string, version: number): Promise<RulingPreview> =>
  call(`${HOLIDAYS}/${date}/removal-preview`, { method: "POST", body: {}, version });

export const deleteHoliday = (date: string, version: number): Promise<Ruled> =>
  call(`${HOLIDAYS}/${date}`, { method: "DELETE", version });

export const checkService = (code: string): Promise<RulingPreview> =>
  call(`${SERVICES}/${encodeURIComponent(code)}/preview`, { method: "POST", body: {} });

export const postService = (body: NewServiceRequest, idempotencyKey: string): Promise<Ruled> =>
  call(SERVICES, { method: "POST", body, idempotencyKey });

export const patchService = (code: string, version: number, body: ServicePatch): Promise<Ruled> =>
  call(`${SERVICES}/${encodeURIComponent(code)}`, { method: "PATCH", body, version });

const PUBLIC_BOOKING = "/api/ministry/public-booking";

export const checkOpening = (body: PublicBookingRequest): Promise<PublicBookingPreview> =>
  call(`${PUBLIC_BOOKING}/preview`, { method: "POST", body });

export const postOpening = (body: PublicBookingRequest, idempotencyKey: string): Promise<Opening> =>
  call(PUBLIC_BOOKING, { method: "POST", body, idempotencyKey });

export const checkOpeningRemoval = (id: string): Promise<PublicBookingPreview> =>
  call(`${PUBLIC_BOOKING}/${id}/closing-preview`, { method: "POST", body: {} });

export const closeOpening = (id: string): Promise<Opening> => call(`${PUBLIC_BOOKING}/${id}`, { method: "DELETE" });

export const postReset = (
  { code, version }: Pick<OfficeProgress, "code" | "version">,
  reason: string,
  idempotencyKey: string,
): Promise<{ readonly code: string }> =>
  call(`/api/ministry/onboarding/${encodeURIComponent(code)}/reset`, {
    method: "POST",
    body: { reason },
    version,
    idempotencyKey,
  });

export const postQuestions = (body: QuestionSet, idempotencyKey: string): Promise<QuestionSet> =>
  call("/api/ministry/questions", { method: "POST", body, idempotencyKey });

export const putLetterFrame = (body: LetterFrameRequest, version: number): Promise<LetterFrame> =>
  call("/api/ministry/letter-frame", { method: "PUT", body, version });

export const checkLetterFrame = (body: FrameSampleRequest): Promise<LetterSample> =>
  call("/api/ministry/letter-previews", { method: "POST", body });

export const putLanguage = (
  language: CounterLanguageState["language"],
  isOn: boolean,
  version: number,
): Promise<CounterLanguageState> =>
  call(`/api/ministry/languages/${language}`, { method: "PUT", body: { isOn }, version });

export const putNeeds = (isOn: boolean, version: number): Promise<NeedsOffer> =>
  call("/api/ministry/needs", { method: "PUT", body: { isOn }, version });

export const putMoveLimit = (moves: number, version: number): Promise<MoveLimit> =>
  call("/api/ministry/move-limit", { method: "PUT", body: { moves }, version });

export const putTranslation = (
  language: TranslatedLanguage,
  id: string,
  body: TranslationRequest,
  version: number,
): Promise<Translation> => call(`/api/ministry/translations/${language}/${id}`, { method: "PUT", body, version });

const RETENTION = "/api/ministry/retention";

export const checkRetention = (days: number): Promise<RulingPreview> =>
  call(`${RETENTION}/preview`, { method: "POST", body: { days } });

export const putRetention = (body: RetentionRequest, version: number): Promise<RetentionPeriod> =>
  call(RETENTION, { method: "PUT", body, version });
