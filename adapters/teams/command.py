"""Teams' own command at the command line."""

import os
from pathlib import Path

import click

from adapters.teams.package import package
from bot.errors import BadSettings
from bot.settings import from_environment


@click.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default="privacy-desk.zip", show_default=True)
@click.option("--address", default="", help="A page about the desk, or of your organisation; shown beside the app.")
@click.option("--privacy", default="", help="The page with your privacy statement; else the same.")
@click.option("--terms", default="", help="The page with your terms of use; else the same.")
def teams_package(out: Path, address: str, privacy: str, terms: str) -> None:
    """Write the app package to upload into Teams, for the bot of TEAMS_APP_ID."""
    settings = from_environment(os.environ)
    if settings.teams is None or settings.teams.anonymous:
        raise BadSettings("TEAMS_APP_ID is missing: the package is made for one registration.")
    content = package(settings.teams.app_id, address, privacy=privacy, terms=terms)
    try:
        out.write_bytes(content)
    except OSError as trouble:
        raise BadSettings(f"{out} cannot be written: {trouble.strerror}.") from None
    click.echo(f"Wrote {out}. Upload it in the Teams admin centre; see docs/install-teams.md.")
