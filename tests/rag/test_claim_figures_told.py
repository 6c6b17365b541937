"""Ranks, changes, gaps and exceptions that a claim tells in everyday words, each held against the figures."""

import pytest

from rag.claim_phrases import plain_phrases
from rag.pipeline import Answerer

S, C, X = "supported", "contradicted", "conflicting"
RANKED_CHANGES = [
    ("Proportionately, the biggest leap in newcomers to treatment in 2023/24 was Sandwell's.", S),
    ("In percentage terms, the biggest leap in newcomers to treatment in 2023/24 was Birmingham's.", C),
    ("Sandwell is where new presentations to treatment climbed most between 22/23 and 23/24: an extra 320 people.", S),
    ("Coventry added the most opiate clients from 22/23 to 23/24, 40 of them.", S),
    ("Numbers in treatment grew the most in Birmingham between 2022/23 and 2023/24, up 350.", C),
    ("Nobody cut registered drug deaths by a larger percentage in 2024 than Birmingham.", C),
    ("No area shed opiate clients faster between 2022/23 and 2023/24 than Wolverhampton.", S),
    ("Coventry managed the sharpest cut in trafficking offences, 33.3%, and Sandwell the second sharpest, 20.9%.", C),
    ("Birmingham leads for growth in possession offences in 24/25 on 28.3%; the runner-up is Dudley on 22.6%.", S),
    ("Silver medal for trafficking reductions in 2024/25 goes to Dudley.", C),
]
PLACES = [
    ("Sandwell (17.5 per 1,000) narrowly beats Coventry to second place for alcohol dependency.", C),
    ("Wolverhampton (18.3 per 1,000) only just pips Coventry (18.1) to the title of most alcohol-dependent area.", S),
    ("Bronze medal for 15-24 drug admissions goes to Solihull, Wolverhampton and Walsall taking the top two spots (2020/21 - 2022/23).", X),
    ("Birmingham was worst of the seven for 15 to 24 yr olds admitted cos of drugs, 20/21 to 22/23", C),
]  # fmt: skip
EXCEPTIONS = [
    ("Barring Wolverhampton, all the councils had more people in treatment in 2023/24 than in 2022/23.", C),
    ("Opiate client numbers went up everywhere in 23/24 bar Birmingham, Dudley and Wolverhampton.", S),
    ("Opiate client numbers rose in every area bar Birmingham in 2023/24.", C),
    ("Sandwell was the odd one out for drug-related neighbourhood crime in 2024/25, nudging up while the rest came down.", S),
]  # fmt: skip
ADDED_UP = [
    ("Trafficking offences in Coventry and Wolverhampton, added together, came down by less than a hundred.", C),
    ("Coventry and Wolverhampton's trafficking offences combined fell by 195.", S),
    ("Charges or summonses for drug offences, trafficking and possession taken together, went up by more than 450 between 2023/24 and 2024/25.", S),
    ("Charges or summonses for drug offences, trafficking and possession taken together, went up by more than 500 between 2023/24 and 2024/25.", C),
]  # fmt: skip
GAPS = [
    ("Back in 2016/17 the region's rate of opiate and crack use was about three users per 1,000 higher than England's.", S),
    ("The region's rate of opiate and crack use was about five per 1,000 higher than England's in 2016/17.", C),
    ("Recent drug users had a 62% reconviction rate and others 30%: a gap of 22 percentage points.", C),
    ("The proportion of possession cases brought to a positive outcome climbed from 61.6% to 75.1%, so by thirteen and a half points.", S),
    ("There were 34 more drug-related neighbourhood offences in Dudley in 23/24 than the year before.", C),
]  # fmt: skip
BENCHMARKS = [
    ("In 2015/16, 21% of adults leaving prison who needed it got into community treatment inside three weeks, where England managed 30%.", S),
    ("The 2015/16 measure, 21% here and 30% for England, counts prison leavers in treatment within six months.", C),
    ("Alcohol put 15.9 in every 100,000 of Sandwell's young people in hospital, while the figure for England stood at 22.6.", S),
    ("We outdid England on getting prison leavers into treatment in 2015/16, thirty per cent against twenty-one.", C),
]  # fmt: skip
OTHERS = [
    ("Simon Foster may chair the drugs partnership, but someone else acts as its Senior Responsible Owner.", C),
    ("Several other forces had officers carrying naloxone before West Midlands Police got round to it.", C),
    ("Birmingham's rough sleeping tripled between 2010 and 2017, it says here.", C),
    ("Rough sleeping in Birmingham rose six-fold between 2010 and 2017.", S),
]
ALL = [*RANKED_CHANGES, *PLACES, *EXCEPTIONS, *ADDED_UP, *GAPS, *BENCHMARKS, *OTHERS]


@pytest.mark.parametrize(("claim", "verdict"), ALL)
def test_a_figure_told_in_everyday_words_is_judged(claim: str, verdict: str, answerer: Answerer) -> None:
    assert answerer.check(claim).verdict == verdict


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Far from increasing, charges fell.", "charges fell."),
        ("Far from ideal, charges fell.", "Far from ideal, charges fell."),
        ("The service gets together with partners.", "The service gets together with partners."),
    ],
)
def test_only_what_is_meant_is_put_in_plain_words(said: str, plain: str) -> None:
    assert plain_phrases(said) == plain
