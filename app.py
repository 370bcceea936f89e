"""The composition root and the command line: the only place that knows every part.

`python app.py` starts the desk; `python app.py --help` lists the rest.
"""

import logging
import sys

import click

from adapters.console.commands import COMMANDS
from bot.errors import DeskError


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option("0.1.0", prog_name="Privacy Desk")
@click.pass_context
def main(context: click.Context) -> None:
    """Privacy Desk takes in data-subject requests and keeps the privacy team ahead of every deadline."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    if context.invoked_subcommand is None:
        context.invoke(serve)


for command in COMMANDS:
    main.add_command(command)


def console() -> None:
    """The command line, with one clear sentence for what can't be done."""
    try:
        main()
    except DeskError as trouble:
        sys.exit(str(trouble))


if __name__ == "__main__":
    console()
