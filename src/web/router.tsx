import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { DayPage } from "../appointments/ui/day/day-page.tsx";
import { validateDaySearch } from "../appointments/ui/day-search.ts";
import { dayQuery, officeQuery } from "../appointments/ui/queries.ts";
import { validateAuditSearch } from "../audit/ui/audit-search.ts";
import { validateCatchUpSearch } from "../catch-up/ui/catch-up-search.ts";
import { validateHelpSearch } from "../help/ui/help-search.ts";
import { validateInVainSearch } from "../in-vain/ui/in-vain-search.ts";
import { validateFiguresSearch } from "../kit/charts/figures-search.ts";
import { queryClient } from "../kit/query-client.ts";
import { NotFoundPage } from "../kit/ui/not-found-page.tsx";
import { validateMailsSearch } from "../mail/ui/mails-search.ts";
import { validateNationalSearch, validateOfficeWentSearch } from "../measures/ui/national/national-search.ts";
import { howItWentQuery } from "../measures/ui/queries.ts";
import { validateHistorySearch } from "../ministry/ui/history/history-search.ts";
import { validateHolidaysSearch } from "../ministry/ui/holidays/holidays-search.ts";
import { validateHomeSearch } from "../ministry/ui/home/home-search.ts";
import { validateServiceAddress } from "../ministry/ui/service-address.ts";
import { validateTranslationsSearch } from "../ministry/ui/translations/translations-search.ts";
import { validateWordsSearch } from "../ministry/ui/words/words-search.ts";
import { settingsQuery } from "../offices/ui/queries.ts";
import { validateSettingsSearch } from "../offices/ui/tabs/tabs.ts";
import { onboardingQuery } from "../onboarding/ui/queries.ts";
import { validateOfficesSearch } from "../overview/ui/offices/offices-search.ts";
import { dayOfAllQuery } from "../overview/ui/queries.ts";
import { validateWeeksSearch } from "../overview/ui/weeks/weeks-search.ts";
import { callListQuery } from "../proposals/ui/queries.ts";
import { validateExceptionSearch } from "../queues/ui/exceptions/exception-search.ts";
import { queuesQuery } from "../queues/ui/queries.ts";
import { lazyPage } from "./lazy-page.ts";
import { Broken, BrokenPage } from "./pages/broken-page.tsx";
import { HomePage } from "./pages/home-page.tsx";
import { SignedInPage } from "./pages/signed-in-page.tsx";
import { StaffLayout } from "./shell/staff-layout.tsx";

/** Every address of the staff application. */

const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: BrokenPage });

const signedIn = createRoute({ getParentRoute: () => root, path: "/signed-in", component: SignedInPage });

const staff = createRoute({
  getParentRoute: () => root,
  id: "staff",
  component: StaffLayout,
  errorComponent: BrokenPage,
});

const home = createRoute({ getParentRoute: () => staff, path: "/", component: HomePage });

const day = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/days/$date",
  validateSearch: validateDaySearch,
  // Asked for before the page is drawn; the page itself shows what comes of it.
  loader: ({ params: { office, date } }) => {
    void queryClient.prefetchQuery(officeQuery(office));
    void queryClient.prefetchQuery(dayQuery(office, date));
  },
  // Nearly everybody begins here: its code comes with the first file.
  component: DayPage,
});

const catchUp = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/days/$date/catch-up",
  validateSearch: validateCatchUpSearch,
  loader: ({ params: { office, date } }) => {
    void queryClient.prefetchQuery(officeQuery(office));
    void queryClient.prefetchQuery(dayQuery(office, date));
  },
  component: lazyPage(() => import("../catch-up/ui/catch-up-page.tsx"), "CatchUpPage"),
});

const settings = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/settings",
  validateSearch: validateSettingsSearch,
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(settingsQuery(office)),
  component: lazyPage(() => import("../offices/ui/office-page.tsx"), "OfficePage"),
});

const personal = createRoute({
  getParentRoute: () => staff,
  path: "/my-settings",
  // As the help: the frame shows the office from which it was opened.
  validateSearch: validateHelpSearch,
  component: lazyPage(() => import("../offices/ui/personal-page.tsx"), "PersonalPage"),
});

const queues = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/queues",
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(queuesQuery(office)),
  component: lazyPage(() => import("../queues/ui/queues-page.tsx"), "QueuesPage"),
});

const weeks = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/weeks/$week",
  validateSearch: validateWeeksSearch,
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(officeQuery(office)),
  component: lazyPage(() => import("../overview/ui/weeks/weeks-page.tsx"), "WeeksPage"),
});

const why = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/why/$date",
  validateSearch: validateWeeksSearch,
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(officeQuery(office)),
  component: lazyPage(() => import("../overview/ui/why/why-page.tsx"), "WhyPage"),
});

const howItWent = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/how-it-went",
  validateSearch: validateFiguresSearch,
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(howItWentQuery(office)),
  component: lazyPage(() => import("../measures/ui/how-it-went-page.tsx"), "HowItWentPage"),
});

const offices = createRoute({
  getParentRoute: () => staff,
  path: "/days/$date",
  validateSearch: validateOfficesSearch,
  loader: ({ params: { date } }) => void queryClient.prefetchQuery(dayOfAllQuery(date)),
  component: lazyPage(() => import("../overview/ui/offices/offices-page.tsx"), "OfficesPage"),
});

const diary = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/diary",
  component: lazyPage(() => import("../diary/ui/diary-page.tsx"), "DiaryPage"),
});

const newException = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/exceptions/new",
  validateSearch: validateExceptionSearch,
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(queuesQuery(office)),
  component: lazyPage(() => import("../queues/ui/exceptions/exception-page.tsx"), "NewExceptionPage"),
});

