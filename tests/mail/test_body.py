"""One body, two views."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spshell.mail.body import Body, Facts, Heading, Link, Paragraph, web_address


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.targets += [value or "" for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"style", "href"}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def body(words: str, url: str = "http://portal/x") -> Body:
    return Body((Heading(words), Facts((("By", words), (words, "1"))), Paragraph(words), Link(words, url)))


def test_text_and_html_say_the_same() -> None:
    made = Body((Heading("Report <b> & more"), Facts((("By", 'Ann "A" Lee'),)), Link("Open", "https://p/x?a=1&b='2'")))
    assert made.text() == 'Report <b> & more\n\nBy: Ann "A" Lee\n\nOpen: https://p/x?a=1&b=%272%27\n'
    read = Reader(made.html())
    assert [word for word in read.words if word.strip()] == ["Report <b> & more", "By", 'Ann "A" Lee', "Open"]
    assert read.targets == ["https://p/x?a=1&b=%272%27"]


@given(st.text(max_size=60))
def test_no_value_becomes_a_tag(words: str) -> None:
    tags = [tag for tag in Reader(body(words).html()).tags if tag != "br"]
    assert tags == Reader(body("x").html()).tags


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JAVASCRIPT:x", "file:///etc/passwd", "//x", "data:text/html,x", "http:", "x", "http://[", ""]
)
def test_only_web_addresses_are_links(url: str) -> None:
    assert web_address(url) is None
    assert Reader(body("x", url).html()).targets == []
    assert Link("Open", url).text() == "Open\n"


@given(st.text(max_size=60))
def test_no_address_ends_its_attribute(rest: str) -> None:
    target = web_address("http://portal/" + rest)
    assert target is None or not set(target) & set("'\"<> \n\\")
