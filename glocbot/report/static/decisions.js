// approved.json: out, for `glocbot apply --approved`, and in again.

/** A file that is none of ours; the message is for the reviewer. */
class DecisionsError extends Error {}

/** Make what is downloaded. */
function decisions(reviewer) {
  return {
    version: DATA.version,
    site: DATA.site,
    reviewer,
    reviewed_at: new Date().toISOString(),
    approved: markedAs("approved").map(decided),
    rejected: markedAs("rejected").map(decided),
  };
}

const decided = ({ title, revid, wikitext }) => ({ title, revid, wikitext });

/** Hand a text to the browser's downloads. */
function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: address, download: name }).click();
  // The browser has taken hold of the text by then; freed at once, some would write nothing.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Mark what a decisions file says, leaving other marks as they are.
 *
 * Only what is still the very same proposal is marked: a person approved one text on one revision.
 */
function takeUp(text) {
  const file = parsed(text);
  const byTitle = new Map(ITEMS.map((item) => [item.title, item]));
  const counts = { taken: 0, changed: 0, absent: 0 };
  const next = marks.slice();
  for (const [list, decision] of [[file.approved, "approved"], [file.rejected, "rejected"]]) {
    for (const { title, revid, wikitext } of list) {
      const item = byTitle.get(title);
      if (!item) counts.absent += 1;
      else if (item.revid !== revid || item.wikitext !== wikitext) counts.changed += 1;
      else {
        next[item.index] = decision;
        counts.taken += 1;
      }
    }
  }
  restoreMarks(next);
  return { ...counts, reviewer: typeof file.reviewer === "string" ? file.reviewer : "" };
}

function parsed(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new DecisionsError("it is not valid JSON.");
  }
  if (!Array.isArray(file?.approved) || !Array.isArray(file?.rejected)) {
    throw new DecisionsError("it holds no decisions.");
  }
  if (![...file.approved, ...file.rejected].every((entry) => typeof entry?.title === "string")) {
    throw new DecisionsError("one of its decisions names no file.");
  }
  if (file.version !== DATA.version) {
    throw new DecisionsError(`its version is ${String(file.version)}, not ${DATA.version}.`);
  }
  if (file.site !== DATA.site) {
    throw new DecisionsError(`it is for ${String(file.site)}, not for ${DATA.site}.`);
  }
  return file;
}

/** Say what came of loading a file. */
function takenWords({ taken, changed, absent }) {
  const parts = [`${counted(taken, "decision")} loaded.`];
  if (changed) parts.push(`${counted(changed, "file")} changed since, left as they were.`);
  if (absent) parts.push(`${counted(absent, "file")} not in this report.`);
  return parts.join(" ");
}
