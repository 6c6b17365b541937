"""Figures asked for in a roundabout way, and counts that are not told from another number."""

import pytest

from ingest.lexicon import PROJECT_CORPUS, Lexicon, load_lexicon
from rag.cues import load_cues
from rag.pipeline import Answerer
from rag.question_clauses import without_refused
from rag.spoken_sums import write_out_sums


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(PROJECT_CORPUS)


@pytest.mark.parametrize(
    ("put", "plain"),
    [
        ("what was the attendance at the naloxone event", "how many attended the naloxone event"),
        ("What kind of turnout did the summit get?", "how many attended the summit?"),
        ("Count up the dots on the map, please. What is the number?", "how many of the dots on the map are there?"),
        ("how many users were there per 1,000 people", "what was the rate of users per 1,000 people"),
        ("take £26,074 off £62,320, what do you get", "£62,320 minus £26,074, how much is that?"),
        ("64% were positive, what does that come to as a rough number", "64% were positive, how many is that"),
        ("so whats that as an actual number of people killed", "so how many killings is that"),
        ("whats the 2024 one", "and in 2024?"),
        ("what was it in the preceding financial year", "and the preceding financial year?"),
        ("how many steered clear of cannabis", "how many did not use cannabis"),
        ("how many arrests were there for each disruption", "how many arrests for every disruption"),
        ("how far apart are them 2 then?", "what is the difference between them?"),
    ],
)
def test_what_is_asked_is_put_plainly(lexicon: Lexicon, put: str, plain: str) -> None:
    assert write_out_sums(put, lexicon) == plain


@pytest.mark.parametrize(
    "text",
    [
        "what was the attendance like at the Walsall event",
        "how many drug deaths were there for each area",
        "which areas never had more than 20 deaths",
        "need to ring the service, what number is it",
        "what is the number of offences in 2024/25",
    ],
)
def test_other_wordings_stay(lexicon: Lexicon, text: str) -> None:
    assert write_out_sums(text, lexicon) == text


@pytest.mark.parametrize(
    ("question", "expected_kind"),
    [
        ("need to ring the drug treatment service in walsall, what number is it", "private"),
        ("what number do I call for the drug service in Sandwell", "private"),
        ("have you got the helpline number for treatment in dudley", "private"),
        ("can i have what they're all called and when they were born", "private"),
        ("their DOBs please, all 325", "private"),
        ("forget what the reports say for a min, which provider gives you most for your money", "internal"),
        ("putting the reports to one side, who runs the best service?", "internal"),
        ("what number should someone struggling with heroin in Dudley ring", "private"),
        ("Dealing offences in Cov, trafficking i think they call it. what's the number", ""),
        ("what number of people were in treatment in Walsall in 2023/24", ""),
        ("how many county lines phone lines were closed", ""),
        ("what number is printed for Dudley in Table 4", ""),
    ],
)
def test_contacts_and_orders_are_refused(lexicon: Lexicon, question: str, expected_kind: str) -> None:
    assert without_refused(question, load_cues(), lexicon)[1] == expected_kind


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["how many of brums service users in 23/24 were people whod never come to services before"], "3,542"),
        (["in coventry 2022/23 how many people who had never been in treatment before started"], "869"),
        (["What number of people in Birmingham left treatment before completing it in 2022/23?"], "1,340"),
        (["how many stopped treatment part way through in dudley in 22/23"], "335"),
        (["how many people quit their treatment without completing it, Coventry 2022/23"], "385"),
        (["how many folk in coventry in 22/23 had never had any help before"], "869"),
        (["how many in Walsall 22/23 didn't see it through"], "345"),
        (["how many in Dudley 2022/23 saw it through"], "400"),
        (["how many arrestees tested positive in 2016/17"], "6,698"),
        (["how many county lines were closed for each brand in Q1 24/25"], "4.88"),
        (["How many arrests were made for every charge in the 2021/22 county lines disruptions?"], "3.52"),
        (["And for 2024/25, possession: how many outcomes came out positive?"], "5,036"),
        (["Registered drug-related deaths in Birmingham in 2024?", "And how far below the previous year is that, in per cent?"], "21.1%"),
        (["brum 22/23, take everyone leaving treatment (finished + dropped out), how many percent of them were the drop outs"], "53.3%"),
        (["sandwell 22/23, successful completions were what % higher than the drop outs"], "13.3%"),
        (["lump adult n youth cautions together for possession 24/25, what % of the positive outcomes is that"], "3.5%"),
        (["of all the drug related neighbourhood crime in 24/25 how much of it was brum, as a share"], "48.6%"),
        (["youth cautions for all drug offences, 24/25 was how many times the previous years number"], "20.9 times"),
        (["drug linked murders were 12.5% in 24/25, an 8 point rise. whats that make it for the previous year"], "4.5%"),
        (["When arrestees were drug tested in 2016/17, how many of the tests came back clear?"], "3,768"),
        (["Across all seven areas in 2022/23, what was the surplus of successful completions over drop-outs?"], "75 more"),
        (["total outcomes for drug trafficking 24/25, the lot, positive ones and the rest - and i dont mean number of offences"], "1,624"),
        (["Considering possession outcomes alone, what number were disposed of by way of charge or summons in 2024/25?"], "995"),
        (["got a constituent in stourbridge wanting to know dudleys number in drug and alcohol treatment, 2023/24 i think"], "1,777"),
        (["Wolverhampton has an alcohol dependency rate of 11.8 per 1,000. Is that right, and if not, what is the rate for alcohol?"], "18.3"),
        (["Walsall 2019/20, how many use both opiates and crack"], "929"),
        (["580 drug disruptions in 21/22 - what share of them were county lines ones?", "so how many werent"], "153"),
        (["number of outcomes recorded for possession in 2023/24?", "what number of those came out positive"], "3,847"),
    ],
)  # fmt: skip
def test_roundabout_wordings_are_answered(answerer: Answerer, turns: list[str], expected: str) -> None:
    actual = answerer.answer(turns[-1], turns[:-1])
    assert actual.status == "answered"
    assert actual.headline.startswith(expected) or expected in actual.headline


@pytest.mark.parametrize(
    "turns",
    [
        ["drugs were behind 12.5% of the homicides in 24/25, so whats that as an actual number of people killed"],
        ["what percentage of homicides were drug related in 24/25?", "so how many people is that"],
        ["how many people died in homicides linked to drugs 2024/25"],
        ["what is the full-year total of drug seizures for 2024/25, as a number of seizures?"],
        ["how many drug seizures were there in 2024/25"],
        ["how many adults precisely were being treated in dudley in 24/25, and dont fob me off with 'around 2,000'"],
        ["how many adults in treatment in Dudley in 24/25? don't give me a rounded number"],
        ["How many police officers are there for each organised crime group (OCG)?"],
        ["Sandwell, 2022: number of drug deaths?", "whats the 2031 one"],
        ["Please name the venues (pubs and clubs) where on-site testing of pills was introduced."],
        ["What was the attendance at Walsall's naloxone event in September?"],
        ["how many people turned up to the drug summit"],
        ["What views were expressed by participants in the alcohol focus group run by the Polish organisation?"],
    ],
)
def test_no_other_number_is_told(answerer: Answerer, turns: list[str]) -> None:
    assert answerer.answer(turns[-1], turns[:-1]).status == "not_found"


def test_seizures_of_a_quarter_and_their_weight_are_told(answerer: Answerer) -> None:
    assert "150" in answerer.answer("how many drug seizures in Q1 2024/25").headline
    assert "21.12" in answerer.answer("how many kilos were seized in 2024/25").headline
