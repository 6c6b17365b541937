"""Places and terms found in text: the project's own data, with everyday spellings and look-alikes."""

from pathlib import Path

import pytest

from ingest.errors import WrongUse
from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


def areas(lexicon: Lexicon, text: str) -> list[str]:
    return [mention.name for mention in lexicon.find_areas(text)]


def terms(lexicon: Lexicon, text: str) -> set[str]:
    return {mention.name for mention in lexicon.find_concepts(text)}


@pytest.mark.parametrize(
    ("text", "expected_areas"),
    [
        ("treatment in B'ham", ["Birmingham"]),
        ("treatment in B\u2019ham", ["Birmingham"]),
        ("brums figures", ["Birmingham"]),
        ("Brum's figures", ["Birmingham"]),
        ("Cov and Wolves", ["Coventry", "Wolverhampton"]),
        ("City of Wolverhampton Council", ["Wolverhampton"]),
        ("the West Midlands Police force area", ["West Midlands"]),
        ("England & Wales", ["England and Wales"]),
        ("West Bromwich", ["West Bromwich"]),
        ("East Midlands", ["East Midlands"]),
        ("Warwickshire", ["Warwickshire"]),
        ("I was reading the report", []),
        ("crime in Reading", ["Reading"]),
        ("crime in london", ["London"]),
        ("a pack of wolf cubs", []),
        ("they were covered", []),
    ],
)
def test_places_and_their_everyday_names(lexicon: Lexicon, text: str, expected_areas: list[str]) -> None:
    assert areas(lexicon, text) == expected_areas


def test_the_black_country_is_a_group_of_four(lexicon: Lexicon) -> None:
    mention = lexicon.find_areas("deaths in the Black Country")[0]
    assert mention.kind == "group"
    assert lexicon.areas[mention.name].members == ("Dudley", "Sandwell", "Walsall", "Wolverhampton")


@pytest.mark.parametrize(
    ("text", "expected_kind"),
    [
        ("each borough", "every"),
        ("our patch", "here"),
        ("in London", "elsewhere"),
        ("national average", "country"),
    ],
)
def test_the_kind_of_a_place(lexicon: Lexicon, text: str, expected_kind: str) -> None:
    assert [mention.kind for mention in lexicon.find_areas(text)] == [expected_kind]


def test_a_cell_names_an_area_only_where_it_holds_nothing_else(lexicon: Lexicon) -> None:
    named = lexicon.area_named("Dudley MBC")
    assert named is not None and named.name == "Dudley"
    assert lexicon.area_named("Dudley town centre") is None
    assert lexicon.area_named("London") is None
    assert lexicon.area_named("") is None


def test_a_place_that_a_report_names_is_known_from_then_on(lexicon: Lexicon) -> None:
    assert areas(lexicon, "deaths in Ambridge Vale") == []
    assert areas(lexicon.with_areas(["Ambridge Vale"]), "deaths in Ambridge Vale and Dudley") == [
        "Ambridge Vale",
        "Dudley",
    ]
    assert areas(lexicon, "deaths in Ambridge Vale") == []


@pytest.mark.parametrize(
    ("text", "expected_terms"),
    [
        ("opiates and/or crack cocaine", {"opiate_crack_users"}),
        ("opiate or crack", {"opiate_crack_users"}),
        ("opiate clients", {"opiate_client"}),
        ("opiates", {"opiate_client"}),
        ("non-opiate and alcohol", {"non_opiate_alcohol_client"}),
        ("non-opiates", {"non_opiate_client"}),
        ("deaths from drug misuse", {"misuse_deaths"}),
        ("drug-related deaths", {"drug_deaths"}),
        ("drugs related death", {"drug_deaths"}),
        ("alcohol-specific deaths", {"alcohol_deaths"}),
        ("drug-related crime", {"drug_related_crime"}),
        ("drug offences", {"drug_offences"}),
        ("possession of drugs", {"possession"}),
    ],
)
def test_like_terms_are_told_apart(lexicon: Lexicon, text: str, expected_terms: set[str]) -> None:
    assert terms(lexicon, text) == expected_terms


def test_words_of_a_term_may_stand_apart(lexicon: Lexicon) -> None:
    assert "drug_deaths" in terms(lexicon, "How many died last year because of heroin?")
    assert "drug_deaths" not in terms(lexicon, "How many died last year?")


def test_a_narrower_death_is_not_also_the_broader_one(lexicon: Lexicon) -> None:
    assert "drug_deaths" not in terms(lexicon, "registered deaths from drug misuse")
    assert "drug_deaths" in lexicon.broader_of("misuse_deaths")
    assert "death" in lexicon.broader_of("misuse_deaths")


@pytest.mark.parametrize(
    ("acronym", "ordinary"),
    [("ONS", "on"), ("DIP", "dips"), ("DEP", "depends"), ("LERO", "leering"), ("OCU", "occur")],
)
def test_an_acronym_is_not_an_ordinary_word(lexicon: Lexicon, acronym: str, ordinary: str) -> None:
    assert terms(lexicon, f"what is {acronym}")
    assert not terms(lexicon, f"what {ordinary} the table")


def test_an_acronym_is_found_in_small_letters_and_in_the_plural(lexicon: Lexicon) -> None:
    assert terms(lexicon, "ocus in dudley") == terms(lexicon, "OCU") == {"opiate_crack_users"}
    assert terms(lexicon, "what's an ldis") == {"LDIS"}


def test_features_leave_out_places_numbers_and_used_words(lexicon: Lexicon) -> None:
    assert lexicon.terms_of("43 drug-related deaths in Coventry by quarterly toxicology") == [
        "drug_deaths",
        "toxicology",
        "quarter",
    ]


def test_a_folder_may_bring_its_own_places(tmp_path: Path) -> None:
    (tmp_path / "areas.yaml").write_text("region: Borsetshire\nareas:\n  - {name: Ambridge, aliases: [the village]}\n")
    own = load_lexicon(tmp_path)
    assert own.region == "Borsetshire"
    assert areas(own, "the village and Birmingham") == ["Ambridge"]
    assert terms(own, "drug-related deaths") == {"drug_deaths"}, "the project's glossary stands in"


@pytest.mark.parametrize(("content", "expected_message"), [("areas: [", "not valid YAML"), ("- Dudley", "no mapping")])
def test_a_broken_file_is_named(tmp_path: Path, content: str, expected_message: str) -> None:
    (tmp_path / "areas.yaml").write_text(content)
    with pytest.raises(WrongUse, match=f"'areas.yaml'.*{expected_message}"):
        load_lexicon(tmp_path)
