"""The app package is one that Teams takes, and offers what the desk understands: in the menus, the icons, the words."""

import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

import app
from adapters.teams.package import SCHEMA, dutch, manifest, package
from adapters.teams.turns import COMMAND
from bot.errors import BadSettings
from bot.understanding.replies.corrections import control_word
from flows.commands import spoken
from tests.lines import each
from tests.npm import NotToBeHad, installed

APP = "0f8fad5b-d9cb-469f-a165-70867728950e"
PAGE = Path("docs/install-teams.md")
ENTRY = "Log as privacy request"
LONGEST = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000}
Pixel = tuple[int, int, int, int]


def opened(content: bytes) -> dict[str, bytes]:
    """The files of a package, by name."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def bot() -> dict[str, Any]:
    (found,) = manifest(APP)["bots"]
    assert isinstance(found, dict)
    return found


def at(content: Any, path: str) -> Any:
    """What stands at a path like "bots[0].commandLists[1]"."""
    for name in re.findall(r"\w+", path):
        content = content[int(name) if name.isdigit() else name]
    return content


def texts(content: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every description and full name, with its path."""
    for name, inside in content.items() if isinstance(content, dict) else enumerate(content):
        where = f"{path}[{name}]" if isinstance(name, int) else f"{path}.{name}".removeprefix(".")
        if isinstance(inside, dict | list):
            yield from texts(inside, where)
        elif name == "description" or where in LONGEST:
            yield where, inside


# -- the zip ------------------------------------------------------------------------------------------------------


def test_it_holds_all_that_the_manifest_names_and_nothing_else() -> None:
    files = opened(package(APP))
    made = json.loads(files["manifest.json"])
    (language,) = made["localizationInfo"]["additionalLanguages"]
    assert set(files) == {"manifest.json", language["file"], *made["icons"].values()}
    assert made == manifest(APP)
    assert json.loads(files[language["file"]]) == dutch()


def test_the_same_settings_make_the_same_bytes() -> None:
    assert package(APP, "https://desk.example") == package(APP, "https://desk.example")
    with zipfile.ZipFile(BytesIO(package(APP))) as file:
        assert len({about.date_time for about in file.infolist()}) == 1


# -- the manifest -------------------------------------------------------------------------------------------------


