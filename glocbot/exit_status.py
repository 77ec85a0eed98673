"""How a command ended, for the shell and for other programs."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit status of every command.

    Attributes:
        DONE: all went well, also when a cap such as ``-limit`` was reached or a person chose quit.
        SOME_FAILED: some input was refused, or some edit failed.
        WRONG_CALL: the call itself was wrong; nothing was done.
        BRAKE: a brake stopped the run.
        INTERRUPTED: Ctrl-C or SIGTERM ended it; as in shells, 128 and the number of SIGINT.
    """

    DONE = 0
    SOME_FAILED = 1
    WRONG_CALL = 2
    BRAKE = 3
    INTERRUPTED = 130
