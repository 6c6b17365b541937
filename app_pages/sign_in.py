"""Sign-in through the organisation's own provider (OpenID Connect); off unless it is configured.

It is on where ``.streamlit/secrets.toml`` has the ``[auth]`` section that ``st.login`` describes; the extra
"sign-in" of this package is then needed.
"""

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from app_pages.words import as_plain_markdown


def is_let_in() -> bool:
    """Whether this reader may see the app; else the page asks to sign in."""
    if not _is_configured():
        return True
    if st.user.is_logged_in:
        _offer_to_leave()
        return True
    st.html("<h1>Sign in</h1>")
    st.write("Sign in with your work account to ask the reports.")
    st.button("Sign in", type="primary", on_click=st.login)
    return False


def _offer_to_leave() -> None:
    with st.sidebar:
        st.caption(f"Signed in as {as_plain_markdown(str(st.user.get('name') or st.user.get('email') or 'a reader'))}")
        st.button("Sign out", on_click=st.logout)


def _is_configured() -> bool:
    try:
        return "auth" in st.secrets
    except StreamlitSecretNotFoundError:
        return False
