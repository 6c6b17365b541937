"""What can go wrong in an evaluation.

EvaluationError            the run failed (exit code 1)
└── InputError             wrong use or unreadable input (exit code 2): a set, a results file, a run's folder
"""


class EvaluationError(Exception):
    """The evaluation could not be done; the message is one line that says what to do."""

    exit_code = 1


class InputError(EvaluationError):
    """What was given cannot be read or does not fit; the message names the file and, if it can, the line."""

    exit_code = 2
