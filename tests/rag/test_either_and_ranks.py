"""Rankings, changes, disagreements and follow-ups in strangers' words: what must, and must not, stand in the headline."""

import pytest

from rag.pipeline import Answerer

RANKED = [
    ("bronze medal for numbers in treatment 23/24?", ["Coventry", "third"], []),
    ("drug deaths by borough: third from top in 2024", ["Wolverhampton", "30"], []),
    ("opiate clients 23/24 - tiniest caseload belongs to whom", ["Solihull", "385"], []),
    ("who has the lightest OCU rate", ["Solihull", "7.1"], []),
    ("who had the mildest increase in drug deaths in 2024", ["Coventry", "16.2"], ["Sandwell had"]),
    ("name the borough with the deepest percentage cut in drug deaths", ["Sandwell", "23.5"], []),
    ("24/25 treatment - who grew the fastest, %", ["Walsall", "13.1"], []),
    ("which patches had trafficking go up rather than down", ["fell in all seven areas: Birmingham"], ["West Midlands fell"]),
    ("which two authorities lost the most people to drugs in 2024", ["Birmingham (120)", "Coventry (43)"], []),
    ("total grown ups in treatment in the second city 24/25", ["9,345"], ["second highest"]),
    ("who's above the england average for substance misuse admissions 15 to 24", [], ["above 15"]),
    ("top and bottom for alcohol dependency rate", ["Wolverhampton (18.3", "Solihull (10.9"], []),
    ("split possession offences by borough", ["Birmingham 3,417", "Solihull 325"], []),
    ("which of the seven had more drug deaths in 2024 than in 2023", ["Dudley (20 to 25)"], ["295"]),
]
CLAIMED = [
    ("Wolverhampton's OCU rate beats Walsall's, right", ["Yes: ", "11.8", "11.6"], []),
    ("Solihull, drug misuse deaths, 2021 to 2022: down, weren't they?", ["No: ", "3 in 2021", "9 in 2022"], []),
    ("sandwells drug related neighbourhood crime dropped like all the others in 24/25 didnt it", ["No: ", "2.1%"], []),
    ("Is it right that Walsall was the only area to improve treatment progress?", ["Solihull and Wolverhampton"], []),
    ("Coventry's rise in drug related deaths was 12.2%, wasn't it", ["No: ", "16.2%"], ["Yes"]),
    ("Birmingham's drug deaths fell by 21.1% in 2024, didn't they", ["Yes: "], []),
    ("I have 13,346 dependent drinkers in Birmingham. correct?", ["13,346", "13,456"], ["Yes"]),
    ("did total drug-related crime fall substantially", ["Only slightly", "-0.6%"], ["Yes"]),
]
DISPUTED = [
    ("503 alcohol deaths in the region: in which year, 2023 or 2024?", ["2023", "2024", "Table 14"], []),
    ("Coventry drug deaths: up 12.2% or 16.2%?", ["12.2%", "16.2%"], []),
    ("adult cautions 24/25: is it 61 or 188", ["61", "188"], []),
    ("Birmingham treatment 23/24, 8,490 or 8,621", ["8,490", "8,621"], []),
    ("is 6,526 a typo", ["6,526", "6,562"], []),
    ("is +34% right for Dudley neighbourhood crime in 23/24", ["+34%", "93"], []),
    ("How far did trafficking community resolutions drop? Whatever the paragraph says and the table says.", ["32.2%", "34.2%"], []),
    ("why does table 15 not add up to table 14", ["Wolverhampton"], []),
]  # fmt: skip
MEANT = [
    ("drug deaths in Coventry in 2024, the report says 12.2 doesn't it", [], ["Yes"]),
    ("best treatment progress for opiate clients 2023", ["96%", "Solihull"], []),
    ("what's the difference between deaths from drug misuse and drug related deaths", ["narrower", "poisoning"], ["rose"]),
    ("did walsall get better or worse at keeping people in treatment", ["Walsall", "reduc"], ["13.1"]),
    ("The opiates lot only please, I have someone on at me, how many of them were having treatment in Cov in 23/24??", ["1,003"], ["2,025"]),
]  # fmt: skip
CONTINUED = [
    (["Total in treatment in Birmingham, 22/23 and 23/24?"], "Did opiate client numbers in the city follow the same direction?", ["fell", "5,573"]),
    (["Drug possession offences in Coventry, 2024/25?"], "switch subject: trafficking there, but 23/24 not the newest", ["447"]),
    (["Percentage change in recorded possession offences by LPA, 2023/24 to 2024/25."], "Where among them was growth weakest?", ["Wolverhampton", "0.7%"]),
    (["Dudley in treatment 23/24?", "and Sandwell?"], "which of those two is bigger", ["Sandwell was higher", "2,095"]),
    (["Alcohol dependency rate in Sandwell?"], "is that above Walsall's", ["Yes: ", "17.5", "15.5"]),
    (["treatment numbers in Coventry 24/25", "did they go down"], "anyone else go down", ["Sandwell"]),
    (["drug deaths Solihull 2024"], "same as before?", ["unchanged", "11"]),
    (["who had the biggest drop in trafficking offences", "second biggest?"], "and in raw numbers", ["Sandwell", "-46"]),
    (["possession in Walsall 24/25", "is Walsall the lowest"], "who is then", ["Solihull", "325"]),
    (["Which area had the lowest drug deaths in 2024?"], "and in 2023?", ["Solihull", "lowest", "2023"]),
    (["opiates treatment progress in Dudley 2023", "non-opiates?"], "which is better", ["96%", "91%"]),
    (["youth cautions for possession 24/25"], "adult ones", ["156"]),
    (["possession in Dudley 24/25", "trafficking"], "what's the difference", ["111", "more"]),
    (["which areas saw a rise in drug deaths in 2024"], "of those, whose was the bigger", ["Dudley had the largest rise"]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "said", "unsaid"), [*RANKED, *CLAIMED, *DISPUTED, *MEANT])
def test_headline(answerer: Answerer, question: str, said: list[str], unsaid: list[str]) -> None:
    headline = answerer.answer(question).headline
    assert all(words in headline for words in said), headline
    assert not any(words in headline for words in unsaid), headline


@pytest.mark.parametrize(("history", "question", "said"), CONTINUED)
def test_follow_up(answerer: Answerer, history: list[str], question: str, said: list[str]) -> None:
    headline = answerer.answer(question, history).headline
    assert all(words in headline for words in said), headline
