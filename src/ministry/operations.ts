import type { Operations } from "../platform/http/contract/published.ts";

/** What the published contract says of it. */
export const MINISTRY_OPERATIONS: Operations = {
  ministry: {
    about: "Rules over all offices",
    operations: {
      "GET /api/ministry/closures": ["listClosures", "National and regional closures"],
      "GET /api/ministry/closures/settling": [
        "getSettling",
        "How far appointments in closed times are settled, in numbers",
      ],
      "GET /api/ministry/closures/taken": [
        "countTakenByDay",
        "Appointments of a region in a month, by day, before a closure",
      ],
      "POST /api/ministry/closures": ["addClosure", "Add a closure of all offices or of a region"],
      "POST /api/ministry/closures/preview": ["previewClosure", "What a closure would concern, in numbers"],
      "PUT /api/ministry/closures/{id}": ["changeClosure", "Change a closure"],
      "DELETE /api/ministry/closures/{id}": ["removeClosure", "Remove a closure"],
      "POST /api/ministry/closures/{id}/removal-preview": [
        "previewClosureRemoval",
        "What removing a closure opens again, in numbers",
      ],
      "GET /api/ministry/holidays": ["listHolidays", "Holidays of a year"],
      "POST /api/ministry/holidays": ["addHoliday", "Add a holiday"],
      "POST /api/ministry/holidays/preview": ["previewHoliday", "What a holiday would concern, in numbers"],
      "PATCH /api/ministry/holidays/{date}": ["changeHoliday", "Change a holiday"],
      "DELETE /api/ministry/holidays/{date}": ["removeHoliday", "Remove a holiday"],
      "POST /api/ministry/holidays/{date}/removal-preview": [
        "previewHolidayRemoval",
        "What removing a holiday opens again, in numbers",
      ],
      "GET /api/ministry/services": ["listCatalogue", "The catalogue of services"],
      "POST /api/ministry/services": ["addService", "Add a service to the catalogue"],
      "POST /api/ministry/services/{code}/preview": ["previewService", "What another length would concern, in numbers"],
      "PATCH /api/ministry/services/{code}": ["changeService", "Change a service of the catalogue"],
      "GET /api/ministry/letter-frame": ["getLetterFrame", "The sender's name and the legal foot of all letters"],
      "PUT /api/ministry/letter-frame": ["changeLetterFrame", "Change the sender's name and the legal foot"],
      "GET /api/ministry/languages": ["listLanguages", "The languages of the counter, and which are on for citizens"],
      "PUT /api/ministry/languages/{language}": ["switchLanguage", "Switch a language on or off for citizens"],
      "GET /api/ministry/needs": ["getNeedsOffer", "Whether visits may say what of health is to be prepared"],
      "PUT /api/ministry/needs": ["switchNeeds", "Switch on or off that visits say so"],
      "GET /api/ministry/move-limit": [
        "getMoveLimit",
        "How often citizens may change the time of one appointment themselves",
      ],
      "PUT /api/ministry/move-limit": ["changeMoveLimit", "Change how often they may"],
      "GET /api/ministry/translations/{language}": ["listTranslations", "The ministry's words in a language"],
      "PUT /api/ministry/translations/{language}/{id}": ["changeTranslation", "Translate Greek words, or check them"],
      "GET /api/ministry/retention": [
        "getRetentionPeriod",
        "How long all offices keep who their appointments were for",
      ],
      "PUT /api/ministry/retention": ["changeRetentionPeriod", "Change how long that is kept"],
      "POST /api/ministry/retention/preview": [
        "previewRetentionPeriod",
        "How many appointments another period makes anonymous at once",
      ],
      "GET /api/ministry/public-booking": ["getPublicBooking", "Where booking is open to citizens"],
      "GET /api/ministry/public-booking/networks": [
        "getNetworkDays",
        "How many networks booked, cancelled and booked again, by days",
      ],
      "POST /api/ministry/public-booking": ["openPublicBooking", "Open booking to citizens in the country or a region"],
      "POST /api/ministry/public-booking/preview": [
        "previewPublicBooking",
        "To how many offices it would be opened, in numbers",
      ],
      "POST /api/ministry/public-booking/{id}/closing-preview": [
        "previewPublicBookingClosing",
        "What closing it would concern, in numbers",
      ],
      "DELETE /api/ministry/public-booking/{id}": ["closePublicBooking", "Close booking to citizens again"],
      "GET /api/ministry/onboarding": ["getNationalOnboarding", "How far each office is on its way into the platform"],
      "GET /api/ministry/onboarding.csv": ["exportNationalOnboarding", "The same as a table for other programs"],
      "POST /api/ministry/onboarding/{code}/reset": [
        "resetQuestionnaire",
        "Let an office answer its questionnaire once more",
      ],
      "GET /api/ministry/questions": ["getQuestions", "The questions of the questionnaire that are in place"],
      "POST /api/ministry/questions": [
        "replaceQuestions",
        "Put other questions in their place, under the next version",
      ],
      "GET /api/ministry/day": [
        "getNationalDay",
        "Today's appointments of all offices, and how far away a free time is, in numbers",
      ],
      "GET /api/ministry/sweeps": ["listSweeps", "How far the ministry's acts are carried out in the offices"],
      "GET /api/ministry/history": ["listMinistryHistory", "Acts of the ministry, the latest first"],
    },
  },
};
