"""The app's logic, run by Streamlit's own test harness over the real reports and the real index."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parent.parent / "app.py"
TREATMENT = "How many people were in drug treatment in Birmingham in 2023/24?"


@pytest.fixture(scope="module")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("index")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDEX_DIR", str(folder))
        st.cache_resource.clear()
        yield folder
    st.cache_resource.clear()


@pytest.fixture
def app(index_dir: Path) -> AppTest:
    return start()


def start(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=300)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def ask(app: AppTest, question: str) -> AppTest:
    app.chat_input[0].set_value(question).run()
    assert not app.error
    return app


def shown(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def headlines(app: AppTest) -> list[str]:
    return [element.proto.body for element in app.get("html") if 'class="headline' in element.proto.body]


def button(app: AppTest, label: str):
    return next(each for each in app.button if each.label == label)


def test_first_start_builds_the_index_and_opens_an_empty_chat(app: AppTest, index_dir: Path) -> None:
    assert (index_dir / "current").is_file()
    assert not app.exception
    assert not app.error
    assert "<h1>Ask the reports</h1>" in shown(app)
    assert TREATMENT in [each.label for each in app.button]


def test_an_answer_shows_headline_marked_cell_reading_and_source(app: AppTest) -> None:
    ask(app, TREATMENT)

    assert not app.exception
    assert "8,490" in headlines(app)[0]
    assert '<td class="marked number"><strong>8,490</strong>' in shown(app)
    assert "◀ this figure" in shown(app)
    assert "Your question was read as" in shown(app)
    assert any("Figure 11" in each.label for each in app.expander)


def test_every_example_question_is_answered(app: AppTest) -> None:
    examples = [each.label for each in app.button if each.label.endswith("?")]
    assert len(examples) >= 3
    for example in examples:
        asked = start()
        button(asked, example).click().run()
        assert not asked.exception
        assert "chat" in asked.session_state.chats[0].key(0)
        assert asked.session_state.chats[0].answers[0].status == "answered", example


def test_a_follow_up_is_read_with_the_questions_before_it(app: AppTest) -> None:
    ask(app, TREATMENT)
    ask(app, "and in Dudley?")

    assert len(headlines(app)) == 2
    assert "1,777" in headlines(app)[1]


def test_what_the_reports_do_not_say_is_told_plainly(app: AppTest) -> None:
    ask(app, "How many people were in drug treatment in Paris in 2023/24?")

    assert app.session_state.chats[0].answers[0].status == "not_found"
    assert "do not" in headlines(app)[0]
    assert not app.expander
    assert 'class="marked' not in shown(app)


def test_a_link_asks_its_questions_in_order(index_dir: Path) -> None:
    app = start(q=[TREATMENT, "and in Dudley?"])

    assert [answer.question for answer in app.session_state.chats[0].answers] == [TREATMENT, "and in Dudley?"]
    app.run()
    assert len(headlines(app)) == 2


def test_a_new_chat_is_empty_and_the_old_one_can_be_opened(app: AppTest) -> None:
    ask(app, TREATMENT)
    button(app, "New chat").click().run()
    assert headlines(app) == []

    next(each for each in app.button if each.key == "open-chat-1").click().run()
    assert "8,490" in headlines(app)[0]


def test_a_question_with_marks_of_html_is_shown_as_typed(app: AppTest) -> None:
    ask(app, "<img src=x onerror=alert(1)> deaths in Coventry?")

    assert "<img" not in shown(app)
    assert "&lt;img src=x" in shown(app)


def test_a_broken_setting_is_one_plain_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CORPUS_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("INDEX_DIR", str(tmp_path / "index"))
    st.cache_resource.clear()
    app = start()
    st.cache_resource.clear()

    assert not app.exception
    assert len(app.error) == 1
    assert "nowhere" in app.error[0].value
    assert "\n" not in app.error[0].value


def figures_page() -> None:
    from app_pages.figures import show_figures

    show_figures()


def test_figures_are_filtered_by_words_and_area(index_dir: Path) -> None:
    page = AppTest.from_function(figures_page, default_timeout=300).run()
    everything = len(page.dataframe[0].value)
    page.text_input[0].set_value("trafficking offences").run()
    page.multiselect[0].set_value(["Dudley"]).run()

    table = page.dataframe[0].value
    assert not page.exception
    assert 0 < len(table) < everything
    assert set(table["Area"]) == {"Dudley"}


def reports_page() -> None:
    from app_pages.reports import show_reports

    show_reports()


def test_reports_are_listed_with_what_they_hold(index_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOW_UPLOADS", "false")
    page = AppTest.from_function(reports_page, default_timeout=300).run()

    assert not page.exception
    assert shown(page).count('<section class="report">') == 5
    assert "5 September 2017" in shown(page)
    assert "Add or remove" not in shown(page)


def disagreements_page() -> None:
    from app_pages.disagreements import show_disagreements

    show_disagreements()


def test_findings_are_shown_with_both_values(index_dir: Path) -> None:
    page = AppTest.from_function(disagreements_page, default_timeout=300).run()

    assert not page.exception
    assert shown(page).count('<section class="finding">') > 10


def help_page() -> None:
    from app_pages.help import show_help

    show_help()


def test_help_explains_acronyms() -> None:
    page = AppTest.from_function(help_page).run()

    assert not page.exception
    assert "Local Drug Information System" in shown(page)


def check_page() -> None:
    from app_pages.check import show_check

    show_check()


def check(text: str) -> AppTest:
    page = AppTest.from_function(check_page, default_timeout=300).run()
    page.text_area[0].set_value(text)
    button(page, "Check this text").click().run()
    assert not page.exception
    return page


def test_a_claim_is_judged_with_symbol_words_reason_and_source(index_dir: Path) -> None:
    page = check("Drug-related deaths in Coventry rose to 34 in 2024.")

    assert '<span class="symbol" aria-hidden="true">✗</span> Contradicted' in shown(page)
    assert "gives 43, not 34" in shown(page)
    assert "<strong>43</strong>" in shown(page)
    assert "The sentence was read as" in shown(page)
    assert page.expander


def test_each_figure_of_a_pasted_paragraph_is_judged(index_dir: Path) -> None:
    page = check(
        "Drug-related deaths in Coventry rose to 34 in 2024. In 2023/24 Birmingham had 8,490 people in treatment."
    )

    assert "2 figures checked: 1 contradicted, 1 supported." in shown(page)
    assert '<mark class="contradicted">34</mark>' in shown(page)
    assert '<mark class="supported">8,490</mark>' in shown(page)
    assert {each.label for each in page.get("download_button")} == {"Download Word", "Download CSV", "Download JSON"}


def test_the_supported_figures_are_listed_when_asked_for(index_dir: Path) -> None:
    page = check(
        "Drug-related deaths in Coventry rose to 34 in 2024. In 2023/24 Birmingham had 8,490 people in treatment."
    )
    assert shown(page).count("<li value=") == 1

    page.toggle[0].set_value(True).run()
    assert shown(page).count("<li value=") == 2


def test_a_briefing_file_is_checked(index_dir: Path) -> None:
    page = AppTest.from_function(check_page, default_timeout=300).run()
    page.file_uploader[0].set_value(
        ("board.md", b"Drug-related deaths in Coventry rose to 34 in 2024.", "text/markdown")
    ).run()

    assert not page.exception
    assert "1 figure checked: 1 contradicted." in shown(page)


def test_nothing_is_checked_where_nothing_is_typed(index_dir: Path) -> None:
    page = check("   ")

    assert [each.value for each in page.error] == ["Type or paste a sentence first"]
    assert 'class="verdict' not in shown(page)


def test_every_example_claim_is_judged(index_dir: Path) -> None:
    page = AppTest.from_function(check_page, default_timeout=300).run()
    examples = [each.label for each in page.button if each.label.endswith(".")]
    assert len(examples) >= 2
    for example in examples:
        judged = AppTest.from_function(check_page, default_timeout=300).run()
        button(judged, example).click().run()
        verdict = judged.session_state.checked_text
        assert (verdict.claim, verdict.verdict in ("supported", "contradicted")) == (example, True)


def test_a_next_question_is_offered_and_asked(app: AppTest) -> None:
    ask(app, TREATMENT)
    answer = app.session_state.chats[0].answers[0]
    assert answer.suggestions

    button(app, answer.suggestions[0]).click().run()
    assert [each.question for each in app.session_state.chats[0].answers] == [TREATMENT, answer.suggestions[0]]
    assert app.session_state.chats[0].answers[1].status == "answered"


def test_other_readings_are_offered_for_the_last_answer_alone(app: AppTest) -> None:
    ask(app, TREATMENT)
    reading = app.session_state.chats[0].answers[0].other_readings[0]
    assert reading in [each.label for each in app.button]

    ask(app, "What does CDAP mean?")
    assert reading not in [each.label for each in app.button]


def test_an_acronym_in_an_answer_is_explained(app: AppTest) -> None:
    ask(app, "What does LDIS stand for?")

    assert '<abbr title="Local Drug Information System">LDIS</abbr>' in shown(app)
