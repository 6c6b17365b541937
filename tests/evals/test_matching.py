import pytest

from evals.matching import is_group_met, is_met


@pytest.mark.parametrize(
    ("alternative", "headline"),
    [
        ("8,490", "8490 people were in treatment."),
        ("8490", "8,490 people were in treatment."),
        ("8,490", "In Birmingham, 8,490."),
        ("+8.4%", "Offences rose by 8.4 per cent."),
        ("8.4%", "Offences rose by +8.4%."),
        ("8.40", "8.4 per 1,000"),
        ("11.9%", "It went from 11.9 to 12.4%."),
        ("50", "50% of them"),
        ("2.50", "£2.5 for every £1"),
        ("1.4", "a cost of £1.4bn"),
        ("£1.4bn", "£1.4 billion a year"),
        ("£1.4bn", "1,400 million pounds"),
        ("188,000,000", "£188m"),
        ("£62,320", "62,320 a year"),
        ("13.5 percentage points", "up by 13.5 points"),
        ("-12.9", "a change of −12.9%"),
        ("−12.9", "It fell by 12.9%."),
        ("2023", "in 2023/24"),
        ("22/23", "in 2022-23"),
        ("2022/23", "in 22/23"),
        ("2019-21", "in 2019-21"),
        ("14.2 per 1,000", "14.2 people per 1,000 residents"),
        ("per 1,000", "11.8 per 1,000 people"),
        ("1,000", "11.8 per 1,000"),
        ("Figure 11", "See Figure 11."),
        ("3 days", "every 3 days"),
        ("15th December 2017", "on 15 December 2017"),
        ("six", "6 wards"),
        ("Six", "There are six."),
        ("20", "20 in 2023, 25 in 2024"),
        ("15", "10-15 of them"),
        ("solihull", "Only Solihull improved."),
        (" up", "Deaths are up."),
        ("not ", "They do not"),
        ("no –", "No - it fell."),
        ("don't", "They don’t sit on it."),
        ("opiate", "Opiates only"),
    ],
)
def test_alternative_is_met(alternative: str, headline: str) -> None:
    assert is_met(alternative, headline)


@pytest.mark.parametrize(
    ("alternative", "headline"),
    [
        ("8,490", "8,940 people"),
        ("8490", "18,490 or 84,900"),
        ("8940", "8,490"),
        ("849", "8,490"),
        ("11.9%", "111.9%"),
        ("11.9%", "11.9 per 1,000"),
        ("1.9%", "11.9%"),
        ("3", "43 in 2023"),
        ("3", "Figure 3 says so"),
        ("3", "3.5"),
        ("3", "on 3 March, the 3rd time"),
        ("24", "in 2023/24"),
        ("2,020", "in 2020"),
        ("50%", "50 deaths"),
        ("14.2 per 1,000", "14.2%"),
        ("14.2 per 1,000", "14.2 per 100,000"),
        ("per 1,000", "11.8 per 100,000"),
        ("Figure 11", "Figure 112"),
        ("8 percentage points", "8%"),
        ("£1.4bn", "£1.4m"),
        ("1,400", "£1.4bn"),
        ("-12.9", "It rose by 12.9%."),
        ("+8.4%", "-8.4%"),
        ("six", "sixty"),
        ("22/23", "2023/24"),
        ("Dudley", "Solihull"),
    ],
)
def test_alternative_is_not_met(alternative: str, headline: str) -> None:
    assert not is_met(alternative, headline)


def test_group_is_met_by_any_alternative() -> None:
    assert is_group_met(("fell", "decreas", "-12.9"), "a decrease of 12.9%")
    assert not is_group_met(("fell", "decreas"), "a rise")
