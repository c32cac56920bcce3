/** How many are answered a millisecond, look after look. Pure but for its own book-keeping: time is given, in milliseconds. */
export interface AnswerRate {
  /** One more was answered. */
  count(): void;
  /**
   * Answers come in bursts, as the database gives them: by one look alone some would be sent away who are answered soon.
   * @param isStanding whether somebody has waited all the time since the last look: else there may have been nothing to answer,
   *   and what was before says nothing
   */
  look(now: number, isStanding: boolean): number;
}

export function createAnswerRate(start: number): AnswerRate {
  let [answered, lookedAt, rate] = [0, start, 0];
  return {
    count: () => {
      answered++;
    },
    look: (now, isStanding) => {
      const latest = answered / Math.max(1, now - lookedAt);
      rate = isStanding ? (rate + latest) / 2 : latest;
      [answered, lookedAt] = [0, now];
      return rate;
    },
  };
}
