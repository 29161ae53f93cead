"""TextInfo.ToTitleCase: first letters of words; words all in capitals stay."""

from __future__ import annotations


def title_case(text: str) -> str:
    """Words start with a capital; an apostrophe does not start a word, other punctuation does."""
    result: list[str] = []
    position = 0
    while position < len(text):
        if not text[position].isalpha():
            result.append(text[position])
            position += 1
            continue
        end = position
        while end < len(text) and (text[end].isalnum() or text[end] in "'’_"):
            end += 1
        word = text[position:end]
        letters = [character for character in word if character.isalpha()]
        if all(character.isupper() for character in letters) and len(letters) > 1:
            result.append(word)
        else:
            result.append(word[0].upper() + word[1:].lower())
        position = end
    return "".join(result)
