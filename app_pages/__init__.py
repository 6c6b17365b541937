"""The pages of the app and the parts they are made of; with ``app.py``, the one owner of Streamlit."""
