"""Claims in other words and sentence order than the reports': true ones are borne out, and false twins are not."""

import pytest

from rag.claim_numbers import plain_numbers
from rag.claim_phrases import plain_phrases
from rag.pipeline import Answerer

TWINS = [
    # as many as, by how many times
    ("Solihull had more than three and a half times as many people finishing treatment as dropping out in 2022/23.", "supported"),
    ("Birmingham's possession total for 2024/25, 3,417, is five times Sandwell's 685.", "supported"),
    ("Birmingham's possession total for 2024/25, 3,417, is seven times Sandwell's 685.", "contradicted"),
    ("More than two times as many people died of substance misuse as on the roads.", "supported"),
    # of which place and which year
    ("Drug misuse deaths rose from three to nine in Solihull and from 76 to 87 in Birmingham from 2021 to 2022.", "supported"),
    ("Drug misuse deaths rose from three to nine in Birmingham and from 76 to 87 in Solihull from 2021 to 2022.", "contradicted"),
    ("Across the seven areas 1,000 more people were in treatment in 2023/24 than in 2022/23: 19,248 against 18,248.", "supported"),
    ("Of drug cases closed in 2024/25 over two thirds had a positive outcome; the year before it was 54.2 per cent.", "supported"),
    ("Compared with the England average, unmet need in Sandwell is lower by 8.6 percentage points.", "supported"),
    # all, none, more than any other
    ("Possession offences grew everywhere in 2024/25, though Wolverhampton saw just four more.", "supported"),
    ("Possession offences grew everywhere in 2024/25, though Wolverhampton saw just forty more.", "contradicted"),
    ("Drug misuse deaths in 2022 were not lower than in 2021 in any of the seven areas.", "supported"),
    ("With 111 trafficking offences in 2024/25, Dudley has fewer than any other area.", "contradicted"),
    ("In 2019/20 Wolverhampton's alcohol dependency rate was not exceeded by any other area.", "supported"),
    ("Dudley had fewer people in treatment in 2024/25.", "contradicted"),
    ("Together Coventry and Walsall had more alcohol-specific deaths in 2023 than in 2022.", "contradicted"),
    ("Solihull had fewer possession offences than all the others in 2024/25.", "supported"),
    ("No other area had as few possession offences as Walsall in 2024/25.", "contradicted"),
    ("Dudley's alcohol dependency rate was lower than any other area's except Solihull's.", "supported"),
    ("In 2024/25 there wasn't a single area where possession offences rose.", "contradicted"),
    ("Registered drug deaths rose in all but two areas in 2024.", "contradicted"),
    ("Drug-related neighbourhood crime fell in six of the seven areas in 2024/25.", "supported"),
    ("Drug-related neighbourhood crime fell in five of the seven areas in 2024/25.", "contradicted"),
    # one thing against another, and which way it went
    ("Possession offences were outnumbered almost four to one by trafficking offences in 2024/25.", "contradicted"),
    ("Registered drug deaths rose in Coventry but fell in Birmingham in 2024.", "supported"),
    ("Registered drug deaths fell in Coventry but rose in Birmingham in 2024.", "contradicted"),
    ("Solihull's alcohol dependency rate was about 60% of Wolverhampton's in 2019/20.", "supported"),
    ("Solihull's alcohol dependency rate was about 30% of Wolverhampton's in 2019/20.", "contradicted"),
    ("Birmingham recorded 3,417 possession offences in 2024/25, down on the year before.", "contradicted"),
    ("Trafficking offences dropped to 1,654 in 2024/25, some 24 per cent below the previous year's 1,929.", "contradicted"),
    ("The biggest fall in registered drug deaths in 2024 was Birmingham's, at 32.", "supported"),
    ("Sandwell's alcohol-specific deaths fell from 72 to 59, by 28.1%, between 2022 and 2023.", "contradicted"),
    # of whom
    ("One in five prisoners who use heroin first tried it outside prison.", "contradicted"),
    ("The police stopped recording discarded needles after counting 701 in 2016.", "contradicted"),
    ("The partnership's needs assessment was done before the partnership was set up.", "contradicted"),
    ("Of the 84 organised crime groups in 2017, seventy per cent had an impact that reached beyond England.", "contradicted"),
    ("Thirty of the 84 crime groups tracked in July 2017 did not have drugs among their top three concerns.", "supported"),
    pytest.param(
        "Half of all crimes reported to West Midlands Police are burglaries by regular heroin users.",
        "contradicted",
        marks=pytest.mark.xfail(reason="refused since who does a thing is told apart: the whole of the half is another", strict=True),
    ),
    ("In 2023/24 Birmingham's drug and alcohol services took on 8,490 people who were new to them.", "contradicted"),
    ("62% of prisoners are reconvicted within a year if they had not been on drugs; if they had, it is 30%.", "contradicted"),
    ("Invest £2.50 in drug treatment and the net gain to society is one pound.", "contradicted"),
    # what is done, and why
    ("Thanks to the Taliban banning the poppy, the price of heroin is coming down.", "contradicted"),
    ("It was on 15 December 2018 that the Commissioner staged his drug summit.", "contradicted"),
    ("In the opening quarter of 2024/25, organised crime was disrupted 101 times.", "supported"),
    ("No criminal enterprise is growing faster than cybercrime.", "supported"),
    # one area against all the others
    ("Possession offences did not go down in a single one of the seven areas in 2024/25.", "supported"),
    ("Possession offences did not rise in a single one of the seven areas in 2024/25.", "contradicted"),
    ("Alcohol deaths rose in Birmingham and nowhere else in 2023.", "contradicted"),
    ("No area's treatment numbers grew more in 2024/25 than Wolverhampton's.", "contradicted"),
    ("Only Birmingham has a higher rate of people using opiates and crack than Wolverhampton.", "supported"),
    ("Only Birmingham has a higher rate of people using opiates and crack than Walsall.", "contradicted"),
    ("Wolverhampton's rate of alcohol dependency is followed by Coventry's and then Sandwell's.", "supported"),
    ("Wolverhampton had the highest alcohol dependency rate, followed by Sandwell and Coventry.", "contradicted"),
    ("With 56.1% of people making progress in treatment, Solihull is bottom of the regional table for 2024/25.", "contradicted"),
    ("Coventry has the region's second-highest rate of alcohol dependence, 18.1 for every 1,000 residents.", "supported"),
    # two years, two places, two measures
    ("Compared with 1996, a larger share of those aged 16 to 19 now take drugs.", "contradicted"),
    ("Fewer people were in treatment in Solihull in 2024/25 than before.", "contradicted"),
    ("Sandwell beats England: in 2025 its unmet need was 44.8%, roughly 8.6 points lower than nationally.", "supported"),
    ("Sandwell beats England: in 2025 its unmet need was 53.4%.", "contradicted"),
    ("Alcohol deaths stood still in two places between 2022 and 2023: Coventry had 57 in both years, and Walsall 42 in both.", "supported"),
    ("Alcohol deaths stood still in two places between 2022 and 2023: Coventry had 57 in both years, and Walsall 47 in both.", "contradicted"),
    ("Every policing area logged more possession offences and fewer trafficking offences than the year before.", "supported"),
    ("Drug misuse deaths across the seven boroughs went from 130 in 2021 to 163 in 2022, up by roughly a quarter.", "supported"),
    ("Drug misuse deaths across the seven boroughs went from 130 in 2021 to 163 in 2022, up by roughly a half.", "contradicted"),
    ("Positive outcomes went from a little over 50% of all drug offence outcomes to over two in three.", "supported"),
    ("Sandwell's unmet need stands well over the England average.", "contradicted"),
    ("Solihull, with 65, had the fewest trafficking offences in 2024/25, ahead of Dudley with 111.", "supported"),
    ("Treatment progress improved in Solihull and Walsall and nowhere else in 2024/25.", "contradicted"),
    ("There were two places where alcohol deaths did not change between 2022 and 2023.", "supported"),
    # no more than
    ("Birmingham did not have more alcohol deaths in 2023 than in 2022.", "contradicted"),
    ("Birmingham had no more alcohol deaths in 2023 than in 2022.", "contradicted"),
    ("Coventry had no more alcohol deaths in 2023 than in 2022.", "supported"),
    ("Alcohol deaths in Birmingham were not higher in 2023 than in 2022.", "contradicted"),
    ("Wolverhampton's alcohol dependency rate is no higher than Coventry's.", "contradicted"),
    ("Wolverhampton does not have a higher alcohol dependency rate than Coventry.", "contradicted"),
    ("Coventry had no more possession offences than Sandwell in 2024/25.", "supported"),
    # between two
    ("The gap between Birmingham and Sandwell in possession offences in 2024/25 was 2,732.", "supported"),
    ("The gap between Birmingham and Sandwell in possession offences in 2024/25 was 700.", "contradicted"),
    ("Coventry had fewer possession offences than Sandwell and more than Wolverhampton in 2024/25.", "supported"),
    ("Coventry had more possession offences than Sandwell and fewer than Wolverhampton in 2024/25.", "contradicted"),
    # so many a month, a week
    ("West Midlands: roughly 22 drug-related deaths were registered every month in 2024.", "supported"),
    ("West Midlands: roughly 32 drug-related deaths were registered every month in 2024.", "contradicted"),
    ("Birmingham police recorded about 385 drug possession offences a month in 2024/25.", "contradicted"),
    # each of several areas, neither, all but one, and the other way round
    ("In 2022/23 Birmingham, Coventry and Walsall all had more folk dropping out of treatment than completing it.", "supported"),
    ("In 2022/23 Birmingham, Coventry, Walsall and Dudley all had more folk dropping out of treatment than completing it.", "contradicted"),
    ("Neither Solihull nor Walsall had more drug-related deaths in 2024 than in 2023.", "supported"),
    ("Neither Solihull nor Dudley had more drug-related deaths in 2024 than in 2023.", "contradicted"),
    ("Neither Sandwell nor Solihull had more than 100 drug-related deaths in 2024.", "supported"),
    ("Wolverhampton's registered drug deaths exceeded Coventry's in 2023, but in 2024 the position was reversed.", "supported"),
    ("Wolverhampton's registered drug deaths exceeded Dudley's in 2023, but in 2024 the position was reversed.", "contradicted"),
    ("Drug-linked neighbourhood crime dropped everywhere in 24/25, Sandwell being the one exception.", "supported"),
    ("Drug-linked neighbourhood crime dropped everywhere in 24/25, Dudley being the one exception.", "contradicted"),
    ("Nowhere else but Dudley had drug deaths go up in 2024.", "contradicted"),
    ("The second highest total of drug possession offences in 2024/25, behind only Birmingham's, was Coventry's.", "contradicted"),
    # sizes denied, ends exchanged, gaps within one sentence
    ("Drug-related deaths in Birmingham did not fall by half in 2024.", "supported"),
    ("Trafficking offences in Coventry did not fall by a third in 2024/25.", "contradicted"),
    ("Alcohol deaths in Birmingham went from 199 to 177.", "contradicted"),
    ("Among prisoners surveyed, offending began on average two years earlier than drug use.", "supported"),
    ("Among prisoners surveyed, drug use began on average two years earlier than offending.", "contradicted"),
    ("Solihull is worst for alcohol dependency.", "contradicted"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "expected"), TWINS)
def test_verdict_does_not_hang_on_the_wording(answerer: Answerer, claim: str, expected: str) -> None:
    actual = answerer.check(claim)
    assert actual.verdict == expected, actual.headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was CGL who asked for it.", "CGL asked for it."),
        ("It was reported that CGL asked.", "It was reported that CGL asked."),
        ("Numbers did not fall in any of the seven areas.", "In none of the seven areas did Numbers fall."),
        ("No year since 2014 has seen fewer than 2,000.", "every year since 2014 has seen at least 2,000."),
        ("It rose by half, not double.", "It rose by half."),
        ("It was a quarter up in 2024.", "It was up by a quarter in 2024."),
    ],
)
def test_turns_of_phrase_in_plain_words(text: str, expected: str) -> None:
    assert plain_phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two and a half times as many", "2.5 times as many"),
        ("a year and a half later", "a year and a half later"),
        ("For every hundred tests, 64 were positive.", "64% of tests were positive."),
        ("a gain of one pound", "a gain of £1"),
    ],
)
def test_amounts_in_figures(text: str, expected: str) -> None:
    assert plain_numbers(text) == expected