def test_its_versions_belong_together() -> None:
    made = manifest(APP)
    schema = made["manifestVersion"]
    assert f"/v{schema}/" in made["$schema"] and f"/v{schema}/" in dutch()["$schema"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", made["version"])


def test_every_id_is_the_registrations() -> None:
    made = manifest(APP)
    assert {made["id"], bot()["botId"], made["composeExtensions"][0]["botId"]} == {APP}
    other = APP.replace("0f8f", "1f8f")
    assert json.dumps(manifest(other)) == json.dumps(made).replace(APP, other)


def test_the_bot_works_in_private_in_teams_and_in_group_chats_and_takes_files() -> None:
    made = manifest(APP)
    assert bot()["scopes"] == ["personal", "team", "groupChat"]
    assert (bot()["supportsFiles"], bot()["isNotificationOnly"]) == (True, False)
    assert made["defaultInstallScope"] == "personal"
    assert made["defaultGroupCapability"] == {"team": "bot", "groupchat": "bot"}


def test_it_asks_for_no_right_to_read_and_for_no_channel_in_which_it_can_not_post() -> None:
    made = manifest(APP)
    assert made["permissions"] == ["identity", "messageTeamMembers"]
    assert made["validDomains"] == []
    unwanted = {"authorization", "webApplicationInfo", "devicePermissions", "staticTabs", "configurableTabs"}
    assert not made.keys() & (unwanted | {"supportedChannelTypes", "supportsChannelFeatures"})


def test_each_command_is_offered_once_where_it_works_and_is_understood_as_it_is_typed() -> None:
    private, shared = bot()["commandLists"]
    assert (private["scopes"], shared["scopes"]) == (["personal"], ["team", "groupChat"])
    words = [command["title"] for command in private["commands"]]
    assert words == ["help", "status", "mine", "open", "search", "home"]
    assert [command["title"] for command in shared["commands"]] == ["help", "status"]
    for word in words:
        asked = spoken(
            f"{word} DSR-2026-0042" if word == "search" else word, date(2026, 3, 10), busy=False, by_team=True
        )
        assert asked.name == word if asked else control_word(word) == word


def test_the_entry_in_a_messages_menu_is_the_one_that_the_desk_answers() -> None:
    (extension,) = manifest(APP)["composeExtensions"]
    (command,) = extension["commands"]
    assert (command["id"], command["type"], command["context"]) == (COMMAND, "action", ["message"])
    assert command["fetchTask"] is True  # else Teams sends nothing when it is chosen
    assert command["title"] == ENTRY and len(ENTRY) <= 32 and len(command["description"]) <= 128


def test_its_words_keep_to_teams_lengths_in_both_languages() -> None:
    made = manifest(APP)
    for path, most in LONGEST.items():
        for said in (at(made, path), dutch()[path]):
            assert 0 < len(said) <= most, path
    assert len(made["developer"]["name"]) <= 32
    for commands in bot()["commandLists"]:
        assert 1 <= len(commands["commands"]) <= 10
        assert all(len(one["title"]) <= 32 for one in commands["commands"])
    assert all(0 < len(said) <= 128 for path, said in texts(made) if path.endswith("].description"))
    assert all(len(said) <= 128 for path, said in dutch().items() if path.endswith("].description"))


def test_everything_that_is_not_typed_stands_there_in_dutch_too() -> None:
    made, said = manifest(APP), dutch()
    assert {path for path, _text in texts(made)} == said.keys() - {"$schema"}
    assert {path for path, text in texts(made) if said[path] == text} == {"name.short"}
    assert ENTRY in said["description.full"] and ENTRY in made["description"]["full"]


def test_the_addresses_are_the_administrators() -> None:
    assert set(manifest(APP)["developer"].values()) == {"Privacy Desk", "https://example.org"}
    assert set(manifest(APP, "https://d.example/")["developer"].values()) == {"Privacy Desk", "https://d.example/"}
    made = manifest(APP, "https://d.example", privacy="https://d.example/p", terms="https://d.example/t")
    assert made["developer"] == {
        "name": "Privacy Desk",
        "websiteUrl": "https://d.example",
        "privacyUrl": "https://d.example/p",
        "termsOfUseUrl": "https://d.example/t",
    }


@each("address", ["http://desk.example", "desk.example", "javascript:alert(1)"])
def test_an_address_that_is_not_safe_is_refused(address: str) -> None:
    for given in ({"address": address}, {"privacy": address}, {"terms": address}):
        with pytest.raises(BadSettings, match="https://"):
            package(APP, **given)


# -- the icons ----------------------------------------------------------------------------------------------------


def pixels(png: bytes) -> list[list[Pixel]]:
    """The rows of an image, as Chromium writes it: 8 bits a channel, with or without transparency."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, place = dict[bytes, bytes](), 8
    while place < len(png):
        (size,), kind = struct.unpack(">I", png[place : place + 4]), png[place + 4 : place + 8]
        chunks[kind] = chunks.get(kind, b"") + png[place + 8 : place + 8 + size]
        place += size + 12
    width, height, depth, colours, *_rest, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, interlaced) == (8, 0)
    step = {2: 3, 6: 4}[colours]
    raw, before, rows = zlib.decompress(chunks[b"IDAT"]), bytes(width * step), list[list[Pixel]]()
    for line in range(height):
        start = line * (width * step + 1)
        before = unfiltered(raw[start], raw[start + 1 : start + 1 + width * step], before, step)
        rows.append([pixel(before[place : place + step]) for place in range(0, len(before), step)])
    return rows


def pixel(of: bytes) -> Pixel:
    red, green, blue, *shown = of
    return red, green, blue, shown[0] if shown else 255


def unfiltered(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    """A row of an image, whose bytes are kept as differences from their neighbours."""
    found = bytearray()
    for place, byte in enumerate(line):
        left = found[place - step] if place >= step else 0
        corner = above[place - step] if place >= step else 0
        guess = left + above[place] - corner
        nearest = min((left, above[place], corner), key=lambda near, guess=guess: abs(guess - near))  # type: ignore[misc]
        found.append((byte + (0, left, above[place], (left + above[place]) // 2, nearest)[kind]) & 255)
    return bytes(found)


def test_the_coloured_icon_fills_its_square_and_its_sign_survives_the_cut() -> None:
    png = opened(package(APP))["color.png"]
    rows = pixels(png)
    assert (len(rows), {len(row) for row in rows}) == (192, {192})
    assert len(png) < 20_000
    assert {pixel[3] for row in rows for pixel in row} == {255}
    ground = tuple(bytes.fromhex(manifest(APP)["accentColor"][1:]))
    drawn_at = [(x, y) for y, row in enumerate(rows) for x, pixel in enumerate(row) if pixel[:3] != ground]
    assert all(48 <= x < 144 and 48 <= y < 144 for x, y in drawn_at)  # Teams rounds and cuts what is around
    assert len(drawn_at) > 2000


def test_the_outline_is_white_on_nothing() -> None:
    png = opened(package(APP))["outline.png"]
    rows = pixels(png)
    assert (len(rows), {len(row) for row in rows}) == (32, {32})
    assert len(png) < 20_000
    shown = [pixel for row in rows for pixel in row if pixel[3]]
    assert {pixel[:3] for pixel in shown} == {(255, 255, 255)}
    assert sum(pixel[3] == 255 for pixel in shown) > 50
    edge = [*rows[0], *rows[-1], *(row[place] for row in rows for place in (0, -1))]
    assert not any(pixel[3] for pixel in edge)


# -- the command that writes it, and the page for administrators --------------------------------------------------


def test_the_command_writes_the_package_of_the_registration(tmp_path: Path) -> None:
    file = tmp_path / "desk.zip"
    environment = {"TEAMS_APP_ID": APP, "TEAMS_APP_PASSWORD": "secret", "TEAMS_TENANT_ID": APP, "DESK_KEY": "key"}
    result = CliRunner().invoke(app.main, ["teams-package", "--out", str(file)], env=environment)
    assert (result.exit_code, file.read_bytes()) == (0, package(APP))


def test_the_page_names_the_settings_the_commands_and_the_entry() -> None:
    page = PAGE.read_text()
    for name in ("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID", "TEAMS_ANONYMOUS=1", "/api/messages"):
        assert name in page
    for command in bot()["commandLists"][0]["commands"]:
        assert f"`{command['title']}" in page
    assert f"*{ENTRY}*" in page
    for right in manifest(APP)["permissions"]:
        assert f"`{right}`" in page


def test_the_manifest_and_its_dutch_are_valid_by_microsofts_own_schemas() -> None:
    try:
        schemas = f"build/json-schemas/teams/v{SCHEMA}"
        schema = installed("@microsoft/app-manifest", "1.1.2", f"{schemas}/MicrosoftTeams.schema.json")
    except NotToBeHad as trouble:
        pytest.skip(str(trouble))
    for document, path in (
        (manifest(APP, "https://northloop.example"), schema),
        (dutch(), schema.with_name("MicrosoftTeams.Localization.schema.json")),
    ):
        rules = json.loads(path.read_text("utf-8"))
        errors = jsonschema.validators.validator_for(rules)(rules).iter_errors(document)
        assert [error.message for error in errors] == []
