"""Save edits one by one: the bot's loop, a save and its outcomes, the summary of a run."""
