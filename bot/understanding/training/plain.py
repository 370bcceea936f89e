"""Sentences of plain.toml as phrases: each alone, within a short mail, and two rights together."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from bot.toml import read_toml
from bot.understanding.reading import Meta
from bot.understanding.rights.labels import RIGHTS
from bot.understanding.training.book import Phrase

FILE = Path(__file__).with_name("plain.toml")
ARTICLES = {
    "access": "15", "rectification": "16", "erasure": "17", "restriction": "18", "portability": "20", "objection": "21",
    "withdraw_consent": "7(3)",
}  # fmt: skip
PLAIN = "plain-"  # what the hand of such a phrase begins with
ALONE, MAILS, TALK = 30, 30, 60  # sentences and mails a label, words about nothing
PAIRS, DENIALS = 120, 30  # of two rights, of one denied and one asked for, a language
FORWARDED = 0.4  # of the mails; half of those with the ask as their subject, some with nothing else
NOTES = ("", "", "fyi\n\n", "Can you look at this?\n\n", "please log this\n\n", "See below.\n\n")
HEADER = """From: Ana Diaz <ana@x.example>
Sent: Thursday, 5 March 2026 10:15
To: support@northloop.example
Subject: {}

"""
Lists = dict[str, Any]  # of one language: lists of sentences, and the words that join two articles
_CHOICE = re.compile(r"\(([^()]*)\)(\??)")
_OTHERS = {"none": Meta.NONE, "status": Meta.STATUS_QUERY, "escalation": Meta.ESCALATION}


def plain_phrases(file: Path = FILE) -> Iterator[Phrase]:
    """The same phrases every time, in the same order."""
    for language, lists in read_toml(file).items():
        draw = Random(language)  # noqa: S311 - nothing secret is drawn
        hand = PLAIN + language
        for number, (text, kind, labels) in enumerate(_texts(lists, draw), 1):
            meta = next((_OTHERS[label] for label in labels if label in _OTHERS), Meta.REQUEST)
            yield Phrase(text, kind, frozenset(labels) - _OTHERS.keys(), meta, hand, number)


def _texts(lists: Lists, draw: Random) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for label in (*RIGHTS, *_OTHERS):
        sentences = _drawn(lists[label], draw, ALONE + MAILS)
        for sentence in sentences[:ALONE]:
            yield sentence, "clause", (label,)
        for sentence in sentences[ALONE:]:
            yield _mail(sentence, lists, draw), "email", (label,)
    for place, label in enumerate(ARTICLES):
        for turn, pattern in enumerate(lists["cites"]):
            named: tuple[str, ...] = (label,)
            if (place + turn) % 3 == 0:
                named = (label, draw.choice([name for name in ARTICLES if name != label]))
            cited = lists["both"].join(_article(name, lists, draw) for name in named)
            yield pattern.format(cited), "clause", named
    for sentence in _drawn(lists["talk"], draw, TALK):
        yield sentence, "chat", ("none",)
    for label, asks in sorted(lists["for_them"].items()):
        for pattern in lists["relayed"]:
            yield _drawn([pattern.format(draw.choice(asks))], draw, 1)[0], "chat", (label,)
        for pattern in lists["handed"]:
            yield _drawn([pattern.format(draw.choice(asks))], draw, 1)[0], "ticket", (label, "escalation")
    for _ in range(DENIALS):
        no, yes = draw.sample(sorted(lists["act"]), 2)
        text = draw.choice(lists["denied"]).format(draw.choice(lists["act"][no]), draw.choice(lists["act"][yes]))
        yield _sentence(text, draw), "clause", (yes,)
    for _ in range(PAIRS):
        one, other = draw.sample(RIGHTS, 2)
        first, second = _drawn(lists[one], draw, 1)[0], _drawn(lists[other], draw, 1)[0]
        both = draw.choice(lists["join"]).format(first, second[:1].lower() + second[1:])
        yield (_mail(both, lists, draw) if draw.random() < 0.5 else both), "email", (one, other)


def _article(label: str, lists: Lists, draw: Random) -> str:
    form: str = draw.choice(lists["articles"])
    return form.format(ARTICLES[label])


def _drawn(patterns: Sequence[str], draw: Random, most: int) -> list[str]:
    """Different sentences of the patterns, in turn."""
    found: dict[str, None] = {}
    for turn in range(most * 4):
        text = patterns[turn % len(patterns)]
        while match := _CHOICE.search(text):
            maybe = match[2] and match[1] != match[1].strip()  # else the mark belongs to the sentence
            said = "" if maybe and draw.random() < 0.5 else draw.choice(match[1].split("|"))
            text = text[: match.start()] + said + text[match.end() - (not maybe and bool(match[2])) :]
        found.setdefault(_sentence(" ".join(text.split()), draw))
    return list(found)[:most]


def _sentence(text: str, draw: Random) -> str:
    if draw.random() < 0.2:
        return text  # as people type
    text = text[:1].upper() + text[1:]
    return text if text[-1] in ".?!" else text + "."


def _mail(text: str, lists: Lists, draw: Random) -> str:
    said = [text, *_drawn(lists["detail"], draw, draw.choice((0, 0, 1, 1, 2)))]
    draw.shuffle(said)
    body = draw.choice((" ", "\n\n")).join(said)
    mail = f"{draw.choice(lists['open'])}\n\n{body}\n\n{draw.choice(lists['close'])}"
    how = draw.random()
    if how > FORWARDED:
        return mail
    subject = text.rstrip(".?!") if how < FORWARDED / 2 else draw.choice(("", "Re:", "?"))
    return draw.choice(NOTES) + HEADER.format(subject) + ("" if how < FORWARDED / 8 else mail)
