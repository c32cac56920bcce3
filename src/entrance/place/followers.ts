import type { NoticesHeard } from "../../live/hub.ts";

/** The pages that follow the line of their office. */
export interface Followers {
  /** @returns what takes it away again */
  join(office: number, onChange: () => void): () => void;
  count(): number;
}

/** Many acts in one moment are one word */
const GATHER_MS = 100;

export function createFollowers(notices: NoticesHeard): Followers {
  const pages = new Map<number, Set<() => void>>();
  const gathered = new Set<number>();
  const tell = (office: number) => {
    gathered.delete(office);
    for (const onChange of pages.get(office) ?? []) onChange();
  };
  const gather = (office: number) => {
    if (!pages.has(office) || gathered.has(office)) return;
    gathered.add(office);
    setTimeout(() => tell(office), GATHER_MS);
  };
  notices.follow({
    onNotice: (notice) => {
      if (notice.kind === "change" || notice.kind === "rules") gather(notice.office);
    },
    onHearing: () => {
      for (const office of pages.keys()) gather(office);
    },
  });
  return {
    join: (office, onChange) => {
      const ofOffice = pages.get(office) ?? new Set();
      pages.set(office, ofOffice.add(onChange));
      return () => {
        ofOffice.delete(onChange);
        if (ofOffice.size === 0 && pages.get(office) === ofOffice) pages.delete(office);
      };
    },
    count: () => [...pages.values()].reduce((total, { size }) => total + size, 0),
  };
}
