import { meQuery } from "../../kit/me.ts";
import { queryClient } from "../../kit/query-client.ts";
import type { LiveEvents } from "../events.ts";
import { ageOfAnswers } from "./answer-age.ts";
import { askAgain } from "./ask-again.ts";
import { changesOfOthers } from "./changes-of-others.ts";
import { openConnection } from "./connection.ts";
import { isConcerned, type News } from "./followed.ts";
import { INITIAL_LIVE_STATE, setLiveState } from "./live-state.ts";

/** This page among its office's desks. */
export const DESK: string = crypto.randomUUID();

const ageOf = ageOfAnswers(queryClient.getQueryCache());

/** News that come close together are asked for once; the first of them at once. */
const GATHER_MS = 300;
/** A server tells all its desks at the same moment to ask for everything. */
const SPREAD_MS = 1_000;

/** Keeps what is shown of an office as the server knows it. @returns what stops it */
export function followOffice(office: string, employee: number): () => void {
  setLiveState({ office });
  const others = changesOfOthers();
  const gathered = gatherNews(office);
  const heard: { readonly [Name in keyof LiveEvents]: (data: LiveEvents[Name]) => void } = {
    beat: ({ date, time }) => setLiveState({ clock: { date, time } }),
    change: ({ by, ...change }) => {
      gathered.add({ kind: "change", ...change });
      if (by !== employee && isShown(office, change.dates)) others.add(change.appointment);
    },
    onboarding: () => void queryClient.invalidateQueries({ queryKey: ["onboarding", office] }),
    rules: () => gathered.add({ kind: "rules" }),
    fillings: ({ list }) => setLiveState({ fillings: list }),
    paused: () => setLiveState({ status: "lost" }),
    resync: () => {
      setLiveState({ status: "live" });
      gathered.addLater({ kind: "all" });
    },
  };
  const close = openConnection(`/api/offices/${encodeURIComponent(office)}/events?desk=${DESK}`, {
    onEvent: (name, data) => heard[name](data),
    // Whatever happened before it listened may be missing on the page.
    onUp: (name, data) => {
      setLiveState({ status: "live" });
      const ms = name === "beat" ? (data as LiveEvents["beat"]).quietMs : null;
      gathered.add(typeof ms === "number" ? { kind: "quiet", ms } : { kind: "all" });
    },
    onDown: (reason) => {
      setLiveState({ status: reason === "hidden" ? "starting" : "lost", fillings: [] });
      if (reason === "refused") void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      if (reason !== "hidden") void queryClient.refetchQueries({ queryKey: ["day", office], type: "active" });
    },
  });
  return () => {
    close();
    gathered.stop();
    others.stop();
    setLiveState(INITIAL_LIVE_STATE);
  };
}

const isShown = (office: string, dates: readonly string[]): boolean =>
  dates.some((date) => queryClient.getQueryCache().find({ queryKey: ["day", office, date], type: "active" }));

function gatherNews(office: string) {
  let waiting: News[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    timer = undefined;
    if (waiting.length === 0) return;
    const news = waiting;
    waiting = [];
    askAgain(queryClient, (queryKey, query) => isConcerned(queryKey, office, news, ageOf(query)));
    timer = setTimeout(ask, GATHER_MS);
  };
  return {
    add: (news: News) => {
      waiting.push(news);
      if (timer === undefined) ask();
    },
    addLater: (news: News) => {
      waiting.push(news);
      timer ??= setTimeout(ask, Math.random() * SPREAD_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
