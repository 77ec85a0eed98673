// approved.json: saved for `glocbot apply --approved`, and loaded again to go on.

/** A file that is not such a one; the message is for the reviewer. */
class ApprovalsError extends Error {}

/**
 * What a loaded file says of a decision, beside which one it is: who, when, why, a note, a correction.
 * It is saved again, as long as the decision stays.
 */
const carried = new Map();

/** What a loaded file says was put off. */
let putOff = [];

/** Return what is saved. */
function approvals(reviewer) {
  const when = new Date().toISOString();
  const entries = (decision, own) =>
    decidedAs(decision).map((item) => ({ ...shownEdit(item), by: reviewer, when, note: "", ...own, ...said(item) }));
  return {
    version: DATA.version,
    site: DATA.site,
    reviewer,
    saved: when,
    approved: entries("approved", {}),
    rejected: entries("rejected", { why: "other" }),
    later: putOff.filter(({ title }) => !isDecided(title)),
  };
}

const shownEdit = ({ title, revid, wikitext }) => ({ title, revid, wikitext });

const isDecided = (title) => ITEMS.some((item) => item.title === title && decisions[item.index]);

/** Return what is carried for an item, where its decision is still the one that was loaded. */
function said(item) {
  const loaded = carried.get(item.index);
  return loaded?.decision === decisions[item.index] ? loaded.entry : {};
}

/** Hand a text to the browser's downloads. */
function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: address, download: name }).click();
  // By then the browser has read the text. Some would write nothing if it were freed at once.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Take over the decisions of a file, and leave others as they are.
 *
 * Only one on the very same proposal is taken over: a person approved one text on one revision.
 */
function loadApprovals(text) {
  const file = parseApprovals(text);
  const byTitle = new Map(ITEMS.map((item) => [item.title, item]));
  const counts = { loaded: 0, changed: 0, absent: 0 };
  const next = decisions.slice();
  for (const [list, decision] of [[file.approved, "approved"], [file.rejected, "rejected"]]) {
    for (const entry of list) {
      const { title, revid, wikitext } = entry;
      const item = byTitle.get(title);
      if (!item) counts.absent += 1;
      else if (item.revid !== revid || item.wikitext !== wikitext) counts.changed += 1;
      else {
        next[item.index] = decision;
        carried.set(item.index, { decision, entry });
        counts.loaded += 1;
      }
    }
  }
  putOff = file.later ?? [];
  restoreDecisions(next);
  return { ...counts, reviewer: typeof file.reviewer === "string" ? file.reviewer : "" };
}

function parseApprovals(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new ApprovalsError("it is not valid JSON.");
  }
  const lists = [file?.approved, file?.rejected, file?.later ?? []];
  if (!lists.every(Array.isArray)) {
    throw new ApprovalsError("it holds no decisions.");
  }
  if (!lists.flat().every((each) => typeof each?.title === "string")) {
    throw new ApprovalsError("one of its decisions names no file.");
  }
  if (!(file.version >= 1 && file.version <= DATA.version)) {
    throw new ApprovalsError(`its version is ${String(file.version)}, and this page reads 1 to ${DATA.version}.`);
  }
  if (file.site !== DATA.site) {
    throw new ApprovalsError(`it is for ${String(file.site)}, not for ${DATA.site}.`);
  }
  return file;
}

/** Say what was loaded from a file. */
function loadedWords({ loaded, changed, absent }) {
  const parts = [`${counted(loaded, "decision")} loaded.`];
  if (changed) parts.push(`${counted(changed, "file")} changed since, left as they were.`);
  if (absent) parts.push(`${counted(absent, "file")} not in this report.`);
  return parts.join(" ");
}
