"""The steps of an answer in words, shown while they are at work."""

from collections.abc import Callable
from html import escape

from streamlit.delta_generator import DeltaGenerator

_STEPS = {
    "read": "Reading the question",
    "look_up": "Looking up the figures",
    "retrieve": "Finding the passages",
    "check": "Checking every number against its source",
    "cite": "Noting where it stands",
    "suggest": "Looking for what else you could ask",
}


def show_step(place: DeltaGenerator, step: str) -> None:
    """Name the step that is at work, in a place of the page that holds one line."""
    place.html(f'<p class="step" role="status">{_STEPS.get(step, "Looking in the reports")} …</p>')


def show_as_checked(place: DeltaGenerator) -> Callable[[str], None]:
    """Shows the sentences of a language model in a place of the page, each as soon as it is checked."""
    told: list[str] = []

    def show(sentence: str) -> None:
        told.append(f"<p>{escape(sentence)}</p>")
        place.html(f'<div role="status">{"".join(told)}</div>')

    return show
