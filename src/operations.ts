import type { Operations } from "./platform/http/contract/published.ts";

/** The published contract's table of contents: every operation's name, and what it does; the larger modules have their own. */
export const OPERATIONS: Operations = {
  identity: {
    about: "Who is signed in",
    operations: {
      "GET /api/me": ["whoAmI", "Who is signed in, where and until when"],
    },
  },
  offices: {
    about: "The office: contacts, services, settings, employees",
    operations: {
      "GET /api/office-finder": ["findOffices", "Find an office by any of its names or numbers"],
      "GET /api/offices/{office}": ["getOffice", "An office with its contacts and services"],
      "GET /api/offices/{office}/services": [
        "listServices",
        "The services that the office offers, with their minutes here",
      ],
      "POST /api/offices/{office}/service-searches": ["searchServices", "Find a service by what people call it"],
      "GET /api/offices/{office}/settings": ["getSettings", "The settings of the office"],
      "PATCH /api/offices/{office}/settings": ["changeSettings", "Change settings of the office"],
      "GET /api/offices/{office}/staff": ["listStaff", "The employees of the office"],
      "GET /api/offices/{office}/retention": [
        "getRetention",
        "How long the office keeps who its appointments were for",
      ],
    },
  },
  onboarding: {
    about: "How an office joins the platform: four actions, then a questionnaire",
    operations: {
      "GET /api/offices/{office}/onboarding": ["getOnboarding", "The actions that are done, and the questionnaire"],
      "PUT /api/offices/{office}/onboarding/draft": ["saveQuestionnaireDraft", "Keep answers that are not finished"],
      "POST /api/offices/{office}/onboarding": ["submitQuestionnaire", "Submit the office's questionnaire, once"],
    },
  },
  appointments: {
    about: "Appointments and what happens to them",
    operations: {
      "GET /api/offices/{office}/appointments/{id}": ["getAppointment", "One appointment"],
      "PATCH /api/offices/{office}/appointments/{id}": [
        "changeAppointment",
        "Change what an appointment says; never when it is",
      ],
      "GET /api/offices/{office}/appointments/{id}/history": [
        "getAppointmentHistory",
        "Who did what with an appointment, and when",
      ],
      "POST /api/offices/{office}/appointments/{id}/cancellation": ["cancelAppointment", "Cancel an appointment"],
      "POST /api/offices/{office}/appointments/{id}/undo": [
        "undoAppointmentAct",
        "Undo the last act on an appointment",
      ],
      "POST /api/offices/{office}/appointments/{id}/arrival": ["recordArrival", "The citizen has arrived"],
      "POST /api/offices/{office}/appointments/{id}/service-start": ["startService", "The citizen is being served"],
      "POST /api/offices/{office}/appointments/{id}/completion": ["completeService", "The citizen was served"],
      "POST /api/offices/{office}/appointments/{id}/call": ["callVisitor", "Call the citizen who waits to the counter"],
      "POST /api/offices/{office}/appointments/{id}/departure": [
        "recordDeparture",
        "The citizen left without being served",
      ],
      "POST /api/offices/{office}/appointments/{id}/no-show": ["recordNoShow", "The citizen did not come"],
      "POST /api/offices/{office}/appointments": ["bookAppointment", "Book an appointment in a queue, or in any"],
      "POST /api/offices/{office}/appointments/{id}/move": [
        "moveAppointment",
        "Move an appointment to another time or queue",
      ],
      "POST /api/offices/{office}/appointments/{id}/transfer": [
        "transferAppointment",
        "Move an appointment to another office of the caller",
      ],
    },
  },
  waiting: {
    about: "Who waits, with an appointment or with a number, and who is next",
    operations: {
      "GET /api/offices/{office}/days/{date}/tickets": ["listTickets", "The numbers of a day, and the caller's queues"],
      "GET /api/offices/{office}/tickets/{id}/history": ["getTicketHistory", "Who did what with a number, and when"],
      "POST /api/offices/{office}/walk-ins": [
        "addWalkIn",
        "Somebody without an appointment or a name: at a free place, or else with a number",
      ],
      "POST /api/offices/{office}/tickets": [
        "issueTicket",
        "Give a number to somebody whom no place takes, or note that they were turned away",
      ],
      "POST /api/offices/{office}/tickets/{id}/call": ["callTicket", "Call a number to a queue's counter"],
      "POST /api/offices/{office}/tickets/{id}/priority": ["prioritiseTicket", "Give a number priority by law"],
      "POST /api/offices/{office}/tickets/{id}/completion": ["completeTicket", "The number was served"],
      "POST /api/offices/{office}/tickets/{id}/departure": ["recordTicketDeparture", "The number left unserved"],
      "POST /api/offices/{office}/tickets/{id}/undo": ["undoTicketAct", "Undo the last act on a number"],
      "POST /api/offices/{office}/queues/{number}/next": [
        "serveNext",
        "End what is served in a queue, and serve whoever is due first, or somebody chosen",
      ],
      "POST /api/offices/{office}/next/{id}/undo": ["undoNext", "Undo one serving of the next, as a whole"],
    },
  },
  inVain: {
    about: "Visits in vain, because something was not said clearly: by service, and of nobody",
    operations: {
      "GET /api/offices/{office}/days/{date}/in-vain": [
        "listInVain",
        "Visits of today that were in vain; from the night on none",
      ],
      "PUT /api/offices/{office}/visits/{id}/in-vain": [
        "noteInVain",
        "Note that a visit that was served today was in vain, and why",
      ],
      "DELETE /api/offices/{office}/visits/{id}/in-vain": ["takeInVainBack", "It was not in vain"],
      "GET /api/ministry/in-vain": [
        "getInVainOfServices",
        "Visits in vain in closed weeks, by service and of no office",
      ],
      "GET /api/ministry/in-vain/{code}": [
        "getInVainOfService",
        "One service week by week, before and after what to bring was changed",
      ],
    },
  },
  availability: {
    about: "A day, free times, and why there are none",
    operations: {
      "GET /api/offices/{office}/days/{date}": [
        "getDay",
        "A day of the office: queues, open and closed time, free times, appointments",
      ],
      "GET /api/offices/{office}/availability": [
        "listFreeTimes",
        "Free times of up to 62 days, by the length of a service",
      ],
      "GET /api/offices/{office}/weeks": ["getWeeks", "Room of the coming weeks, day by day"],
      "GET /api/offices/{office}/how-it-went": ["getHowItWent", "What closed weeks came to, for the office's head"],
      "GET /api/offices/{office}/coverage": [
        "getCoverage",
        "Gaps in the coming weeks: queues without an employee, inactive or closed",
      ],
      "GET /api/offices/{office}/days/{date}/explanation": [
        "explainDay",
        "Why there is no time on a day, part by part",
      ],
      "GET /api/days/{date}": ["getDayOfOffices", "A day of all offices of the caller, in numbers"],
    },
  },
  search: {
    about: "Finding people",
    operations: {
      "POST /api/offices/{office}/appointment-searches": [
        "searchAppointments",
        "Find people by name, telephone, reference or number",
      ],
      "POST /api/offices/{office}/namesakes": ["findNamesakes", "Coming appointments of people of the same name"],
    },
  },
  queues: {
    about: "Queues and their hours",
    operations: {
      "GET /api/offices/{office}/queues": ["listQueues", "The queues of the office with their hours"],
      "POST /api/offices/{office}/queues": ["addQueue", "Add a queue"],
      "POST /api/offices/{office}/queues/additions": ["addQueues", "Add several queues, all or none"],
      "PATCH /api/offices/{office}/queues/{number}": [
        "changeQueue",
        "Change a queue's name, employee, slot or services",
      ],
      "POST /api/offices/{office}/queues/{number}/activation": [
        "activateQueue",
        "Activate a queue, for good or for some days",
      ],
      "POST /api/offices/{office}/queues/{number}/activation/proposals": [
        "proposeActivation",
        "What activating a queue would mean for appointments",
      ],
      "POST /api/offices/{office}/queues/{number}/deactivation": [
        "deactivateQueue",
        "Deactivate a queue, for good or for some days",
      ],
      "POST /api/offices/{office}/queues/{number}/deactivation/proposals": [
        "proposeDeactivation",
        "Whom deactivating a queue concerns, and where each could go",
      ],
      "POST /api/offices/{office}/queues/{number}/publication": [
        "publishQueue",
        "Make a queue public: citizens may book in it",
      ],
      "POST /api/offices/{office}/queues/{number}/hiding": ["hideQueue", "Hide a queue from citizens"],
      "POST /api/offices/{office}/queues/{number}/hiding/proposals": ["proposeHiding", "Whom hiding a queue concerns"],
      "POST /api/offices/{office}/queues/{number}/default": ["makeQueueDefault", "Make a queue the default one"],
      "POST /api/offices/{office}/queues/{number}/archival": ["archiveQueue", "Archive a queue"],
      "POST /api/offices/{office}/queues/{number}/archival/proposals": [
        "proposeArchival",
        "Whom archiving a queue concerns, and where each could go",
      ],
      "PUT /api/offices/{office}/queues/{number}/hours": ["setHours", "Set the weekly hours of a queue"],
      "POST /api/offices/{office}/queues/{number}/hours/proposals": [
        "proposeHours",
        "Whom other hours concern, and where each could go",
      ],
      "POST /api/offices/{office}/queues/{number}/substitution": [
        "substituteEmployee",
        "Let another employee serve a queue for a day",
      ],
    },
  },
  exceptions: {
    about: "Closed time and extra hours of the office",
    operations: {
      "GET /api/offices/{office}/exceptions": ["listExceptions", "Exceptions of the office, running and coming"],
      "POST /api/offices/{office}/exceptions": ["addException", "Add an exception: closed time or extra hours"],
      "POST /api/offices/{office}/exceptions/proposals": [
        "proposeException",
        "Whom an exception concerns, and where each could go",
      ],
      "PATCH /api/offices/{office}/exceptions/{id}": ["changeException", "Change an exception"],
      "DELETE /api/offices/{office}/exceptions/{id}": ["removeException", "Remove an exception"],
      "POST /api/offices/{office}/exceptions/{id}/proposals": [
        "proposeExceptionChange",
        "Whom a change of an exception concerns",
      ],
    },
  },
  rules: {
    about: "Changes of rules, and what they left to be done",
    operations: {
      "GET /api/offices/{office}/rule-changes": ["listRuleChanges", "Changes of rules of the office, the latest first"],
      "POST /api/offices/{office}/rule-changes/{id}/undo": [
        "undoRuleChange",
        "Undo a change of rules with all that it moved",
      ],
      "GET /api/offices/{office}/call-lists": ["listCallDays", "Days with citizens to be called"],
      "GET /api/offices/{office}/call-lists/{date}": ["getCallList", "Citizens to be called about a day"],
      "PATCH /api/offices/{office}/call-lists/{date}/{id}": ["recordCall", "What a call came to"],
      "GET /api/offices/{office}/work-list": ["getWorkList", "Appointments that stand in closed time, with proposals"],
      "POST /api/offices/{office}/work-list": ["settleWorkList", "Settle appointments of the work list"],
      "GET /api/offices/{office}/work-list/count": ["countWorkList", "How many appointments are to be settled"],
    },
  },
  paper: {
    about: "What is printed: one day of one office, never more",
    operations: {
      "GET /api/offices/{office}/day-sheets/{date}": [
        "printDay",
        "The list of one day's appointments as a page to print; recorded as a print",
      ],
      "GET /api/offices/{office}/call-lists/{date}/sheet": [
        "printCallList",
        "The call list of a day as a page to print; recorded as a print",
      ],
      "GET /api/offices/{office}/line-rule": ["printLineRule", "Page for the wall: by which order numbers are called"],
      "GET /api/offices/{office}/appointments/{id}/slip": [
        "printSlip",
        "What a citizen takes home of an appointment, as a page to print; recorded as a print",
      ],
      "GET /api/offices/{office}/audit/answer": [
        "printAnswer",
        "What is kept of a person and who has seen it, as a page to print for that person; recorded as a print",
      ],
      "GET /api/offices/{office}/sheet-offer": ["getSheetOffer", "The day sheets that the office should have on paper"],
      "DELETE /api/offices/{office}/sheet-offer": [
        "putSheetOfferAway",
        "Put that offer away for the rest of the day, for the caller alone",
      ],
    },
  },
  audit: {
    about: "Who did or saw what",
    operations: {
      "GET /api/offices/{office}/audit": [
        "listAudit",
        "Who did or saw what: of some days, of a person's appointments, of an employee; itself recorded",
      ],
    },
  },
  mail: {
    about: "Letters to citizens by e-mail",
    operations: {
      "GET /api/offices/{office}/mails": ["listMails", "What did not arrive, is under way, or was sent today"],
      "GET /api/offices/{office}/mails/count": ["countMails", "How many did not arrive or are under way"],
      "GET /api/offices/{office}/appointments/{id}/mails": [
        "listAppointmentMails",
        "What its citizen was written of an appointment",
      ],
      "POST /api/offices/{office}/letter-previews": ["previewLetter", "A letter with the closing note that is typed"],
      "POST /api/offices/{office}/letter-tests": ["testLetter", "Send such a letter to the office's own address"],
      "POST /api/ministry/letter-previews": ["previewLetterFrame", "A letter with the sender's name and foot typed"],
      "POST /api/offices/{office}/mails/{id}/resend": ["resendMail", "Say once more what did not arrive"],
    },
  },
  live: {
    about: "What changes while one looks",
    operations: {
      "GET /api/offices/{office}/events": [
        "listenToOffice",
        "What changes in the office, as it happens (server-sent events)",
      ],
      "GET /api/ministry/events": [
        "listenToNation",
        "When an office comes further on its way into the platform, as it happens (server-sent events)",
      ],
      "POST /api/offices/{office}/fillings": ["announceFilling", "Tell the other desks which place is being filled in"],
    },
  },
  diary: {
    about: "Bringing a paper diary in",
    operations: {
      "POST /api/offices/{office}/diary-previews": [
        "previewDiary",
        "Which rows of a paper diary fit, and why the others do not",
      ],
      "POST /api/offices/{office}/diary-imports": ["importDiary", "Bring the rows of a paper diary in"],
      "GET /api/offices/{office}/diary-imports": ["listDiaryImports", "The paper diaries that were brought in lately"],
      "POST /api/offices/{office}/diary-imports/{id}/undo": [
        "undoDiaryImport",
        "Take back all that one paper diary brought in and nobody has changed since",
      ],
    },
  },
  "catch-up": {
    about: "Catching up what was noted on paper during an outage",
    operations: {
      "POST /api/offices/{office}/days/{date}/catch-up": [
        "catchUpDay",
        "Record what was noted on paper of a day: ticks and walk-ins, all or nothing",
      ],
      "POST /api/offices/{office}/catch-ups/{id}/undo": [
        "undoCatchUp",
        "Undo all that one catching up recorded, but for what was changed since",
      ],
    },
  },
};
