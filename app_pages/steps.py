"""The steps of an answer in words, shown while they are at work."""

from streamlit.delta_generator import DeltaGenerator

_STEPS = {
    "read": "Reading the question",
    "look_up": "Looking up the figures",
    "retrieve": "Finding the passages",
    "check": "Checking every number against its source",
    "cite": "Noting where it stands",
}


def show_step(place: DeltaGenerator, step: str) -> None:
    """Name the step that is at work, in a place of the page that holds one line."""
    place.html(f'<p class="step" role="status">{_STEPS.get(step, "Looking in the reports")} …</p>')