const exception = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/exceptions/$id",
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(queuesQuery(office)),
  component: lazyPage(() => import("../queues/ui/exceptions/exception-page.tsx"), "ExceptionPage"),
});

const calls = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/calls/$date",
  loader: ({ params: { office, date } }) => void queryClient.prefetchQuery(callListQuery(office, date)),
  component: lazyPage(() => import("../proposals/ui/calls/calls-page.tsx"), "CallsPage"),
});

const workList = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/work-list",
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(queuesQuery(office)),
  component: lazyPage(() => import("../proposals/ui/work-list/work-list-page.tsx"), "WorkListPage"),
});

const mails = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/mails",
  validateSearch: validateMailsSearch,
  component: lazyPage(() => import("../mail/ui/mails-page.tsx"), "MailsPage"),
});

const audit = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/audit",
  validateSearch: validateAuditSearch,
  component: lazyPage(() => import("../audit/ui/audit-page.tsx"), "AuditPage"),
});

const onboarding = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/onboarding",
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(onboardingQuery(office)),
  component: lazyPage(() => import("../onboarding/ui/onboarding-page.tsx"), "OnboardingPage"),
});

const firstSteps = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/first-steps",
  loader: ({ params: { office } }) => void queryClient.prefetchQuery(queuesQuery(office)),
  component: lazyPage(() => import("../queues/ui/first-steps/first-steps-page.tsx"), "FirstStepsPage"),
});

const ministryHome = createRoute({
  getParentRoute: () => staff,
  path: "/ministry",
  validateSearch: validateHomeSearch,
  component: lazyPage(() => import("../ministry/ui/home/home-page.tsx"), "NationalHomePage"),
});

const howOfficesDo = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/how-offices-do",
  validateSearch: validateNationalSearch,
  component: lazyPage(() => import("../measures/ui/national/how-offices-do-page.tsx"), "HowOfficesDoPage"),
});

const howOfficeWent = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/how-offices-do/$code",
  validateSearch: validateOfficeWentSearch,
  component: lazyPage(() => import("../measures/ui/national/office-went-page.tsx"), "OfficeWentPage"),
});

const closures = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/closures",
  component: lazyPage(() => import("../ministry/ui/closures/closures-page.tsx"), "ClosuresPage"),
});

const holidays = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/holidays",
  validateSearch: validateHolidaysSearch,
  component: lazyPage(() => import("../ministry/ui/holidays/holidays-page.tsx"), "HolidaysPage"),
});

const services = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/services",
  validateSearch: validateServiceAddress,
  component: lazyPage(() => import("../ministry/ui/catalogue/services-page.tsx"), "ServicesPage"),
});

const translations = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/translations",
  validateSearch: validateTranslationsSearch,
  component: lazyPage(() => import("../ministry/ui/translations/translations-page.tsx"), "TranslationsPage"),
});

const peopleWords = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/services/words",
  validateSearch: validateWordsSearch,
  component: lazyPage(() => import("../ministry/ui/words/words-page.tsx"), "WordsPage"),
});

const inVain = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/services/in-vain",
  validateSearch: validateInVainSearch,
  component: lazyPage(() => import("../in-vain/ui/in-vain-page.tsx"), "InVainPage"),
});

const letters = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/letters",
  component: lazyPage(() => import("../ministry/ui/letters/letters-page.tsx"), "LettersPage"),
});

const retention = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/retention",
  component: lazyPage(() => import("../ministry/ui/retention/retention-page.tsx"), "RetentionPage"),
});

const publicBooking = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/public-booking",
  component: lazyPage(() => import("../ministry/ui/public-booking/public-booking-page.tsx"), "PublicBookingPage"),
});

const partners = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/partners",
  component: lazyPage(() => import("../partners/ui/partners-page.tsx"), "PartnersPage"),
});

const questions = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/questions",
  component: lazyPage(() => import("../ministry/ui/questions/questions-page.tsx"), "QuestionsPage"),
});

const rulingsHistory = createRoute({
  getParentRoute: () => staff,
  path: "/ministry/history",
  validateSearch: validateHistorySearch,
  component: lazyPage(() => import("../ministry/ui/history/history-page.tsx"), "HistoryPage"),
});

const HelpPage = lazyPage(() => import("../help/ui/help-page.tsx"), "HelpPage");

const helpHome = createRoute({
  getParentRoute: () => staff,
  path: "/help",
  validateSearch: validateHelpSearch,
  component: HelpPage,
});

const helpTask = createRoute({
  getParentRoute: () => staff,
  path: "/help/$task",
  validateSearch: validateHelpSearch,
  component: HelpPage,
});

const helpPrint = createRoute({
  getParentRoute: () => staff,
  path: "/help/print",
  validateSearch: validateHelpSearch,
  component: lazyPage(() => import("../help/ui/print-page.tsx"), "ManualPrintPage"),
});

const nation = [howOfficesDo, howOfficeWent, letters, retention, publicBooking, partners, questions, rulingsHistory];
const ministry = [ministryHome, closures, holidays, services, inVain, peopleWords, translations, ...nation];

const pages = [
  howItWent,
  home,
  day,
  catchUp,
  diary,
  queues,
  weeks,
  why,
  offices,
  settings,
  personal,
  onboarding,
  firstSteps,
];
const rulings = [newException, exception, calls, workList, mails, audit];
const help = [helpHome, helpTask, helpPrint];

export const router = createRouter({
  routeTree: root.addChildren([signedIn, staff.addChildren([...pages, ...rulings, ...ministry, ...help])]),
  defaultErrorComponent: Broken,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
