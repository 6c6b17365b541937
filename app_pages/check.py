"""The page "Check a statistic": a sentence, or a whole briefing, held against the reports."""

from collections.abc import Callable

import streamlit as st

from app_pages.briefing import show_briefing
from app_pages.examples import example_claims_for
from app_pages.start import open_reports, wait_for_answerer
from app_pages.verdict import show_verdict
from app_pages.words import as_plain_markdown, sentence_case
from ingest.errors import UnreadableReport
from ingest.store import Index
from ingest.words import split_sentences
from rag.briefing import check_briefing
from rag.briefing_records import BriefingResult
from rag.briefing_text import FORMATS, LARGEST
from rag.records import Verdict

_LEAD = (
    "Check a sentence, or a whole briefing, against the published reports. Each figure is traced to the table or "
    "sentence that it comes from, and you see whether the reports bear it out."
)
_MEGABYTES = LARGEST // 1024 // 1024
_PASTED = "pasted-text.txt"

Checked = Verdict | BriefingResult


def show_check() -> None:
    """The page."""
    index = open_reports()
    if index is None:
        return
    st.html(f'<h1>Check a statistic</h1><p class="lead">{_LEAD}</p>')
    _check_text(index)
    _check_file(index)


def _check_text(index: Index) -> None:
    st.html('<h2 class="on-screen">A sentence or paragraph</h2>')
    picked: str | None = st.session_state.pop("picked_claim", None) or _linked_claim()
    if picked:
        st.session_state.claim = picked
    with st.form("check-claim", border=False):
        typed = st.text_area("Text with a figure in it", key="claim", max_chars=5000, height=100)
        is_sent = st.form_submit_button("Check this text", type="primary")
    if is_sent and not typed.strip():
        st.error("Type or paste a sentence first")
    elif (is_sent or picked) and typed.strip():
        st.session_state.checked_text = _watch(index, lambda: _check(typed, index))
    checked: Checked | None = st.session_state.get("checked_text")
    if checked is None:
        _offer_examples(index)
    else:
        _show(checked, index, "text")


def _check_file(index: Index) -> None:
    st.html('<h2 class="on-screen">A whole briefing</h2>')
    sent = st.file_uploader(
        f"A briefing as text, Markdown, Word or PDF, up to {_MEGABYTES} MB",
        [kind.removeprefix(".") for kind in FORMATS],
        max_upload_size=_MEGABYTES,
    )
    st.caption("The file is read in memory and not kept. Dates, page numbers and phone numbers are left alone.")
    if sent is None:
        st.session_state.pop("checked_file", None)
        return
    if st.session_state.get("checked_file", ("",))[0] != sent.file_id:
        try:
            result = _watch(index, lambda: check_briefing(sent.name, sent.getvalue(), wait_for_answerer(index)))
        except UnreadableReport as error:
            st.error(as_plain_markdown(sentence_case(str(error))))
            return
        st.session_state.checked_file = (sent.file_id, result)
    _show(st.session_state.checked_file[1], index, "file")


def _check(text: str, index: Index) -> Checked:
    """The verdict on one sentence; of several, each figure's."""
    answerer = wait_for_answerer(index)
    plain = " ".join(text.split())
    return answerer.check(plain) if len(split_sentences(plain)) < 2 else _check_pasted(text, index)


def _check_pasted(text: str, index: Index) -> BriefingResult:
    return check_briefing(_PASTED, text.encode("utf-8"), wait_for_answerer(index))


def _watch(index: Index, work: Callable[[], Checked]) -> Checked:
    wait_for_answerer(index)
    with st.spinner("Holding each figure against the reports"):
        return work()


def _show(checked: Checked, index: Index, key: str) -> None:
    if isinstance(checked, Verdict):
        show_verdict(checked, index, key)
    else:
        show_briefing(checked, index, key)


def _offer_examples(index: Index) -> None:
    examples = example_claims_for(index)
    if examples:
        st.html('<h3 class="part on-screen">Or try one of these</h3>')
    for example in examples:
        st.button(example, key=f"claim-{example}", on_click=_pick, args=(example,))


def _pick(claim: str) -> None:
    st.session_state.picked_claim = claim


def _linked_claim() -> str | None:
    """What the page's link asks to be checked (``?claim=``), once."""
    if st.session_state.get("claim_link_is_read"):
        return None
    st.session_state.claim_link_is_read = True
    return st.query_params.get("claim", "").strip() or None
