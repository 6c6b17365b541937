"""Sums in strangers' words: numbers handed over, rates for one, parts and rests, changes of areas set against each other."""

import pytest

from rag.pipeline import Answerer

HANDED_OVER = [
    ("Brum drug possession went 2664 to 3417, thats how many extra every week then?", ["14.5 a week"]),
    ("83 county lines closed in the first quarter of 24/25, 308 over the whole year, how many does that leave?", ["225"]),
    ("only four of the 84 gangs were top priority in 2017. So the rest, that's how many?", ["80"]),
    ("661 arrests, 188 charges (ROCU, 2021/22). Charges per hundred arrests?", ["28.4%"]),
    ("each problem user costs £62,320 and theres 22,500 of em. total?", ["£1,402,200,000"]),
    ("one drug death every 74 hrs... so how many is that a week?", ["2.3"]),
    ("say theres 100 heroin addicts, none in treatment. going by the average, what would their crime cost?", ["£2,607,400"]),
    ("Six lives lost a day in England to drug poisoning. So over a 30 day month that makes how many?", ["180"]),
    ("one heroin injector does 200 to 260 offences a year. so ten of them is what?", ["2,000 to 2,600"]),
    ("drug homicides were 12.5% in 24/25 and that's gone up 8 points, so what was it the year before?", ["4.5%"]),
    ("My committee has 10,000 pounds to put into drug treatment. What net benefit should it expect?", ["£25,000"]),
]  # fmt: skip
STATED_IN_SENTENCES = [
    ("how many times dearer is the full yearly cost of a problem drug user compared with the crime bill of an untreated addict", ["2.39"]),
    (
        "What is the difference in annual cost between the £62,320 attributed to each problematic drug user and the average "
        "crime cost of a heroin or crack user who is not in treatment?",
        ["£36,246"],
    ),
    ("How many arrests were there for every charge in the ROCU's 2021/22 drug disruption figures?", ["3.52"]),
    ("Q1 24/25: lines closed divided by brands closed, so roughly how many lines did each brand run", ["4.88"]),
    ("them dumped needles picked up round the west midlands in 2016, roughly how many a month is that on average", ["58.4"]),
    ("In the July 2017 count, how many crime groups did NOT have drugs among their first three concerns?", ["30 of the 84"]),
    ("The region's organised crime unit had 580 drug disruptions in 21/22. Take off the county lines ones and you're left with...?", ["153"]),
    ("Someone dies of drug poisoning here every three days, in England every four hours. How many times as often is that?", ["18"]),
    ("In 2016/17 the police tested people they'd nicked. In actual numbers not percent how many tests came back positive?", ["6,698"]),
]  # fmt: skip
PARTS_AND_RESTS = [
    ("Counting only completions and drop-outs, what percentage of Solihull's 2022/23 treatment exits were successful?", ["78.7%", "370"]),
    ("Which area had the lowest successful completions as a share of its completions and drop-outs combined in 2022/23?", ["Coventry", "43.0%"]),
    ("Divide opiate clients by all clients in treatment, 23/24. Lowest share of the seven?", ["Solihull", "32.7%"]),
    ("Walsall 2019/20: opiates only, crack only and the total. So how many must be using both?", ["929"]),
    ("Trafficking outcomes that were NOT positive: by what percent did they fall between 2023/24 and 2024/25?", ["-23.0%"]),
    ("adding dealing and possession together for 24/25, Birmingham's top obviously, but who's 3rd and with how many?", ["Sandwell", "859"]),
]  # fmt: skip
CHANGES = [
    ("Drug misuse deaths 2021 to 2022: did brum's increase beat everyone else's put together", ["No", "+11", "+22"]),
    ("Work out the region-wide percentage rise in drug misuse deaths between 2021 and 2022 from the authority-level figures.", ["25.4%"]),
    ("Summing the 2019/20 estimates for all areas, by what percentage had opiate and/or crack users fallen against the 21,945 for 2016/17?", ["-3.6%"]),
    ("Which areas recorded an increase of more than 20% in possession offences in 2024/25?", ["Birmingham (+28.3%)", "Dudley", "Solihull"]),
    ("Coventry or Wolverhampton, who took more people on in treatment between 22/23 and 23/24?", ["Wolverhampton", "+202", "+201"]),
    ("Coventry had the biggest numerical cut in trafficking offences. Who was runner-up?", ["Sandwell and Wolverhampton", "-46"]),
    ("Forget Birmingham - of the others who had the most extra possession offences in 24/25?", ["Dudley"]),
    ("Force-wide, which moved by the larger percentage in 2024/25, recorded possession or recorded trafficking offences?", ["18.9%", "-14.3%"]),
    ("By how many does the sum of the LPA trafficking figures for 2023/24 fall short of the force-wide total for that year?", ["differ by 10"]),
    ("In relative terms, how much higher was the 2016/17 West Midlands opiate and crack prevalence rate than England's?", ["36.3%"]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "expected"), HANDED_OVER + STATED_IN_SENTENCES + PARTS_AND_RESTS + CHANGES)
def test_sums_in_strangers_words(answerer: Answerer, question: str, expected: list[str]) -> None:
    actual = answerer.answer(question)
    assert actual.status == "answered"
    assert all(said in actual.headline for said in expected), actual.headline


def test_only_those_beyond_the_stated_size_are_named(answerer: Answerer) -> None:
    actual = answerer.answer("Which areas recorded an increase of more than 20% in possession offences in 2024/25?")
    assert "Coventry" not in actual.headline


def test_an_average_of_what_is_only_stated_is_refused(answerer: Answerer) -> None:
    actual = answerer.answer(
        "What share of the 308 closed lines ran out of Walsall, as a percentage of those in Dudley?"
    )
    assert actual.status == "not_found"
