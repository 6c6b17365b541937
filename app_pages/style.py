"""The style sheet: what Streamlit's theme does not set. No colour alone carries a meaning."""

import streamlit as st

_STYLE = """
<style>
.block-container {max-width: 62rem; padding-top: 4.5rem;}
.lead {font-size: 1.1rem; max-width: 44rem;}
h2.question {font-size: 1.1rem; font-weight: 600; padding: 0; margin: 0; overflow-wrap: anywhere;}
p.headline {font-size: 1.5rem; line-height: 1.35; font-weight: 600; margin: 0 0 .5rem; max-width: 44rem;
  overflow-wrap: anywhere;}
p.headline.long {font-size: 1.2rem;}
.detail {max-width: 44rem; margin: 0; padding-left: 1.2rem;}
.detail li {margin-bottom: .35rem;}
h3.part {font-size: 1.05rem; font-weight: 600; padding: .75rem 0 .25rem; margin: 0;}
p.reading, p.note, p.place {color: #505a5f; font-size: .95rem; margin: .25rem 0;}
p.note.narrow {display: none;}
.caveat {border-left: .6rem solid #0b0c0c; padding: .4rem 0 .4rem .9rem; margin: .5rem 0; max-width: 44rem;}
.scroll {overflow-x: auto; max-width: 100%;}
.scroll:focus-visible {outline: 3px solid #0b0c0c; outline-offset: 2px;}
table.printed {border-collapse: collapse; width: auto; min-width: 50%; font-size: 1rem;}
table.printed caption {text-align: left; caption-side: top; font-weight: 600; color: inherit; padding: .25rem 0 .4rem;}
table.printed th, table.printed td {border: 0; border-bottom: 1px solid #8a9299; padding: .4rem .9rem .4rem .25rem;
  text-align: left; vertical-align: top; font-weight: 400;}
table.printed thead th {font-weight: 600; border-bottom: 2px solid #505a5f;}
table.printed .number {white-space: nowrap; font-variant-numeric: tabular-nums;}
table.printed .marked {border: 3px solid #0b0c0c; background: #fff7bf; color: #0b0c0c; padding-left: .5rem;}
.pointer {font-weight: 600; white-space: nowrap;}
blockquote.quoted {border-left: .3rem solid #505a5f; margin: .25rem 0; padding: .1rem 0 .1rem .9rem; max-width: 44rem;
  color: inherit; opacity: 1;}
blockquote.quoted p {margin: 0 0 .4rem;}
blockquote.quoted mark {background: #fff7bf; color: #0b0c0c; border-bottom: 3px solid #0b0c0c; padding: 0 .1rem;}
blockquote.quoted .figure {text-decoration: underline; text-decoration-thickness: 3px; text-underline-offset: 3px;}
.unseen {position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;}
abbr[title] {text-decoration: underline dotted;}
@media (max-width: 40rem) {
  .block-container {padding-left: 1rem; padding-right: 1rem;}
  table.printed .far {display: none;}
  p.note.narrow {display: block;}
  p.headline {font-size: 1.3rem;}
}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stBottom"], [data-testid="stToolbar"],
  .stButton, [data-testid="stPopover"], [data-testid="stChatInput"] {display: none !important;}
  .block-container {max-width: none; padding: 0;}
}
</style>
"""


def show_style() -> None:
    """Put the style sheet into the page."""
    st.html(_STYLE)
