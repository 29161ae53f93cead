"""A command line as the words that a program gets, split as .NET splits ProcessStartInfo.Arguments."""

from __future__ import annotations


def split_command_line(text: str) -> list[str]:
    """Words are parted by blanks; double quotes hold them together; a backslash protects a quote."""
    words: list[str] = []
    index = 0
    while True:
        while index < len(text) and text[index] in " \t":
            index += 1
        if index == len(text):
            return words
        word, index = _word(text, index)
        words.append(word)


def _word(text: str, index: int) -> tuple[str, int]:
    made: list[str] = []
    quoted = False
    while index < len(text):
        slashes = 0
        while index < len(text) and text[index] == "\\":
            slashes += 1
            index += 1
        if slashes:
            if index == len(text) or text[index] != '"':
                made.append("\\" * slashes)
            else:
                made.append("\\" * (slashes // 2))
                if slashes % 2:
                    made.append('"')
                    index += 1
            continue
        character = text[index]
        if character == '"':
            if quoted and text[index + 1 : index + 2] == '"':
                made.append('"')
                index += 1
            else:
                quoted = not quoted
        elif character in " \t" and not quoted:
            break
        else:
            made.append(character)
        index += 1
    return "".join(made), index
