// What the reviewer has decided, kept in the browser under a name made from the proposals, so that
// a report of other proposals, or of later revisions, starts anew.

const LETTERS = { "": "-", approved: "a", rejected: "r" };
const MARKS = { "-": "", a: "approved", r: "rejected" };
const STORE = `glocbot-report:${DATA.key}`;

/** For each item: "approved", "rejected", or "" for none. */
const marks = ITEMS.map(() => "");

/** Browsers refuse storage in private windows, in mail programs, and where a policy says so. */
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

/** Mark items; tells the others once, whatever their number. */
function mark(items, decision) {
  for (const item of items) marks[item.index] = decision;
  marksChanged();
}

/** Put back marks that were there before. */
function restoreMarks(saved) {
  saved.forEach((decision, index) => {
    marks[index] = decision;
  });
  marksChanged();
}

function marksChanged() {
  storage.write(STORE, marks.map((decision) => LETTERS[decision]).join(""));
  tell("marks");
}

/** Take up the marks of an earlier visit, or of another window. */
function readMarks() {
  const letters = storage.read(STORE);
  if (letters?.length !== ITEMS.length) return;
  for (const index of marks.keys()) marks[index] = MARKS[letters[index]] ?? "";
  tell("marks");
}

addEventListener("storage", (event) => {
  if (event.key === STORE) readMarks();
});

const markedAs = (decision) => ITEMS.filter((item) => marks[item.index] === decision);
