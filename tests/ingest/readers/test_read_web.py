"""Small web pages: the article and nothing else."""

from ingest.readers import read_report

PAGE = """<!doctype html><html><head><title>Drug deaths rise | The Paper</title>
<meta property="article:published_time" content="2025-02-07T10:00:00Z"><link rel="canonical" href="https://example.org/a">
</head><body><nav><ul><li>News</li></ul></nav><div class="cookie-banner"><p>We use cookies.</p></div>
<article class="teaser"><p>Another story of 99 words.</p></article>
<article><h1>Drug deaths rise</h1>{body}</article>
<footer><p>All rights reserved.</p></footer></body></html>"""


def test_only_the_article_is_read_in_order(write, texts, headings) -> None:
    body = """<p>Deaths rose to 262<sup>3</sup> on the 5<sup>th</sup> of May.</p>
    <aside><p>Buy a car.</p></aside>
    <div class="share-buttons"><p>Share this</p></div><h2>By area</h2>
    <ul><li>Dudley: 25</li><li>Walsall: <b>20</b></li></ul>
    <ol start="3"><li>Third</li></ol><div class="related-links"><h3>More</h3><a href="#">A story</a></div>
    <p>Watch more of our videos on Shots!</p><div>Loose words<br>in a division.</div>"""
    report = read_report(write("page.html", PAGE.format(body=body)))
    assert texts(report) == [
        "|Deaths rose to 262 on the 5th of May.",
        "-|Dudley: 25",
        "-|Walsall: 20",
        "3.|Third",
        "|Loose words in a division.",
    ]
    assert headings(report) == [(1, "By area")]
    assert (report.title, report.publisher, report.published) == (
        "Drug deaths rise",
        "The Paper",
        "2025-02-07",
    )
    assert report.address == "https://example.org/a"


def test_linked_data_is_read(write) -> None:
    data = '{"@graph": [{"headline": "A head", "datePublished": "2024-01-02", "publisher": {"name": "Office"}}]}'
    page = PAGE.format(body=f'<p>Some words.</p><script type="application/ld+json">{data}</script>')
    report = read_report(write("page.htm", page))
    assert (report.title, report.publisher, report.published) == ("A head", "Office", "2024-01-02")


def test_table_with_spans(write, tables) -> None:
    body = """<p>Deaths by area.</p><table><caption>Table 2: Deaths</caption>
    <tr><th rowspan="2">Area</th><th colspan="2">2024</th></tr><tr><th>Men</th><th>Women</th></tr>
    <tr><td>Dudley</td><td>15</td><td>10</td></tr><tr><td>Walsall</td><td>12</td><td>8</td></tr></table>"""
    table = tables(read_report(write("page.html", PAGE.format(body=body))))[0]
    assert (table.label, table.caption) == ("Table 2", "Table 2: Deaths")
    assert table.header == ("Area", "2024 Men", "2024 Women")
    assert table.rows == (("Dudley", "15", "10"), ("Walsall", "12", "8"))


def test_substance_is_not_left_out_for_its_name(write, tables) -> None:
    rows = "<tr><th>Area</th><th>Share</th></tr><tr><td>Dudley</td><td>5%</td></tr>"
    body = f'<p>Shares.</p><div class="market-share"><table>{rows}</table></div>'
    assert tables(read_report(write("page.html", PAGE.format(body=body))))[0].rows == (("Dudley", "5%"),)
