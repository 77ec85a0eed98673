// What the reviewer has decided. The browser keeps it under a name that is made from the proposals,
// so that a report of other proposals, or of later revisions, starts anew.

const LETTERS = { "": "-", approved: "a", rejected: "r" };
const DECISIONS = { "-": "", a: "approved", r: "rejected" };
const STORAGE_KEY = `glocbot-report:${DATA.key}`;

/** For each item: "approved", "rejected", or "" for none. */
const decisions = ITEMS.map(() => "");

/** Browsers refuse to store anything in private windows, in mail programs, and where a policy says so. */
const storage = {
  works: true,
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      this.works = false;
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      this.works = false;
    }
  },
};

/** Decide on items; the other parts are notified once, whatever the number of items. */
function decide(items, decision) {
  for (const item of items) decisions[item.index] = decision;
  decisionsChanged();
}

/** Put back the decisions of an earlier moment. */
function restoreDecisions(saved) {
  saved.forEach((decision, index) => {
    decisions[index] = decision;
  });
  decisionsChanged();
}

function decisionsChanged() {
  storage.write(STORAGE_KEY, decisions.map((decision) => LETTERS[decision]).join(""));
  notify("decisions");
}

/** Read the decisions of an earlier visit, or of another window. */
function readDecisions() {
  const letters = storage.read(STORAGE_KEY);
  if (letters?.length !== ITEMS.length) return;
  for (const index of decisions.keys()) decisions[index] = DECISIONS[letters[index]] ?? "";
  notify("decisions");
}

addEventListener("storage", (event) => {
  if (event.key === STORAGE_KEY) readDecisions();
});

const decidedAs = (decision) => ITEMS.filter((item) => decisions[item.index] === decision);
