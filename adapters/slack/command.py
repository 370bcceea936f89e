"""Slack's own command at the command line."""

import click

from adapters.slack.manifest import text


@click.command()
@click.option("--address", default="", help="The desk's public address, for HTTP; Socket Mode needs none.")
@click.option("--oauth", is_flag=True, help="With a page from which several workspaces install the app.")
def slack_manifest(address: str, oauth: bool) -> None:
    """Print the manifest to paste into Slack's page for new apps."""
    if address and not address.startswith("https://"):
        raise click.BadParameter("Slack takes only an address that begins with https://.", param_hint="--address")
    if oauth and not address:
        raise click.BadParameter("Slack needs the --address to which browsers come back.", param_hint="--oauth")
    click.echo(text(address=address, oauth=oauth), nl=False)
