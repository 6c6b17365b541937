"""Pages for people: a run's report and a committee's summary, each written as HTML and as Markdown."""
