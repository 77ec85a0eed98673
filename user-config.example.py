# Pywikibot's configuration for running glocbot with an account on Wikimedia Commons.
#
# Copy this file to user-config.py, write your bot's user name in the next line, and that is all.
# (Looking without saving, -simulate, needs no configuration at all.)
usernames["commons"]["commons"] = "ExampleBot"

# The wiki that is swept unless -site names another.
family = "commons"
mylang = "commons"

# How the account logs in. Either with a bot password, from [[Special:BotPasswords]] with the grants
# "High-volume (bot) access" and "Edit existing pages"; without the first of them, edits are not
# marked as a bot's. It stands in a file of its own that only you may read (chmod 600), in one line:
#
#     ("ExampleBot", BotPassword("glocbot", "the password that the wiki showed"))
#
# The file is looked for in the folder of this one. To be asked for the password instead, take the
# next line out.
password_file = "user-password.py"

# Or, in place of that line, with OAuth, from [[Special:OAuthConsumerRegistration/propose]],
# "owner-only" and with the same grants. It needs `pip install "pywikibot[mwoauth]"`. Keep the four
# secrets, here with blanks between them, out of files that others can read; on Toolforge they come
# as environment variables.
#
# import os
# authenticate["commons.wikimedia.org"] = tuple(os.environ["GLOCBOT_OAUTH"].split())

# Wikimedia blocks clients that do not say who they are and how to reach them.
user_agent_description = (
    "https://commons.wikimedia.org/wiki/User:" + usernames["commons"]["commons"]
)

# Seconds between two saves: 10 make 6 edits a minute, the rate that operators declare on
# [[Commons:Bots/Requests]].
put_throttle = 10

# Hold back while the wiki's databases lag behind by this many seconds.
write_maxlag = 5

# How often a request is tried again when the wiki does not respond or is read-only, waiting from 5
# seconds the first time to 2 minutes.
max_retries = 15

# Keep a log of what was done: logs/glocbot-bot.log, or logs/add_location-bot.log for `pwb`. Only
# you can read it, and passwords, tokens and cookies are left out of it.
log = ["add_location", "glocbot"]
