// approved.json: saved for `glocbot apply --approved`, and loaded again to go on.

/** A file that is not such a one; the message is for the reviewer. */
class ApprovalsError extends Error {}

/** Return what is saved. */
function approvals(reviewer) {
  return {
    version: DATA.version,
    site: DATA.site,
    reviewer,
    reviewed_at: new Date().toISOString(),
    approved: decidedAs("approved").map(entry),
    rejected: decidedAs("rejected").map(entry),
  };
}

const entry = ({ title, revid, wikitext }) => ({ title, revid, wikitext });

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
    for (const { title, revid, wikitext } of list) {
      const item = byTitle.get(title);
      if (!item) counts.absent += 1;
      else if (item.revid !== revid || item.wikitext !== wikitext) counts.changed += 1;
      else {
        next[item.index] = decision;
        counts.loaded += 1;
      }
    }
  }
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
  if (!Array.isArray(file?.approved) || !Array.isArray(file?.rejected)) {
    throw new ApprovalsError("it holds no decisions.");
  }
  if (![...file.approved, ...file.rejected].every((each) => typeof each?.title === "string")) {
    throw new ApprovalsError("one of its decisions names no file.");
  }
  if (file.version !== DATA.version) {
    throw new ApprovalsError(`its version is ${String(file.version)}, not ${DATA.version}.`);
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
