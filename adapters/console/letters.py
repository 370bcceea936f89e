"""All letters on one page, to look through before they are needed."""

from html import escape
from pathlib import Path

import click

_LANGUAGES = ("en", "nl", "de", "fr", "es", "it", "pt", "pl")  # as bot.letters has them, which takes long to load


@click.command()
@click.option("--law", "laws", multiple=True, help="A law's code, such as eu_gdpr; without one, all of them.")
@click.option("--language", "languages", multiple=True, type=click.Choice(_LANGUAGES), help="All without one.")
@click.option("--policy", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A policy file.")
def letters(laws: tuple[str, ...], languages: tuple[str, ...], policy: Path | None) -> None:
    """Write a page with every letter, as it would go out, to standard output."""
    from bot.law.book import law_book
    from bot.letters import LANGUAGES, LetterKind
    from bot.letters.sample import sample
    from bot.policy import load_policy
    from bot.settings import EXAMPLE_POLICY

    book, own = law_book(), load_policy(policy or EXAMPLE_POLICY)
    click.echo('<!doctype html><meta charset="utf-8"><title>Letters</title>')
    click.echo("<style>body{font:15px/1.45 system-ui;max-width:46em;margin:2em auto;padding:0 1em}")
    click.echo("pre{white-space:pre-wrap;font:inherit;border:1px solid #bbb;border-radius:6px;padding:1em}</style>")
    for law in laws or tuple(sorted(book.regimes)):
        for language in languages or LANGUAGES:
            click.echo(f"<h1>{escape(book.regime(law).name)} · {escape(language)}</h1>")
            for kind in LetterKind:
                try:
                    letter = sample(kind, law, language, own, book)
                except ValueError:
                    continue  # this law knows no extension
                click.echo(f"<h2>{escape(letter.subject)}</h2><pre>{escape(letter.body)}</pre>")
