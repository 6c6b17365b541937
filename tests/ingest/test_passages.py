from dataclasses import replace

from ingest.passages import report_to_passages
from ingest.passages_prose import split_long
from ingest.records import Block, Heading, Locator, Paragraph, Report, Table

HERE = Locator("r", section=("Treatment",))


def build_report(*blocks: Block) -> Report:
    return Report("r", "A report", "", "", "", "restated", blocks)


def build_passages(*blocks: Block):
    return report_to_passages(build_report(*blocks))


def build_list(intro: str) -> list[Paragraph]:
    return [
        Paragraph(intro, HERE),
        *(Paragraph(f"{name} Council", HERE, "-") for name in ("Dudley", "Walsall")),
    ]


def test_paragraph_is_one_passage_found_by_title_and_section():
    (passage,) = build_passages(Paragraph("Numbers rose.", replace(HERE, page=4, paragraph="12")))
    assert (passage.kind, passage.text) == ("prose", "Numbers rose.")
    assert passage.indexed == "A report\nTreatment\nNumbers rose."
    assert passage.locator == replace(HERE, page=4, paragraph="12")


def test_list_is_kept_whole_and_item_by_item_under_its_intro():
    passages = build_passages(*build_list("Two councils took part:"))
    assert [(p.kind, p.text) for p in passages] == [
        ("prose", "Two councils took part:\n- Dudley Council\n- Walsall Council"),
        ("item", "Dudley Council"),
        ("item", "Walsall Council"),
    ]
    assert passages[1].indexed == "A report\nTreatment\nTwo councils took part:\nDudley Council"


def test_intro_is_only_the_last_sentence_of_the_paragraph_before():
    passages = [
        p for p in build_passages(*build_list("The board met. Two councils took part:")) if p.kind != "sentence"
    ]
    assert passages[0].text == "The board met. Two councils took part:"
    assert passages[1].text.startswith("Two councils took part:\n- Dudley")


def test_paragraph_that_ends_with_a_full_stop_introduces_nothing():
    passages = build_passages(*build_list("The board met."))
    assert passages[1].text == "- Dudley Council\n- Walsall Council"
    assert passages[2].indexed == "A report\nTreatment\nDudley Council"


def test_list_ends_where_the_section_ends():
    first, second = build_list("x:")[1:]
    passages = build_passages(first, replace(second, locator=Locator("r", section=("Other",))))
    assert [p.kind for p in passages] == ["prose", "prose"]


def test_lettered_items_keep_their_numbers_and_the_whole_list_has_the_outer_one():
    items = [Paragraph(f"Aim {x}", replace(HERE, paragraph=f"63({x})"), f"({x})") for x in "ab"]
    passages = build_passages(Paragraph("The aims are:", replace(HERE, paragraph="63")), *items)
    assert [(p.text, p.locator.paragraph) for p in passages] == [
        ("The aims are:\n(a) Aim a\n(b) Aim b", "63"),
        ("Aim a", "63(a)"),
        ("Aim b", "63(b)"),
    ]


def test_heading_that_nothing_follows_is_a_passage():
    empty = Heading("Proposal 1: naloxone", 1, HERE)
    passages = build_passages(Heading("Over", 1, HERE), Heading("Under", 2, HERE), Paragraph("x", HERE), empty)
    assert [p.text for p in passages] == ["x", "Proposal 1: naloxone"]


def test_table_is_kept_whole_and_row_by_row():
    header, rows = ("Area", "2022/23", "2023/24"), (("Dudley", "1,750", "1,777"), ("Walsall", "", "1,785"))
    locator = replace(HERE, page=7, table="Table 3")
    passages = build_passages(Table("Table 3", "Table 3: In treatment", header, rows, locator))
    assert [p.kind for p in passages] == ["table", "row", "row"]
    assert passages[0].text.splitlines()[:2] == ["Table 3: In treatment", "Area | 2022/23 | 2023/24"]
    assert passages[1].text == "Table 3: In treatment | Area: Dudley | 2022/23: 1,750 | 2023/24: 1,777"
    assert passages[2].text == "Table 3: In treatment | Area: Walsall | 2023/24: 1,785"
    assert passages[1].locator == replace(locator, row="Dudley")


def test_row_is_named_by_all_its_label_columns():
    table = Table("", "", ("Drug", "Measure", "2023"), (("Opiates", "Rate", "9.1"), ("Crack", "Rate", "7")), HERE)
    assert [p.locator.row for p in build_passages(table)] == [None, "Opiates Rate", "Crack Rate"]


def test_table_with_a_bare_caption_is_found_by_the_sentence_that_names_it():
    table = Table("Figure 11", "Figure 11.", ("", "Dudley"), (("22/23", "1,750"),), HERE)
    text = "The board met. Numbers in treatment are given in Figure 11 by area. More follows."
    row = build_passages(Paragraph(text, HERE), table)[-1]
    assert "Numbers in treatment are given in Figure 11 by area." in row.indexed
    assert row.text == "Figure 11. | 22/23 | Dudley: 1,750"


def test_long_paragraph_is_split_at_sentences_with_one_repeated():
    sentences = [f"Sentence number {i} says something of about sixty letters." for i in range(30)]
    pieces = split_long(" ".join(sentences), longest=300)
    assert all(len(piece) <= 360 for piece in pieces)
    assert all(before.split(". ")[-1].rstrip(".") in after for before, after in zip(pieces, pieces[1:], strict=False))
    assert all(any(sentence in piece for piece in pieces) for sentence in sentences)


def test_sentences_of_a_paragraph_are_passages_found_by_their_heading():
    passages = build_passages(Paragraph("Numbers rose. Deaths fell.", HERE))
    assert [p.text for p in passages] == ["Numbers rose. Deaths fell.", "Numbers rose.", "Deaths fell."]
    assert [p.kind for p in passages] == ["prose", "sentence", "sentence"]
    assert passages[1].indexed == "Treatment\nNumbers rose."


def test_sentence_without_end_is_cut_between_words():
    pieces = split_long("word " * 1000)
    assert max(map(len, pieces)) <= 900
    assert set(" ".join(pieces).split()) == {"word"}


def test_ids_are_stable_and_distinct():
    blocks = [Paragraph("Same words.", HERE), Paragraph("Same words.", HERE), Paragraph("Other words.", HERE)]
    ids = [p.id for p in build_passages(*blocks)]
    assert len(set(ids)) == 3
    assert ids == [p.id for p in build_passages(*blocks)]
    assert ids[2] == build_passages(blocks[2])[0].id


def test_report_without_blocks_has_no_passages():
    assert build_passages() == []


def test_a_quotation_that_goes_on_is_found_by_who_speaks():
    opening = Paragraph("It was busy. In it, Ms Okafor said: “We began.", HERE)
    goes_on, ends, after = (Paragraph(text, HERE) for text in ("“We went on.", "“We stopped.”", "“Not hers,” it says."))
    found = {p.text: p.indexed for p in build_passages(opening, goes_on, ends, after)}
    assert found[goes_on.text].endswith("In it, Ms Okafor said:\n“We went on.")
    assert found[ends.text].endswith("In it, Ms Okafor said:\n“We stopped.”")
    assert "Okafor" not in found[after.text]
